"""Filters of the reading room and of its ledgers."""

from collections.abc import Collection
from typing import Any

import django_filters
from django.db.models import QuerySet

from portal.filters import RegisterFilter
from reports.models import Committee
from reports.statuses import COMMITMENTS_MADE, ResolutionState


class PaperFilter(RegisterFilter):
    """Published reports of one committee, or of those that a reader follows; given the committees that have any."""

    committee = django_filters.ModelChoiceFilter(
        field_name="meeting__committee",
        queryset=Committee.objects.none(),
        label="Committee",
        empty_label="All committees",
    )

    followed = django_filters.ChoiceFilter(
        choices=[("yes", "Committees that you follow")],
        label="Whose papers",
        empty_label="Those of every committee",
        method="only_followed",
    )

    def __init__(self, *args: Any, committees: QuerySet, followed: Collection[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["committee"].field.queryset = committees
        self.followed = followed

    def only_followed(self, papers: QuerySet, name: str, value: str) -> QuerySet:
        """Return the papers of the committees that the reader follows."""
        return papers.filter(meeting__committee__in=self.followed)


class LedgerFilter(RegisterFilter):
    """Commitments or resolutions of one committee that stand in one state; given the committees that have any."""

    state = django_filters.ChoiceFilter(label="Where it stands", empty_label="Any state")

    def __init__(self, *args: Any, committees: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["committee"].field.queryset = committees

    @property
    def committee_rows(self) -> QuerySet:
        """The rows of the committee in every state: what a count for each state counts."""
        committee = (
            self.form.cleaned_data.get("committee") if self.is_bound and self.form.is_valid() else None
        )
        rows: QuerySet = self.filters["committee"].filter(self.queryset.all(), committee)
        return rows


class CommitmentFilter(LedgerFilter):
    """What published reports promise."""

    committee = django_filters.ModelChoiceFilter(
        field_name="report__meeting__committee",
        queryset=Committee.objects.none(),
        label="Committee",
        empty_label="All committees",
    )
    state = django_filters.ChoiceFilter(
        choices=[(state.value, state.label) for state in COMMITMENTS_MADE],
        label="Where it stands",
        empty_label="Any state",
    )


class ResolutionFilter(LedgerFilter):
    """What committees resolved."""

    committee = django_filters.ModelChoiceFilter(
        field_name="recommendation__report__meeting__committee",
        queryset=Committee.objects.none(),
        label="Committee",
        empty_label="All committees",
    )
    state = django_filters.ChoiceFilter(
        choices=ResolutionState, label="Where it stands", empty_label="Any state"
    )
