"""Scopes of reviews, frameworks and themes."""

import datetime
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Case, Count, F, Q, Value, When
from django.db.models.functions import Coalesce

from portal.querysets import every_word
from portal.scoping import RecordQuerySet

REVIEW_DATES = ("fieldwork_start_on", "feedback_on", "received_on", "published_on")


def finding_counts() -> dict[str, Count]:
    """Count a record's strengths and areas for consideration, as annotations."""
    return {
        f"{kind}_count": Count("findings", filter=Q(findings__kind=kind), distinct=True)
        for kind in ("strength", "area")
    }


class ReviewQuerySet(RecordQuerySet):
    """Scopes of reviews."""

    def open(self) -> "ReviewQuerySet":
        """Reviews that are not closed."""
        return self.exclude(stage="closed")

    def matching(self, words: str) -> "ReviewQuerySet":
        """Reviews in which each of the words occurs, in the title, the scope or the provider's name."""
        return self.filter(every_word(words, "title", "scope", "provider__name"))

    def newest_first(self) -> "ReviewQuerySet":
        """Reviews by their first known date, those without a date first."""
        return self.dated().order_by(F("first_dated_on").desc(nulls_first=True), "-pk")

    def dated(self) -> "ReviewQuerySet":
        """Add the first known date of each review, as `first_dated_on`."""
        return self.annotate(first_dated_on=Coalesce(*(F(name) for name in REVIEW_DATES)))

    def of_year(self, year: int) -> "ReviewQuerySet":
        """Reviews whose first known date is in this year."""
        return self.dated().filter(first_dated_on__year=year)

    def years(self) -> list[int]:
        """Return the years that reviews are of, newest first."""
        days = self.dated().dates("first_dated_on", "year", order="DESC")
        return [day.year for day in days]

    def with_finding_counts(self) -> "ReviewQuerySet":
        """Add the numbers of findings, as `strength_count` and `area_count`."""
        counted: ReviewQuerySet = self.annotate(**finding_counts())
        return counted

    def about(self, theme: Any) -> "ReviewQuerySet":
        """Reviews that found something about a theme, with `strength_count`, `area_count` and `waiting_count` of it."""
        waiting = Q(findings__kind="area", findings__response="")
        counted: ReviewQuerySet = (
            self.filter(findings__themes=theme)
            .with_finding_counts()
            .annotate(waiting_count=Count("findings", filter=waiting, distinct=True))
        )
        return counted

    def in_period(self, start: datetime.date, end: datetime.date) -> "ReviewQuerySet":
        """Reviews that were at work in the period, or that reported in it, both days included."""
        reports = ("feedback_on", "received_on", "published_on")
        at_work = Q(fieldwork_start_on__lte=end) & (
            Q(fieldwork_start_on__gte=start)
            | Q(fieldwork_end_on__gte=start)
            | Q(fieldwork_end_on=None, **dict.fromkeys(reports))
        )
        reporting = Q()
        for name in reports:
            reporting |= Q(**{f"{name}__range": (start, end)})
        return self.filter(at_work | reporting)


class StrandQuerySet(models.QuerySet):
    """Scopes of strands."""

    def with_finding_counts(self) -> "StrandQuerySet":
        """Add the numbers of findings, as `strength_count` and `area_count`; in the document's order."""
        counted: StrandQuerySet = self.annotate(**finding_counts())
        return counted.order_by("position", "pk")

    def unused(self) -> "StrandQuerySet":
        """Strands that no finding and no judgement needs."""
        return self.filter(findings=None, related_findings=None, judgements=None)

    def without_themes(self) -> "StrandQuerySet":
        """Strands that are mapped to none of the council's themes."""
        return self.filter(themes=None)


class FrameworkQuerySet(models.QuerySet):
    """Scopes of frameworks."""

    def in_order(self) -> "FrameworkQuerySet":
        """Frameworks by the kind of review, as kinds are listed, then by name, the newest version of each first."""
        kinds = apps.get_model("reviews", "Framework")._meta.get_field("kind").choices or ()
        place = Case(*(When(kind=kind, then=Value(at)) for at, (kind, _) in enumerate(kinds)))
        return self.order_by(place, "name", F("valid_from_on").desc(nulls_last=True))


class ThemeQuerySet(RecordQuerySet):
    """Scopes of themes."""

    def matching(self, words: str) -> "ThemeQuerySet":
        """Themes in which each of the words occurs, in the name or the description."""
        return self.filter(every_word(words, "name", "description"))

    def active(self) -> "ThemeQuerySet":
        """Themes that can be chosen today."""
        return self.filter(is_active=True)

    def with_finding_counts(self) -> "ThemeQuerySet":
        """Add the numbers of findings, as `strength_count` and `area_count`."""
        counted: ThemeQuerySet = self.annotate(**finding_counts())
        return counted.order_by("position", "name")
