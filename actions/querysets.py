"""Scopes of actions and groups."""

import datetime
from typing import TYPE_CHECKING, Any, cast

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import (
    Case,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Greatest, NullIf, TruncDate

from actions.kept import kept
from actions.statuses import (
    DUE_SOON_DAYS,
    ENDED,
    GIVEN_UP,
    Delivery,
    Status,
    is_due_soon,
    is_open,
    is_overdue,
)
from portal.models import User
from portal.permissions import Permission, is_allowed, is_person
from portal.querysets import every_word
from portal.scoping import RecordQuerySet

if TYPE_CHECKING:
    from actions.rows import DependencyQuerySet, SignOffQuerySet, TransitionQuerySet

STANDS_AT = Coalesce("stands_at", "posted_at")
"""The moment at which an update counts: a correction stands where what it corrects stood."""


def related_rows(queryset: QuerySet, name: str) -> QuerySet:
    """Return every row of a related kind; by the relation's name, because models are made after querysets."""
    related = cast(type[models.Model], queryset.model._meta.get_field(name).related_model)
    return related._default_manager.all()


@kept
def delivery_on(actions: type[models.Model], on: datetime.date, near: int) -> Case:
    """Return how the delivery of an action stands."""
    of_action = {"action": OuterRef("pk")}
    everything = actions._default_manager.all()
    steps = related_rows(everything, "milestones").filter(reached_on=None, **of_action)
    dependencies = cast("DependencyQuerySet", related_rows(everything, "dependencies").filter(**of_action))
    at_risk = (
        Q(status=Status.PAUSED)
        | Q(status=Status.NOT_STARTED, start_on__lt=on)
        | Q(Exists(steps.filter(due_on__lt=on)))
        | Q(Exists(steps), due_on__lte=on + datetime.timedelta(days=near))
        | Q(Exists(dependencies.holding_up()))
    )
    return Case(
        When(status=Status.SIGNED_OFF, then=Value(Delivery.COMPLETE)),
        When(status=Status.DELIVERED, then=Value(Delivery.DELIVERED)),
        When(status__in=GIVEN_UP, then=Value(Delivery.STOPPED)),
        When(due_on__lt=on, then=Value(Delivery.LATE)),
        When(at_risk, then=Value(Delivery.AT_RISK)),
        When(status=Status.NOT_STARTED, then=Value(Delivery.NOT_DUE)),
        default=Value(Delivery.ON_TRACK),
        output_field=models.CharField(),
    )


class ActionQuerySet(models.QuerySet):
    """Scopes of actions. The day that a scope depends on is passed in."""

    def visible_to(self, user: User | AnonymousUser) -> "ActionQuerySet":
        """Every action for those who see the record; for an action lead those they lead or support."""
        if is_allowed(user, Permission.SEE_RECORD):
            return self
        if is_person(user) and is_allowed(user, Permission.SEE_OWN_ACTIONS):
            return self.involving(user)
        return self.none()

    def involving(self, user: User) -> "ActionQuerySet":
        """Actions that this person leads or supports."""
        return self.filter(Q(lead=user) | Q(pk__in=user.actions_supported.values("pk")))

    def open(self) -> "ActionQuerySet":
        """Actions still to be delivered: not started, in progress or paused."""
        return self.filter(is_open())

    def overdue(self, *, on: datetime.date) -> "ActionQuerySet":
        """Open actions whose due date is before this day."""
        return self.filter(is_overdue(on))

    def due_soon(self, *, on: datetime.date, days: int = DUE_SOON_DAYS) -> "ActionQuerySet":
        """Open actions due from this day to so many days later, both days included."""
        return self.filter(is_due_soon(on, days))

    def awaiting_sign_off(self) -> "ActionQuerySet":
        """Actions that their lead calls delivered and no manager has signed off."""
        return self.filter(status=Status.DELIVERED)

    def going_on(self) -> "ActionQuerySet":
        """Actions that have not ended: to be delivered, or delivered and waiting for a sign-off."""
        return self.exclude(status__in=ENDED)

    def ended(self) -> "ActionQuerySet":
        """Actions that were signed off, cancelled or superseded, those due last first."""
        return self.filter(status__in=ENDED).order_by("-due_on", "-pk")

    def not_given_up(self) -> "ActionQuerySet":
        """Actions that still count for what they are about: neither cancelled nor replaced by another."""
        return self.exclude(status__in=GIVEN_UP)

    def not_signed_off(self) -> "ActionQuerySet":
        """Actions that no manager has called delivered for good."""
        return self.exclude(status=Status.SIGNED_OFF)

    def shown_to_have_made_a_difference(self) -> "ActionQuerySet":
        """Signed-off actions whose latest sign-off says on evidence that they made a difference, if only in part."""
        sign_offs = cast("SignOffQuerySet", self._rows("sign_offs").order_by())
        shown = sign_offs.current().showing_a_difference()
        return self.filter(Exists(shown), status=Status.SIGNED_OFF)

    def extension_waiting(self) -> "ActionQuerySet":
        """Open actions with an extension that nobody has decided yet."""
        return self.open().filter(Exists(self._rows("extensions").filter(decision="")))

    def looked_at_again(self, **asked: Any) -> "ActionQuerySet":
        """Signed-off actions whose latest sign-off has asked to look again at the difference, on a day as told."""
        sign_offs = cast("SignOffQuerySet", related_rows(self, "sign_offs").order_by().filter(**asked))
        return self.filter(status=Status.SIGNED_OFF, pk__in=sign_offs.current().values("action"))

    def about_theme(self, theme: models.Model) -> "ActionQuerySet":
        """Actions about a finding with this theme."""
        return self.filter(Exists(self._behind().filter(themes=theme)))

    def without_theme(self) -> "ActionQuerySet":
        """Actions about findings that have no theme."""
        return self.exclude(Exists(self._behind().filter(themes__isnull=False)))

    def about_review(self, review: models.Model) -> "ActionQuerySet":
        """Actions about a finding of this review."""
        return self.filter(Exists(self._behind().filter(review=review)))

    def matching(self, words: str) -> "ActionQuerySet":
        """Actions in which every one of the words occurs."""
        return self.filter(every_word(words, "reference", "title", "success_measure"))

    def open_first(self) -> "ActionQuerySet":
        """Actions in order of due date, those that have ended last."""
        ended = Case(When(status__in=ENDED, then=Value(1)), default=Value(0))
        return self.order_by(ended, "due_on", "pk")

    def slipped_most(self) -> "ActionQuerySet":
        """Actions in order of how far their due date has moved, furthest first."""
        slip = ExpressionWrapper(F("due_on") - F("original_due_on"), output_field=models.DurationField())
        return self.order_by(slip.desc(), "due_on", "pk")

    def with_look_again(self) -> "ActionQuerySet":
        """Add the day on which the latest sign-off asks to look again, or None."""
        latest = cast("SignOffQuerySet", self._rows("sign_offs")).latest_first()
        return self.annotate(look_again_on=Subquery(latest.values("look_again_on")[:1]))

    def with_lead_words(self) -> "ActionQuerySet":
        """Add who leads each, as `lead_words`: a post, or the organisation of somebody without one."""
        return self.annotate(
            lead_words=Coalesce(NullIf("lead__job_title", Value("")), "lead_organisation__name")
        )

    def with_delivery(self, *, on: datetime.date, near: int) -> "ActionQuerySet":
        """Add how the delivery of each action stands on a day, as `delivery`; `near` in days before the due date."""
        return self.annotate(delivery=delivery_on(self.model, on, near))

    def as_listed(self, *, on: datetime.date, near: int) -> "ActionQuerySet":
        """Add everything that lists of actions show."""
        return self.with_progress().with_delivery(on=on, near=near)

    def with_slips(self) -> "ActionQuerySet":
        """Add how many extensions were granted, which is told wherever the due date is."""
        granted = (
            self._rows("extensions")
            .filter(decision="granted")
            .order_by()
            .values("action")
            .annotate(number=Count("pk"))
        )
        return self.annotate(
            extensions_granted=Coalesce(Subquery(granted.values("number")), 0, output_field=IntegerField())
        )

    def with_progress(self) -> "ActionQuerySet":
        """Add what every list shows: people, granted extensions, and the latest update's percentage and moment."""
        latest = self._rows("updates").order_by(STANDS_AT.desc(), "-pk")
        listed = self.with_slips().with_percent_complete()
        return listed.select_related("lead", "lead_organisation", "group").annotate(
            updated_at=Subquery(latest.values(at=STANDS_AT)[:1])
        )

    def with_percent_complete(self) -> "ActionQuerySet":
        """Add the latest update's percentage, or None."""
        latest = self._rows("updates").order_by(STANDS_AT.desc(), "-pk")
        return self.annotate(percent_complete=Subquery(latest.values("percent_complete")[:1]))

    def for_plan(self) -> "ActionQuerySet":
        """Add what an action plan tells of each action besides: milestones, what it waits for, the latest words."""
        latest = self._rows("updates").order_by(STANDS_AT.desc(), "-pk")
        milestones = related_rows(self, "milestones").select_related("reached_by")
        waits = related_rows(self, "dependencies").select_related("waits_for")
        return self.annotate(latest_narrative=Subquery(latest.values("narrative")[:1])).prefetch_related(
            Prefetch("milestones", milestones), Prefetch("dependencies", waits)
        )

    def with_waits(self) -> "ActionQuerySet":
        """Add since when an extension waits, since when the status is what it is, and the day to look again."""
        waiting = self._rows("extensions").filter(decision="")
        latest = self._rows("transitions").order_by("-made_at", "-pk")
        return self.with_look_again().annotate(
            extension_waiting_id=Subquery(waiting.values("pk")[:1]),
            extension_asked_at=Subquery(waiting.values("asked_at")[:1]),
            status_since=Subquery(latest.values("made_at")[:1]),
        )

    def with_silence(self) -> "ActionQuerySet":
        """Add the day of the last sign of each: an update, a change of status, its agreement or its start."""
        updates = self._rows("updates").order_by(STANDS_AT.desc(), "-pk").values(at=STANDS_AT)
        changes = self._rows("transitions").order_by("-made_at", "-pk").values("made_at")
        signs = (TruncDate(Coalesce(Subquery(rows[:1]), "agreed_at")) for rows in (updates, changes))
        return self.annotate(silent_since=Greatest(*signs, TruncDate("agreed_at"), F("start_on")))

    def awaiting_decision(self, *, by: User, on: datetime.date) -> "ActionQuerySet":
        """Actions that wait for this manager: an extension, a sign-off, or a second look at the difference."""
        everything = cast(ActionQuerySet, self.model._default_manager.order_by())
        judged = everything.independent_of(by)
        asked = related_rows(self, "extensions").order_by().filter(decision="").exclude(asked_by=by)
        # Each kind is looked for from its few rows, so that not every action is asked for its own.
        extensions = everything.open().filter(pk__in=asked.values("action")).values("pk")
        others = (judged.awaiting_sign_off(), judged.looked_at_again(look_again_on__lte=on))
        waiting = extensions.union(*(kind.values("pk") for kind in others), all=True)
        return self.with_waits().select_related("lead").exclude(lead=by).filter(pk__in=waiting)

    def longest_wait_first(self) -> "ActionQuerySet":
        """Actions fetched `awaiting_decision()` in order of the day since when each waits."""
        since = Case(
            When(status=Status.SIGNED_OFF, then=F("look_again_on")),
            When(status=Status.DELIVERED, then=TruncDate(Coalesce("status_since", "agreed_at"))),
            default=TruncDate("extension_asked_at"),
            output_field=models.DateField(),
        )
        return self.order_by(since, "pk")

    def independent_of(self, user: User) -> "ActionQuerySet":
        """Actions whose delivery this person can judge: not led by them, now or when delivered, nor reported so."""
        deliveries = cast("TransitionQuerySet", self._rows("transitions").order_by()).deliveries()
        return self.exclude(lead=user).filter(~Exists(deliveries.filter(Q(led_by=user) | Q(made_by=user))))

    def _behind(self) -> QuerySet:
        """Findings behind the action of the outer query."""
        return related_rows(self, "findings").filter(actions=OuterRef("pk"))

    def _rows(self, name: str) -> QuerySet:
        """Rows of a kind that belong to the action of the outer query."""
        return related_rows(self, name).filter(action=OuterRef("pk"))


class GroupQuerySet(RecordQuerySet):
    """Scopes of groups."""

    def active(self) -> "GroupQuerySet":
        """Groups that can be given actions today."""
        return self.filter(is_active=True)

    def with_action_counts(self, *, on: datetime.date) -> "GroupQuerySet":
        """Add how many actions each group owns, how many are open, and how many of those are overdue."""
        actions = cast(ActionQuerySet, related_rows(self, "actions").order_by())

        def number(scope: ActionQuerySet) -> Count:
            return Count("actions", filter=Q(actions__in=scope.values("pk")))

        return self.annotate(
            action_count=Count("actions"),
            open_count=number(actions.open()),
            overdue_count=number(actions.overdue(on=on)),
        ).order_by("name")
