"""Scopes of findings, documents and measures."""

from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    Max,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Round

from portal.models import User
from portal.permissions import Permission, is_allowed
from portal.querysets import BY_REFERENCE, JobQuerySet, every_word
from portal.scoping import RecordQuerySet, all_or_none
from reviews.querysets import REVIEW_DATES

if TYPE_CHECKING:
    from findings.models import Finding

PROMINENCE_RANK = Case(
    When(prominence="headline", then=Value(0)),
    When(prominence="recommendation", then=Value(1)),
    default=Value(2),
    output_field=IntegerField(),
)
# A strand's own order, and its key where two have the same place; what is under none comes first.
STRAND_ORDER = (F("strand__position").asc(nulls_first=True), F("strand_id").asc(nulls_first=True))


def _has_action(wanted: Q | None = None) -> Exists:
    actions = apps.get_model("actions", "Action")._default_manager
    return Exists(actions.filter(wanted or Q(), findings=OuterRef("pk")))


class FindingQuerySet(models.QuerySet):
    """Scopes of findings."""

    def visible_to(self, user: User | AnonymousUser) -> "FindingQuerySet":
        """Every finding for those who see the record; for an action lead those behind their actions."""
        if is_allowed(user, Permission.SEE_RECORD):
            return self
        if is_allowed(user, Permission.SEE_OWN_ACTIONS):
            return self.filter(_has_action(Q(lead=user) | Q(supporting=user)))
        return self.none()

    def strengths(self) -> "FindingQuerySet":
        """Findings that praise."""
        return self.filter(kind="strength")

    def areas(self) -> "FindingQuerySet":
        """Findings that ask for something: areas for consideration."""
        return self.filter(kind="area")

    def awaiting_response(self) -> "FindingQuerySet":
        """Areas for consideration that nobody has answered yet."""
        return self.areas().filter(response="")

    def matching(self, words: str) -> "FindingQuerySet":
        """Findings in which each of the words occurs, in the reviewers' words or the reference."""
        return self.filter(every_word(words, "text", "reference"))

    def with_actions(self) -> "FindingQuerySet":
        """Findings that something was agreed about."""
        return self.filter(_has_action())

    def without_actions(self) -> "FindingQuerySet":
        """Findings that nothing was agreed about."""
        return self.filter(~_has_action())

    def with_earlier_link(self, outcome: str) -> "FindingQuerySet":
        """Findings that go back to an earlier one with this outcome."""
        links = apps.get_model("findings", "Recurrence")._default_manager
        return self.filter(Exists(links.filter(finding=OuterRef("pk"), outcome=outcome)))

    def without_earlier_links(self) -> "FindingQuerySet":
        """Findings that go back to no earlier one."""
        return self.filter(earlier_links=None)

    def without_themes(self) -> "FindingQuerySet":
        """Findings that have none of the council's themes."""
        return self.filter(themes=None)

    def with_action_count(self) -> "FindingQuerySet":
        """Add the number of actions, as `action_count`; counted for the rows of a page, not of the register."""
        links: models.QuerySet = apps.get_model("actions", "Action").findings.through._default_manager.all()
        actions = links.filter(finding=OuterRef("pk")).order_by().values("finding")
        counted = Subquery(actions.annotate(number=Count("pk")).values("number"))
        return self.annotate(action_count=Coalesce(counted, 0, output_field=IntegerField()))

    def dated(self) -> "FindingQuerySet":
        """Add the first known date of each finding's review, as `dated_on`."""
        return self.annotate(dated_on=Coalesce(*(F(f"review__{name}") for name in REVIEW_DATES)))

    def headline_first(self) -> "FindingQuerySet":
        """Headlines, then recommendations, then details; within each in the order of the document."""
        return self.order_by(PROMINENCE_RANK, "pk")

    def under_strands(self) -> "FindingQuerySet":
        """In the order of the review's strands, those under none first, and in that of the document below each."""
        return self.order_by(*STRAND_ORDER, "pk")

    def under_strands_by_kind(self) -> "FindingQuerySet":
        """In the order of the strands; below each strengths, then areas, headlines first."""
        return self.order_by(*STRAND_ORDER, "-kind", PROMINENCE_RANK, "pk")

    def counted_by_strand(self) -> dict[tuple[int | None, str], int]:
        """How many there are under each strand and of each kind."""
        rows = self.order_by().values_list("strand", "kind").annotate(number=Count("pk"))
        return {(strand, kind): number for strand, kind, number in rows}

    def bare_first(self) -> "FindingQuerySet":
        """Those without a theme, then those with one; each in the order of the strands."""
        through = apps.get_model("findings", "Finding").themes.through._default_manager
        themed = Exists(through.filter(finding=OuterRef("pk")))
        return self.annotate(has_themes=themed).order_by("has_themes", *STRAND_ORDER, "pk")

    def in_order(self, order: str = "newest") -> "FindingQuerySet":
        """Put findings in the order that a register asks for: newest, oldest, prominence or reference."""
        newest = F("dated_on").desc(nulls_first=True)
        orders: dict[str, tuple[Any, ...]] = {
            "newest": (newest, "review", PROMINENCE_RANK, "pk"),
            "oldest": (F("dated_on").asc(nulls_last=True), "review", PROMINENCE_RANK, "pk"),
            "prominence": (PROMINENCE_RANK, newest, "review", "pk"),
            "reference": BY_REFERENCE,
        }
        return self.dated().order_by(*orders[order])

    def earlier_than(self, finding: "Finding") -> "FindingQuerySet":
        """Findings of other reviews, earlier ones where this finding's review has a date."""
        others = self.exclude(review=finding.review_id)
        day = finding.review.dated_on
        return others.dated().filter(dated_on__lt=day) if day else others

    def not_linked_to(self, finding: "Finding") -> "FindingQuerySet":
        """Findings that this one does not go back to yet."""
        return self.exclude(pk__in=finding.earlier_links.values("earlier"))

    def sharing_a_theme_with(self, finding: "Finding") -> "FindingQuerySet":
        """Findings that have at least one of this finding's themes."""
        return self.filter(themes__in=finding.themes.all()).distinct()


