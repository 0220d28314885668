"""How many actions were open, late, delivered and signed off at the end of each of the last eight quarters."""

import datetime
from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Count, Q

from actions.models import Transition
from actions.querysets import ActionQuerySet
from actions.rules.then import end_of, was_due_before
from actions.statuses import OPEN, Status

QUARTERS = 8
MONTHS = 3


@dataclass(frozen=True)
class Quarter:
    """The last day of a quarter, and how many actions stood how at its end."""

    ends_on: datetime.date
    numbers: Counter[str] = field(default_factory=Counter)


def quarter_ends(on: datetime.date) -> list[datetime.date]:
    """Return the last days of the eight quarters that ended before a day, the earliest first."""
    first = datetime.date(on.year, on.month - (on.month - 1) % MONTHS, 1)
    ends = []
    for _ in range(QUARTERS):
        ends.append(first - datetime.timedelta(days=1))
        first = datetime.date(ends[-1].year, ends[-1].month - MONTHS + 1, 1)
    return ends[::-1]


def trend_of(actions: ActionQuerySet, *, on: datetime.date) -> list[Quarter]:
    """Count back from today in two queries: as actions stand now, less every change of status since.

    A change gives its action to one status and takes it from another, so that undoing every change after a day in
    the sums leaves what was at its end. Late is reckoned alike, among the actions that were due before the day.
    """
    quarters = [Quarter(day) for day in quarter_ends(on)]
    now = actions.order_by().values_list("status").annotate(**counts_of(quarters))
    for status, *numbers in now:
        add(quarters, numbers, status, 1)
    changes = (
        Transition.objects.filter(action__in=actions.order_by(), made_at__gte=end_of(quarters[0].ends_on))
        .order_by()
        .values_list("from_status", "to_status")
        .annotate(**counts_of(quarters, "action__"))
    )
    for before, after, *numbers in changes:
        add(quarters, numbers, after, -1)
        add(quarters, numbers, before, 1)
    return quarters


def counts_of(quarters: list[Quarter], action: str = "") -> dict[str, Count]:
    """Return what counts, for each quarter, the actions agreed by its end and those of them due before its last day.

    With the way from a change to its `action`, it counts the changes after the quarter instead.
    """
    counts = {}
    for place, quarter in enumerate(quarters):
        agreed = Q(**{f"{action}agreed_at__lt": end_of(quarter.ends_on)})
        if action:
            agreed = Q(made_at__gte=end_of(quarter.ends_on)) & agreed
        due = agreed & was_due_before(quarter.ends_on, action)
        counts[f"agreed_{place}"] = Count("pk", filter=agreed)
        counts[f"due_{place}"] = Count("pk", filter=due)
    return counts


def add(quarters: list[Quarter], numbers: list[int], status: str, sign: int) -> None:
    """Add to each quarter, or take from it, what was counted of a status: all, and those due by then."""
    for quarter, agreed, due in zip(quarters, numbers[::2], numbers[1::2], strict=True):
        if status in OPEN:
            quarter.numbers["open"] += sign * agreed
            quarter.numbers["late"] += sign * due
        elif status in (Status.DELIVERED, Status.SIGNED_OFF):
            quarter.numbers[status] += sign * agreed
