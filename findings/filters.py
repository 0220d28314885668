"""Filters of the registers of findings."""

from typing import Any

import django_filters
from django.db.models import QuerySet

from findings.models import Kind, Prominence, Response
from findings.querysets import FindingQuerySet
from portal.filters import RegisterFilter
from reviews.models import Review, Strand, Theme

WAITING = "waiting"
ORDER_LABELS = {
    "oldest": "Oldest review first",
    "prominence": "Most prominent first",
    "reference": "Reference",
}


class FindingFilter(RegisterFilter):
    """What the register can be narrowed to and sorted by."""

    words = django_filters.CharFilter(label="Words in the finding or its reference", method="matching")
    review = django_filters.ModelChoiceFilter(
        queryset=Review.objects.none(), label="Review", empty_label="All reviews"
    )
    strand = django_filters.ModelChoiceFilter(
        queryset=Strand.objects.none(), label="Strand", empty_label="All strands"
    )
    theme = django_filters.ModelChoiceFilter(
        field_name="themes", queryset=Theme.objects.none(), label="Theme", empty_label="All themes"
    )
    kind = django_filters.ChoiceFilter(choices=Kind, label="Kind", empty_label="Strengths and areas")
    prominence = django_filters.ChoiceFilter(choices=Prominence, label="Prominence", empty_label="Any")
    response = django_filters.ChoiceFilter(
        choices=[(WAITING, "Waiting for a response"), *Response.choices],
        label="Response",
        empty_label="Any",
        method="answered",
    )
    has_action = django_filters.ChoiceFilter(
        choices=[("yes", "Has an action"), ("no", "Has no action")],
        label="Actions",
        empty_label="With or without",
        method="acted_on",
    )
    sort = django_filters.ChoiceFilter(
        choices=list(ORDER_LABELS.items()),
        label="Sort by",
        empty_label="Newest review first",
        method="sorted_by",
    )

    def __init__(
        self, *args: Any, reviews: QuerySet, strands: QuerySet, themes: QuerySet, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, queryset in (("review", reviews), ("strand", strands), ("theme", themes)):
            self.filters[name].field.queryset = queryset
        self.filters["strand"].field.label_from_instance = lambda strand: f"{strand} ({strand.review})"

    def matching(self, queryset: FindingQuerySet, name: str, value: str) -> FindingQuerySet:
        """Narrow to the findings in which the words occur."""
        return queryset.matching(value)

    def answered(self, queryset: FindingQuerySet, name: str, value: str) -> FindingQuerySet:
        """Narrow to one response, or to the areas that wait for one."""
        return queryset.awaiting_response() if value == WAITING else queryset.filter(response=value)

    def acted_on(self, queryset: FindingQuerySet, name: str, value: str) -> FindingQuerySet:
        """Narrow to the findings with or without an action."""
        return queryset.with_actions() if value == "yes" else queryset.without_actions()

    def sorted_by(self, queryset: FindingQuerySet, name: str, value: str) -> FindingQuerySet:
        """Put the findings in another order than newest review first."""
        return queryset.in_order(value)


class EarlierFilter(RegisterFilter):
    """What the choice of an earlier finding can be narrowed to."""

    words = django_filters.CharFilter(label="Words in the earlier finding", method="matching")
    review = django_filters.ModelChoiceFilter(
        queryset=Review.objects.none(), label="Review", empty_label="All earlier reviews"
    )

    def __init__(self, *args: Any, reviews: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["review"].field.queryset = reviews

    def matching(self, queryset: FindingQuerySet, name: str, value: str) -> FindingQuerySet:
        """Narrow to the findings in which the words occur."""
        return queryset.matching(value)
