"""Filters of the register of reviews."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.datastructures import MultiValueDict

from portal.filters import RegisterFilter
from portal.models import Organisation, User
from reviews.models import Review, ReviewKind
from reviews.querysets import ReviewQuerySet


class ReviewFilter(RegisterFilter):
    """What the register can be narrowed to; given the providers and years there are."""

    words = django_filters.CharFilter(label="Words in the title, scope or provider", method="matching")
    kind = django_filters.ChoiceFilter(choices=ReviewKind, label="Kind", empty_label="All kinds")
    stage = django_filters.ChoiceFilter(choices=Review.Stage, label="Stage", empty_label="All stages")
    provider = django_filters.ModelChoiceFilter(
        queryset=Organisation.objects.none(), label="Carried out by", empty_label="Everyone"
    )
    year = django_filters.ChoiceFilter(method="of_year", label="Year", empty_label="All years")

    def __init__(self, *args: Any, providers: QuerySet, years: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["provider"].field.queryset = providers
        self.filters["year"].field.choices = [(year, str(year)) for year in years]

    def matching(self, queryset: ReviewQuerySet, name: str, value: str) -> ReviewQuerySet:
        """Narrow to the reviews in which the words occur."""
        return queryset.matching(value)

    def of_year(self, queryset: ReviewQuerySet, name: str, value: str) -> ReviewQuerySet:
        """Narrow to the reviews whose first known date is in one year."""
        return queryset.of_year(int(value))


def narrowed_reviews(person: User, query: MultiValueDict) -> ReviewFilter:
    """Return what an address asks for, of the reviews that a person may see."""
    visible = Review.objects.visible_to(person)
    providers = Organisation.objects.filter(reviews_provided__in=visible).distinct()
    rows = visible.select_related("provider", "framework").with_finding_counts().newest_first()
    return ReviewFilter(query, queryset=rows, providers=providers, years=visible.years())
