"""Scopes of the rows that are added as an action goes on: updates, evidence, questions and sign-offs."""

import datetime
from typing import Self

from django.db import models
from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from actions.querysets import STANDS_AT, related_rows
from actions.statuses import GIVEN_UP, OPEN, Status
from findings.models import Measure
from portal.models import User

IS_HELD_UP = Q(action__status__in=OPEN) & (
    Q(waits_for__status__in=OPEN, waits_for__due_on__gt=F("action__due_on"))
    | Q(waits_for__status__in=GIVEN_UP)
)
"""Of a dependency: an open action waits for one that is due later, or that nobody will deliver."""


class UpdateQuerySet(models.QuerySet):
    """Scopes of updates."""

    def latest_first(self) -> Self:
        """Updates from the one that counts now; a correction stands at the moment of what it corrects."""
        return self.order_by(STANDS_AT.desc(), "-pk")


class DependencyQuerySet(models.QuerySet):
    """Scopes of dependencies."""

    def holding_up(self) -> Self:
        """Those by which an open action is held up."""
        return self.filter(IS_HELD_UP)

    def with_hold(self) -> Self:
        """Add whether each holds up the action that waits, as `holds_up`."""
        held_up = Case(When(IS_HELD_UP, then=True), default=False, output_field=models.BooleanField())
        return self.annotate(holds_up=held_up)


class EvidenceQuerySet(models.QuerySet):
    """Scopes of evidence."""

    def with_measurements(self) -> Self:
        """Evidence with the values that it cites and what was corrected of them, in a fixed number of queries."""
        measures = Measure.objects.with_decimals()
        return self.select_related("measurement").prefetch_related(
            models.Prefetch("measurement__measure", queryset=measures),
            "measurement__corrections__corrected_by",
        )

    def with_files(self) -> Self:
        """Evidence with every version of its file, the first one first."""
        versions = related_rows(self, "files").select_related("added_by").order_by("number")
        return self.prefetch_related(models.Prefetch("files", queryset=versions))

    def not_supplied_by(self, user: User) -> Self:
        """Evidence that this person neither added nor gave a file or value for: a decision of theirs can rest on it."""
        files = related_rows(self, "files").filter(evidence=OuterRef("pk"), added_by=user)
        values = related_rows(self, "measurement").filter(
            Q(recorded_by=user) | Q(corrections__corrected_by=user), pk=OuterRef("measurement")
        )
        return self.exclude(added_by=user).exclude(Exists(files)).exclude(Exists(values.order_by()))


class QuestionQuerySet(models.QuerySet):
    """Scopes of questions about actions."""

    def with_state(self) -> Self:
        """Add whether each is open: nobody has answered what was asked last."""
        return self.annotate(
            is_open=Case(
                When(Exists(self._answered()), then=Value(False)),
                default=Value(True),
                output_field=models.BooleanField(),
            )
        )

    def open(self) -> Self:
        """Questions that wait for an answer, the longest wait first."""
        return self.with_state().filter(is_open=True).order_by("asked_at", "pk")

    def answered(self, *, since: datetime.datetime) -> Self:
        """Questions that were answered since a moment and wait no longer, the latest answer first."""
        settled = self.with_turns().with_state().filter(is_open=False, turned_at__gte=since)
        return settled.order_by("-turned_at", "-pk")

    def with_turns(self) -> Self:
        """Add when something was last said in each thread, as `turned_at`."""
        last = related_rows(self, "replies").filter(question=OuterRef("pk")).order_by("-replied_at", "-pk")
        return self.annotate(turned_at=Coalesce(Subquery(last.values("replied_at")[:1]), "asked_at"))

    def _answered(self) -> QuerySet:
        """The last reply to the question of the outer query, where it is an answer."""
        replies = related_rows(self, "replies")
        last = replies.filter(question=OuterRef("question")).order_by("-replied_at", "-pk")
        answers = replies.filter(question=OuterRef("pk"), is_answer=True)
        return answers.filter(pk=Subquery(last.values("pk")[:1]))


class SignOffQuerySet(models.QuerySet):
    """Scopes of sign-offs."""

    def latest_first(self) -> Self:
        """Sign-offs from the one that counts now."""
        return self.order_by("-signed_off_at", "-pk")

    def look_again_on(self) -> datetime.date | None:
        """The day on which the latest of these sign-offs of one action asks to look again, or None."""
        return self.latest_first().values_list("look_again_on", flat=True).first()

    def current(self) -> Self:
        """The sign-off of each action that counts: the last one."""
        after = Q(signed_off_at__gt=OuterRef("signed_off_at")) | Q(
            signed_off_at=OuterRef("signed_off_at"), pk__gt=OuterRef("pk")
        )
        later = self.model._default_manager.order_by().filter(after, action=OuterRef("action"))
        return self.filter(~Exists(later))

    def showing_a_difference(self) -> Self:
        """Sign-offs that say, on evidence, that it made a difference, if only in part."""
        through = self.model.difference_evidence.through._default_manager  # type: ignore[attr-defined]
        named = Exists(through.filter(signoff=OuterRef("pk")))
        return self.filter(named, made_difference__in=["yes", "partly"])


class TransitionQuerySet(models.QuerySet):
    """Scopes of changes of status."""

    def deliveries(self) -> Self:
        """Changes by which an action was called delivered."""
        return self.filter(to_status=Status.DELIVERED)
