"""Filters of the reading room."""

from typing import Any

import django_filters
from django.db.models import QuerySet

from portal.filters import RegisterFilter
from reports.models import Committee


class PaperFilter(RegisterFilter):
    """Published reports of one committee; given the committees that have any."""

    committee = django_filters.ModelChoiceFilter(
        field_name="meeting__committee",
        queryset=Committee.objects.none(),
        label="Committee",
        empty_label="All committees",
    )

    def __init__(self, *args: Any, committees: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["committee"].field.queryset = committees
