"""What a person owes, in the order in which it is owed."""

import datetime
from collections.abc import Callable

from django.db.models import Count, Q

from actions.models import Action
from actions.querysets import ActionQuerySet
from actions.statuses import DUE_SOON_DAYS, Status, is_due_soon, is_open, is_overdue

OWED = {
    "overdue": "Overdue",
    "due_soon": f"Due in the next {DUE_SOON_DAYS} days",
    "later": "Due later",
    "delivered": "Delivered, awaiting sign-off",
}
"""The parts of a person's work, by the names that addresses use."""


def owed(name: str, *, on: datetime.date) -> Q:
    """Return what the actions in a part of somebody's work have in common."""
    last = on + datetime.timedelta(days=DUE_SOON_DAYS)
    conditions: dict[str, Callable[[], Q]] = {
        "overdue": lambda: is_overdue(on),
        "due_soon": lambda: is_due_soon(on),
        "later": lambda: is_open() & Q(due_on__gt=last),
        "delivered": lambda: Q(status=Status.DELIVERED),
    }
    return conditions[name]()


def count_owed(actions: ActionQuerySet, *, on: datetime.date) -> dict[str, int]:
    """Count the actions in each part of somebody's work; one query."""
    numbers = {f"number_{name}": Count("pk", filter=owed(name, on=on)) for name in OWED}
    counts = Action.objects.filter(pk__in=actions.order_by().values("pk")).order_by().aggregate(**numbers)
    return {name: counts[f"number_{name}"] for name in OWED}
