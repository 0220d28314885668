"""How much each action needs attention: its reasons weighed and added up in the database, one point a day."""

import datetime
from functools import reduce
from operator import add
from typing import Any

from django.db import models
from django.db.models import Case, DurationField, ExpressionWrapper, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from actions.models import Confidence, Extension, SignOff, Transition, Update
from actions.querysets import STANDS_AT, ActionQuerySet
from actions.rules.scale import Scale
from actions.rules.standing import condition
from actions.rules.then import end_of
from actions.statuses import Status, is_open

HALF_DONE = 50
MOMENTS = ("asked_at", "moved_at", "heard_at")
# What each reason weighs, in days; most grow by the days that it has been so.
LATE, UNDECIDED, NOT_SIGNED_OFF, LOOK_AGAIN = 1000, 600, 500, 450
DOUBTFUL, LITTLE_DONE, PAUSED, NOT_STARTED, SILENT = 400, 350, 300, 250, 100


def neediest(actions: ActionQuerySet, scale: Scale, *, on: datetime.date, limit: int) -> list[int]:
    """Return the keys of the actions whose reasons weigh most together, the neediest first; one query."""
    going_on = is_open() | Q(status=Status.DELIVERED) | condition("look_again", scale, on=on)
    ranked = (
        actions.order_by()
        .filter(going_on)
        .alias(
            percent=Coalesce(latest(Update, STANDS_AT, F("percent_complete")), 0),
            heard_at=Coalesce(latest(Update, STANDS_AT, STANDS_AT), F("agreed_at")),
            moved_at=Coalesce(latest(Transition, F("made_at"), F("made_at")), F("agreed_at")),
            asked_at=latest(Extension, F("asked_at"), F("asked_at")),
            look_again=latest(SignOff, F("signed_off_at"), F("look_again_on")),
        )
        .alias(weight=reduce(add, reasons(scale, on)))
        .filter(weight__gt=datetime.timedelta())
    )
    return list(ranked.order_by("-weight", "due_on", "pk").values_list("pk", flat=True)[:limit])


def reasons(scale: Scale, on: datetime.date) -> list[Case]:
    """Return what each reason adds to an action's weight."""

    def stands(name: str) -> Q:
        return condition(name, scale, on=on)

    return [
        weighed(stands("overdue"), LATE, "due_on", on),
        weighed(stands("due_soon") & Q(percent__lt=HALF_DONE), LITTLE_DONE),
        weighed(stands("extension_waiting"), UNDECIDED, "asked_at", on),
        weighed(stands("awaiting_sign_off"), NOT_SIGNED_OFF, "moved_at", on),
        weighed(stands("look_again"), LOOK_AGAIN, "look_again", on),
        weighed(is_open() & Q(confidence=Confidence.LOW), DOUBTFUL),
        weighed(Q(status=Status.PAUSED), PAUSED, "moved_at", on),
        weighed(Q(status=Status.NOT_STARTED, start_on__lt=on), NOT_STARTED, "start_on", on),
        weighed(stands("no_recent_update"), SILENT, "heard_at", on),
    ]


def weighed(holds: Q, days: int, since: str = "", on: datetime.date | None = None) -> Case:
    """Return what a reason weighs where it holds: so many days, and those gone by since a day or a moment."""
    weight: Any = Value(datetime.timedelta(days=days), DurationField())
    if on is not None:
        until = end_of(on) if since in MOMENTS else on
        weight = weight + ExpressionWrapper(Value(until) - F(since), DurationField())
    return Case(When(holds, then=weight), default=Value(datetime.timedelta()), output_field=DurationField())


def latest(rows: type[models.Model], by: F | Coalesce, value: F | Coalesce) -> Subquery:
    """Return a value of the latest row of an action."""
    of_action = rows._default_manager.filter(action=OuterRef("pk"))
    return Subquery(of_action.order_by(by.desc(), "-pk").values(latest=value)[:1])
