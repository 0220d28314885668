"""How actions stood at the end of a day, read back from the rows that were added since."""

import datetime
from collections.abc import Callable, Collection

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from actions.kept import kept
from actions.models import Extension, Transition
from actions.statuses import OPEN, Status

STOOD = {
    "open": "Open",
    "late": "Open and late",
    "delivered": "Delivered, awaiting sign-off",
    "signed_off": "Signed off",
}
"""How an action can have stood, by the names that addresses use."""


def beginning_of(day: datetime.date) -> datetime.datetime:
    """Return the first moment of a day."""
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))


def end_of(day: datetime.date) -> datetime.datetime:
    """Return the first moment after a day."""
    return beginning_of(day + datetime.timedelta(days=1))


def stood(name: str, *, at: datetime.date) -> Q:
    """Return what the actions that stood so at the end of a day have in common."""
    conditions: dict[str, Callable[[], Q]] = {
        "open": lambda: had_status(OPEN, at),
        "late": lambda: was_late(at),
        "delivered": lambda: had_status({Status.DELIVERED}, at),
        "signed_off": lambda: had_status({Status.SIGNED_OFF}, at),
    }
    return conditions[name]()


def was_late(day: datetime.date) -> Q:
    """Open at the end of a day, and due before it."""
    return Q(agreed_at__lt=end_of(day)) & was_due_before(day) & had_status(OPEN, day)


def had_status(statuses: Collection[Status], day: datetime.date) -> Q:
    """One of these statuses at the end of a day: what the first change afterwards took away, or else today's."""
    later = Transition.objects.filter(made_at__gte=end_of(day))
    taken_away = first_of(later).filter(from_status__in=statuses)
    unchanged = Q(status__in=statuses) & ~Q(pk__in=later.order_by().values("action"))
    return Q(agreed_at__lt=end_of(day)) & (unchanged | Q(pk__in=taken_away.values("action")))


def first_of(rows: QuerySet[Transition]) -> QuerySet[Transition]:
    """Return of each action the first of these changes."""
    before = Q(made_at__lt=OuterRef("made_at")) | Q(made_at=OuterRef("made_at"), pk__lt=OuterRef("pk"))
    earlier = rows.order_by().filter(before, action=OuterRef("action"))
    return rows.order_by().filter(~Exists(earlier))


@kept
def was_due_before(day: datetime.date, action: str = "") -> Q:
    """Due before a day, as the due date stood at its end: only an extension moves it, and only to a later day.

    `action` is the way from the row to its action, with two underscores at its end.
    """
    moved = Extension.objects.filter(
        decision=Extension.Decision.GRANTED, decided_at__gte=end_of(day), due_before_on__lt=day
    )
    since_moved = Q(**{f"{action}pk__in": moved.order_by().values("action")})
    return Q(**{f"{action}original_due_on__lt": day}) & (Q(**{f"{action}due_on__lt": day}) | since_moved)