class SuggestionQuerySet(models.QuerySet):
    """Scopes of suggested recurrences."""

    def open(self) -> "SuggestionQuerySet":
        """Suggestions that nobody has confirmed or dismissed."""
        return self.exclude(self._settled("Recurrence")).exclude(self._settled("Dismissal"))

    def of_review(self, review: Any) -> "SuggestionQuerySet":
        """Suggestions that a review's findings have part in, as the later or the earlier ones."""
        return self.filter(Q(finding__review=review) | Q(earlier__review=review))

    def likeliest_first(self) -> "SuggestionQuerySet":
        """The order in which they are worth reading."""
        return self.order_by("-score", "-pk")

    def _settled(self, model: str) -> Exists:
        rows = apps.get_model("findings", model)._default_manager
        return Exists(rows.filter(finding=OuterRef("finding"), earlier=OuterRef("earlier")))


MOST_FAILURES = 3
"""After so many failures a review is not compared again until something of it changes."""


def reviews_to_compare() -> models.QuerySet:
    """Reviews whose findings were not compared since that was asked for, or were under another date.

    One whose comparison failed too often waits no longer.
    """
    reviews = apps.get_model("reviews", "Review")._default_manager
    findings = apps.get_model("findings", "Finding")._default_manager
    day = Coalesce(*map(F, REVIEW_DATES))
    never = Q(comparison=None)
    not_since_asked = Q(comparison__done_at=None, comparison__attempts__lt=MOST_FAILURES)
    had, has = Q(comparison__dated_on__isnull=False), Q(current_date__isnull=False)
    # Spelled out: the database calls a date neither equal nor unequal to none.
    moved = (had & ~has) | (has & ~had) | (had & has & ~Q(comparison__dated_on=F("current_date")))
    compared: models.QuerySet = reviews.annotate(current_date=day).filter(
        never | not_since_asked | moved, Exists(findings.filter(review=OuterRef("pk")))
    )
    return compared.order_by("pk")


class IntakeQuerySet(RecordQuerySet):
    """Scopes of intakes."""

    def reopenable(self) -> Self:
        """Intakes from which nothing was recorded: set aside, or kept without findings."""
        return self.filter(Q(state="set_aside") | Q(state="accepted", candidates=None))


class ReadingQuerySet(JobQuerySet):
    """Scopes of readings."""

    def visible_to(self, user: User | AnonymousUser) -> Self:
        """Everything for those who see the whole record; nothing for anyone else."""
        return all_or_none(self, user)

    def awaiting_columns(self) -> Self:
        """Readings of spreadsheets that wait for somebody to say what the columns hold."""
        return self.filter(state="done", document=None)

    def refused(self) -> Self:
        """Readings of documents that could not be taken in."""
        return self.filter(state="failed")

    def discardable(self) -> Self:
        """Readings that came to nothing yet: refused, or waiting for somebody to settle columns."""
        return self.filter(state__in=["failed", "done"], document=None)


class MeasureQuerySet(RecordQuerySet):
    """Scopes of measures."""

    def active(self) -> "MeasureQuerySet":
        """Measures that are still counted."""
        return self.filter(is_active=True)

    def with_latest(self, count: int = 2) -> "MeasureQuerySet":
        """Measures with their last measurements, newest first, as `latest`; one query for all of them."""
        measurements = apps.get_model("findings.Measurement")._default_manager
        newest = measurements.order_by("-measured_on")[:count]
        return self.with_decimals().prefetch_related(
            Prefetch("measurements", queryset=newest, to_attr="latest")
        )

    def with_decimals(self) -> "MeasureQuerySet":
        """Measures with how many decimals their values need at most: 0, 1 or 2."""
        measurements = apps.get_model("findings.Measurement")._default_manager
        needed = Case(
            When(value=Round("value"), then=Value(0)),
            When(value=Round("value", precision=1), then=Value(1)),
            default=Value(2),
        )
        of_each = measurements.filter(measure=OuterRef("pk")).order_by().values("measure")
        most = of_each.annotate(most=Max(needed)).values("most")
        return self.annotate(decimals=Coalesce(Subquery(most, output_field=IntegerField()), 0))

    def matching(self, words: str) -> "MeasureQuerySet":
        """Measures in which every word occurs, in the name or in what is counted."""
        return self.filter(every_word(words, "name", "description"))
