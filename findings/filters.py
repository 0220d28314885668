"""Filters of the registers of findings."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.datastructures import MultiValueDict

from findings.models import Finding, Kind, Prominence, Recurrence, Response
from findings.querysets import FindingQuerySet, MeasureQuerySet
from findings.rules.chains import groups_of
from findings.rules.progress import CHOICES, has_come
from portal.filters import RegisterFilter
from portal.models import Organisation, User
from portal.numbers import key_in
from reviews.models import Framework, Review, Strand, Theme
from reviews.presenters import framework_label
from reviews.querysets import ReviewQuerySet, StrandQuerySet

WAITING = "waiting"
WITHOUT = "none"
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
        queryset=Strand.objects.none(), label="Strand", empty_label="Choose a review first"
    )
    theme = django_filters.ModelChoiceFilter(
        field_name="themes",
        queryset=Theme.objects.none(),
        label="Theme",
        empty_label="All themes",
        null_label="No theme",
        null_value=WITHOUT,
    )
    kind = django_filters.ChoiceFilter(choices=Kind, label="Kind", empty_label="Strengths and areas")
    framework = django_filters.ModelChoiceFilter(
        field_name="review__framework",
        queryset=Framework.objects.none(),
        label="Framework",
        empty_label="All frameworks",
    )
    provider = django_filters.ModelChoiceFilter(
        field_name="review__provider",
        queryset=Organisation.objects.none(),
        label="Carried out by",
        empty_label="Everyone",
    )
    year = django_filters.ChoiceFilter(label="Year of the review", empty_label="All years", method="of_year")
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
    progress = django_filters.ChoiceFilter(
        choices=CHOICES, label="Progress", empty_label="Any", method="come_to"
    )
    raised = django_filters.ChoiceFilter(
        choices=[*Recurrence.Outcome.choices, (WITHOUT, "Linked to no earlier finding")],
        label="Compared with earlier reviews",
        empty_label="Any",
        method="linked",
    )
    chain = django_filters.ModelChoiceFilter(
        queryset=Finding.objects.none(),
        label="Says the same as",
        empty_label="Any finding",
        method="in_chain",
    )
    sort = django_filters.ChoiceFilter(
        choices=list(ORDER_LABELS.items()),
        label="Sort by",
        empty_label="Newest review first",
        method="sorted_by",
    )

    def __init__(
        self,
        *args: Any,
        reviews: ReviewQuerySet,
        strands: QuerySet,
        themes: QuerySet,
        linked: FindingQuerySet,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.reviews = reviews
        if not self.data.get("chain"):
            # Asked for by the links of "Raised 3 times": nobody would choose one of all findings from a list.
            del self.filters["chain"]
        choices = {
            "review": reviews,
            "strand": strands,
            "theme": themes,
            "chain": linked,
            "framework": Framework.objects.filter(
                pk__in=reviews.exclude(framework=None).order_by().values("framework")
            ).in_order(),
            "provider": Organisation.objects.filter(reviews_provided__in=reviews).distinct(),
        }
        for name in choices.keys() & self.filters.keys():
            self.filters[name].field.queryset = choices[name]
        if self.data.get("review"):
            self.filters["strand"].field.empty_label = "All strands"
        self.filters["framework"].field.label_from_instance = framework_label
        self.filters["year"].field.choices = [(year, str(year)) for year in reviews.years()]
        self.filters["strand"].field.label_from_instance = lambda strand: f"{strand} ({strand.review})"

    def matching(self, queryset: FindingQuerySet, name: str, value: str) -> FindingQuerySet:
        """Narrow to the findings in which the words occur."""
        return queryset.matching(value)

    def of_year(self, queryset: FindingQuerySet, name: str, value: str) -> FindingQuerySet:
        """Narrow to the findings of one year's reviews."""
        return queryset.filter(review__in=self.reviews.of_year(int(value)).values("pk"))

    def answered(self, queryset: FindingQuerySet, name: str, value: str) -> FindingQuerySet:
        """Narrow to one response, or to the areas that wait for one."""
        return queryset.awaiting_response() if value == WAITING else queryset.filter(response=value)

    def acted_on(self, queryset: FindingQuerySet, name: str, value: str) -> FindingQuerySet:
        """Narrow to the findings with or without an action."""
        return queryset.with_actions() if value == "yes" else queryset.without_actions()

    def come_to(self, queryset: FindingQuerySet, name: str, value: str) -> FindingQuerySet:
        """Narrow to the findings that have come so far."""
        return queryset.filter(has_come(value))

    def linked(self, queryset: FindingQuerySet, name: str, value: str) -> FindingQuerySet:
        """Narrow to what became of an earlier finding, or to findings that are linked to none."""
        if value == WITHOUT:
            return queryset.without_earlier_links()
        return queryset.with_earlier_link(value)

    def in_chain(self, queryset: FindingQuerySet, name: str, value: Finding) -> FindingQuerySet:
        """Narrow to a finding and all that are linked to it, over the links between."""
        group = groups_of(Finding.objects.filter(pk=value.pk)).get(value.pk, [value.pk])
        return queryset.filter(pk__in=group)

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


class MeasureFilter(RegisterFilter):
    """What the register of measures can be narrowed to."""

    words = django_filters.CharFilter(label="Words in the measure", method="matching")
    theme = django_filters.ModelChoiceFilter(
        field_name="themes", queryset=Theme.objects.none(), label="Theme", empty_label="All themes"
    )
    in_use = django_filters.ChoiceFilter(
        field_name="is_active",
        choices=[("true", "In use"), ("false", "No longer in use")],
        label="Use",
        empty_label="All measures",
        method="used",
    )

    def __init__(self, *args: Any, themes: QuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.filters["theme"].field.queryset = themes

    def matching(self, queryset: MeasureQuerySet, name: str, value: str) -> MeasureQuerySet:
        """Narrow to the measures in which the words occur."""
        return queryset.matching(value)

    def used(self, queryset: MeasureQuerySet, name: str, value: str) -> MeasureQuerySet:
        """Narrow to measures that are still counted, or no longer."""
        return queryset.filter(is_active=value == "true")


def narrowed_findings(person: User, query: MultiValueDict, rows: FindingQuerySet) -> FindingFilter:
    """Return what an address asks for, of the findings that a person may see."""
    reviews = Review.objects.visible_to(person)
    return FindingFilter(
        query,
        queryset=rows.visible_to(person).in_order(),
        reviews=reviews,
        strands=strands_offered(query).filter(review__in=reviews).select_related("review"),
        themes=Theme.objects.visible_to(person),
        linked=findings_named(query).visible_to(person),
    )


def findings_named(query: MultiValueDict) -> FindingQuerySet:
    """Return the finding whose chain the address asks for: one of many thousand."""
    return Finding.objects.filter(pk=key_in(query, "chain"))


def strands_offered(query: MultiValueDict) -> StrandQuerySet:
    """Return the strands of the chosen review, or the one that the address names.

    Those of every review would be thousands, with names that repeat.
    """
    review = key_in(query, "review")
    if review:
        return Strand.objects.filter(review=review)
    return Strand.objects.filter(pk=key_in(query, "strand"))


def narrowed_measures(person: User, query: MultiValueDict, rows: MeasureQuerySet) -> MeasureFilter:
    """Return what an address asks for, of the measures that a person may see: those in use first."""
    in_order = rows.visible_to(person).order_by("-is_active", "name")
    return MeasureFilter(query, queryset=in_order, themes=Theme.objects.visible_to(person))
