"""What happened to actions since a day, told from the rows that were added: the day itself counts."""

import datetime
from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from actions.models import Action, Extension, SignOff, Transition, Update
from actions.rules.scale import Scale
from actions.rules.then import beginning_of, end_of, had_status, was_late
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


def moved(
    name: str, scale: Scale, *, since: datetime.date, on: datetime.date, until: datetime.date | None = None
) -> Q:
    """Return what the actions to which this happened have in common; with a last day, nothing after it counts."""
    conditions: dict[str, Callable[[], Q]] = {
        "agreed": lambda: Q(**within("agreed_at", since, until)),
        "delivered": lambda: has_moved(since, until, to_status=Status.DELIVERED),
        "signed_off": lambda: has_moved(since, until, to_status=Status.SIGNED_OFF),
        "difference": lambda: has_made_a_difference(since, until),
        "slipped": lambda: has_slipped(since, until),
        "became_late": lambda: became_late(since, on=on, until=until),
        "confidence_fell": lambda: confidence_fell(since, list(scale.confidence), until),
        "reopened": lambda: has_moved(since, until, from_status__in=DONE | GIVEN_UP, to_status__in=OPEN),
    }
    return conditions[name]()


def within(field: str, since: datetime.date, until: datetime.date | None) -> dict[str, Any]:
    """Return the condition that a moment lies in the days since one, and until another where there is one."""
    ends = {f"{field}__lt": end_of(until)} if until else {}
    return {f"{field}__gte": beginning_of(since), **ends}


def has_moved(since: datetime.date, until: datetime.date | None, **change: Any) -> Q:
    """Its status changed so, be it that it changed again afterwards."""
    return its(Transition.objects.filter(**within("made_at", since, until), **change))


def has_slipped(since: datetime.date, until: datetime.date | None) -> Q:
    """A later due date was granted."""
    granted = Extension.Decision.GRANTED
    return its(Extension.objects.filter(decision=granted, **within("decided_at", since, until)))


def has_made_a_difference(since: datetime.date, until: datetime.date | None) -> Q:
    """A manager answered that it has made a difference, fully or partly."""
    answers = (SignOff.Difference.YES, SignOff.Difference.PARTLY)
    given = SignOff.objects.filter(**within("signed_off_at", since, until), made_difference__in=answers)
    return its(given)


def its(rows: QuerySet) -> Q:
    """Return the condition that an action has such a row; the rows are read once, not for each action."""
    return Q(pk__in=rows.order_by().values("action"))


def became_late(since: datetime.date, *, on: datetime.date, until: datetime.date | None = None) -> Q:
    """It is late, and was not at the end of the day before, or had not been agreed by then."""
    return (was_late(until) if until else is_overdue(on)) & ~was_late(since - datetime.timedelta(days=1))


def confidence_fell(since: datetime.date, levels: Sequence[str], until: datetime.date | None = None) -> Q:
    """It is open, and its lead is less confident than at the last update before; the most confident level is first.

    A correction counts where what it corrects stood: what was wrong before does not fall when it is put right.
    """
    first = beginning_of(since)
    known = Update.objects.filter(
        action=OuterRef("pk"), **({"posted_at__lt": end_of(until)} if until else {})
    )
    before = known.filter(Q(stands_at=None, posted_at__lt=first) | Q(stands_at__lt=first))
    posted = Update.objects.filter(**within("posted_at", since, until)).exclude(stands_at__lt=first)
    was_open = had_status(OPEN, until) if until else is_open()
    reported = Action.objects.filter(was_open, its(posted))
    now_then = {"confidence_then": Subquery(before.latest_first().values("confidence")[:1])}
    if until:
        now_then["confidence_now"] = Subquery(known.latest_first().values("confidence")[:1])
    less = Q(pk__in=[])
    for place, now in enumerate(levels[1:], start=1):
        less |= Q(**{"confidence_now" if until else "confidence": now}, confidence_then__in=levels[:place])
    fell = reported.alias(**now_then).filter(less)
    return Q(pk__in=fell.order_by().values("pk"))
