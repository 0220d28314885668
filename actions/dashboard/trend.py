"""How many actions were open, late, delivered and signed off at the end of each of the last eight quarters."""

import datetime
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Count, QuerySet

from actions.models import Extension, Transition
from actions.querysets import ActionQuerySet
from actions.rules.then import STOOD, end_of
from actions.statuses import OPEN
from portal.databases import Place

QUARTERS = 8
MONTHS = 3


@dataclass(frozen=True)
class Quarter:
    """The last day of a quarter, and how many actions stood how at its end."""

    ends_on: datetime.date
    numbers: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class Days:
    """By which columns the rows of a query count: from when, after which day as late, and from when on no more.

    Those that end in `_on` are days, the others moments. A row counts no more after the day to which the due date
    was moved, nor from when it was moved there or its status changed.
    """

    agreed_at: str
    due_on: str
    moved_to_on: str = ""
    moved_at: str = ""
    changed_at: str = ""

    def places(self, quarters: Sequence[Quarter]) -> dict[str, Place]:
        """Return into which quarter, by its number, each of them falls."""
        days = [quarter.ends_on for quarter in quarters]
        moments = [end_of(day) for day in days]
        limits: dict[str, Sequence[datetime.date]] = {
            "agreed_at": moments,
            "due_on": days,
            "moved_to_on": days,
            "moved_at": moments,
            "changed_at": moments,
        }
        columns = {name: str(getattr(self, name)) for name in limits}
        return {f"place_{name}": Place(column, limits[name]) for name, column in columns.items() if column}


def quarter_ends(on: datetime.date) -> list[datetime.date]:
    """Return the last days of the eight quarters that ended before a day, the earliest first."""
    first = datetime.date(on.year, on.month - (on.month - 1) % MONTHS, 1)
    ends = []
    for _ in range(QUARTERS):
        ends.append(first - datetime.timedelta(days=1))
        first = datetime.date(ends[-1].year, ends[-1].month - MONTHS + 1, 1)
    return ends[::-1]


def trend_of(actions: ActionQuerySet, *, on: datetime.date) -> list[Quarter]:
    """Count back from today in four queries: as actions stand now, less every change of status since.

    A change gives its action to one status and takes it from another, so that undoing every change after a day in
    the sums leaves what was at its end. Late is reckoned alike, among the actions that were due before the day: by
    their due date of today, or by the one from which an extension that was granted after the day moved it on past it.
    """
    quarters = [Quarter(day) for day in quarter_ends(on)]
    seen, first = actions.order_by(), end_of(quarters[0].ends_on)
    granted = {"decision": Extension.Decision.GRANTED, "decided_at__gte": first}
    moved = Extension.objects.order_by().filter(action__in=seen, **granted)
    changes = Transition.objects.order_by().filter(action__in=seen, made_at__gte=first)
    of_moved = changes.filter(**{f"{EXTENSION}{name}": value for name, value in granted.items()})
    change = ("from_status", "to_status")
    agreed, due = "action__agreed_at", "action__due_on"
    by_extension = {"due_on": "due_before_on", "moved_to_on": "due_asked_on", "moved_at": "decided_at"}
    of_extension = {name: f"{EXTENSION}{column}" for name, column in by_extension.items()}

    add(quarters, seen, ["status"], Days("agreed_at", "due_on"))
    add(quarters, changes, change, Days(agreed, due, changed_at="made_at"))
    add(quarters, moved, ["action__status"], Days(agreed, **by_extension), names=LATE)
    add(quarters, of_moved, change, Days(agreed, **of_extension, changed_at="made_at"), names=LATE)
    return quarters


EXTENSION = "action__extensions__"
"""The way from a change of status to the extensions of its action."""
LATE = ("late",)
ENDS = {"place_moved_to_on", "place_moved_at", "place_changed_at"}


def add(
    quarters: list[Quarter],
    rows: QuerySet,
    statuses: Sequence[str],
    days: Days,
    *,
    names: Collection[str] = tuple(STOOD),
) -> None:
    """Add rows to the quarters by their status, and take them from those of the status that a change gave them."""
    for row in counted(quarters, rows, statuses, days):
        late = max(row.agreed, row.due)
        stood = {"open": row.agreed, "late": late} if row.status in OPEN else {row.status: row.agreed}
        for name in stood.keys() & names:
            for quarter in quarters[stood[name] : row.end]:
                quarter.numbers[name] += row.number


class Alike(NamedTuple):
    """How many rows have one status, from which quarters on they count and as late, and before which no more.

    Those of the status that a change gave them are fewer than none.
    """

    status: str
    agreed: int
    due: int
    end: int
    number: int


def counted(quarters: list[Quarter], rows: QuerySet, statuses: Sequence[str], days: Days) -> Iterator[Alike]:
    """Count the rows of each status by the quarters that their days fall into, all in one query."""
    places = days.places(quarters)
    grouped = rows.annotate(**places).values(*statuses, *places).annotate(number=Count("pk"))
    for row in grouped:
        ends = [row[name] for name in places.keys() & ENDS]
        agreed, due, end = row["place_agreed_at"], row["place_due_on"], min(ends, default=QUARTERS)
        for status, sign in zip(statuses, (1, -1), strict=False):
            yield Alike(row[status], agreed, due, end, sign * row["number"])
