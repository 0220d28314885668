"""What happened to actions since a day, told from the rows that were added: the day itself counts."""

import datetime
from collections.abc import Callable
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from actions.kept import kept
from actions.models import Action, Extension, SignOff, Transition, Update
from actions.rules.scale import Scale
from actions.rules.then import beginning_of, was_late
from actions.statuses import DONE, GIVEN_UP, OPEN, Status, is_open, is_overdue

MOVED = {
    "agreed": "Newly agreed",
    "delivered": "Delivered",
    "signed_off": "Signed off",
    "difference": "Found to have made a difference",
    "slipped": "Slipped to a later date",
    "became_late": "Became late",
    "confidence_fell": "Confidence fell",
    "reopened": "Reopened or sent back",
}
"""What can have happened, by the names that addresses use."""
DIFFERENCE = (SignOff.Difference.YES, SignOff.Difference.PARTLY)
"""The answers that say that an action made a difference, fully or partly."""
OVER = DONE | GIVEN_UP
"""What an action is reopened or sent back from: to be open again."""


def moved(name: str, scale: Scale, *, since: datetime.date, on: datetime.date) -> Q:
    """Return what the actions to which this happened have in common."""
    conditions: dict[str, Callable[[], Q]] = {
        "agreed": lambda: Q(agreed_at__gte=beginning_of(since)),
        "delivered": lambda: has_moved(since, to_status=Status.DELIVERED),
        "signed_off": lambda: has_moved(since, to_status=Status.SIGNED_OFF),
        "difference": lambda: has_made_a_difference(since),
        "slipped": lambda: has_slipped(since),
        "became_late": lambda: became_late(since, on=on),
        "confidence_fell": lambda: confidence_fell(since, tuple(scale.confidence)),
        "reopened": lambda: has_moved(since, from_status__in=OVER, to_status__in=OPEN),
    }
    return conditions[name]()


@kept
def has_moved(since: datetime.date, **change: Any) -> Q:
    """Its status changed so, be it that it changed again afterwards."""
    return its(Transition.objects.filter(made_at__gte=beginning_of(since), **change))


@kept
def has_slipped(since: datetime.date) -> Q:
    """A later due date was granted."""
    granted = Extension.Decision.GRANTED
    return its(Extension.objects.filter(decision=granted, decided_at__gte=beginning_of(since)))


@kept
def has_made_a_difference(since: datetime.date) -> Q:
    """A manager answered that it has made a difference, fully or partly."""
    given = SignOff.objects.filter(signed_off_at__gte=beginning_of(since), made_difference__in=DIFFERENCE)
    return its(given)


def its(rows: QuerySet) -> Q:
    """Return the condition that an action has such a row; the rows are read once, not for each action."""
    return Q(pk__in=rows.order_by().values("action"))


@kept
def became_late(since: datetime.date, *, on: datetime.date) -> Q:
    """It is late, and was not at the end of the day before, or had not been agreed by then."""
    return is_overdue(on) & ~was_late(since - datetime.timedelta(days=1))


@kept
def confidence_fell(since: datetime.date, levels: tuple[str, ...]) -> Q:
    """It is open, and its lead is less confident than at the last update before; the most confident level is first.

    A correction counts where what it corrects stood: what was wrong before does not fall when it is put right.
    """
    first = beginning_of(since)
    known = Update.objects.filter(action=OuterRef("pk"))
    before = known.filter(Q(stands_at=None, posted_at__lt=first) | Q(stands_at__lt=first))
    posted = Update.objects.filter(posted_at__gte=first).exclude(stands_at__lt=first)
    reported = Action.objects.filter(is_open(), its(posted))
    now_then = {"confidence_then": Subquery(before.latest_first().values("confidence")[:1])}
    less = Q(pk__in=[])
    for place, now in enumerate(levels[1:], start=1):
        less |= Q(confidence=now, confidence_then__in=levels[:place])
    fell = reported.alias(**now_then).filter(less)
    return Q(pk__in=fell.order_by().values("pk"))
