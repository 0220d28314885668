"""How many actions were open, late, delivered and signed off at the end of each of the last eight quarters."""

import datetime
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Func, IntegerField, QuerySet
from django.db.models.sql.compiler import SQLCompiler

from actions.models import Extension, Transition
from actions.querysets import ActionQuerySet
from actions.rules.then import STOOD, end_of
from actions.statuses import OPEN

QUARTERS = 8
MONTHS = 3


@dataclass(frozen=True)
class Quarter:
    """The last day of a quarter, and how many actions stood how at its end."""

    ends_on: datetime.date
    numbers: Counter[str] = field(default_factory=Counter)


class Place(Func):
    """How many of some days or moments, given in order, that of a row has reached: rows that are alike count together.

    Of comparisons one by one, to make the SQL takes Django several times as long as the database takes to answer.
    """

    output_field = IntegerField()

    def __init__(self, name: str, limits: tuple[datetime.date, ...], **extra: Any) -> None:
        super().__init__(name, **extra)
        self.limits = limits

    def as_sql(self, compiler: SQLCompiler, connection: Any, *args: Any, **kwargs: Any) -> tuple[str, Any]:
        """Ask for the limits one after the other, the first of them first."""
        (source,) = self.get_source_expressions()
        column, params = compiler.compile(source)
        limits = [source.output_field.get_db_prep_value(limit, connection) for limit in self.limits]
        asked = " ".join(f"WHEN {column} < %s THEN {place}" for place in range(len(limits)))
        values = [value for limit in limits for value in (*params, limit)]
        return f"CASE {asked} ELSE {len(limits)} END", values


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
    change, moved_on = ("from_status", "to_status"), ("due_before_on", "due_asked_on", "decided_at")
    since_moved_on = [f"{EXTENSION}{name}" for name in moved_on]

    add(quarters, seen, ["status"], "agreed_at", "due_on")
    add(quarters, changes, change, "action__agreed_at", "action__due_on", "made_at")
    add(quarters, moved, ["action__status"], "action__agreed_at", *moved_on, names=LATE)
    add(quarters, of_moved, change, "action__agreed_at", *since_moved_on, "made_at", names=LATE)
    return quarters


EXTENSION = "action__extensions__"
"""The way from a change of status to the extensions of its action."""
LATE = ("late",)


def add(
    quarters: list[Quarter],
    rows: QuerySet,
    statuses: Sequence[str],
    *days: str,
    names: Collection[str] = tuple(STOOD),
) -> None:
    """Add rows to the quarters by their status, and take them from those of the status that a change gave them.

    Their days are that of the agreement, from which they count, the due date, after which they count as late, and
    those with which they count no more.
    """
    for status, sign, agreed, due, end, number in counted(quarters, rows, statuses, *days):
        stood = {"open": agreed, "late": max(agreed, due)} if status in OPEN else {status: agreed}
        for name in stood.keys() & names:
            for quarter in quarters[stood[name] : end]:
                quarter.numbers[name] += sign * number


def counted(
    quarters: list[Quarter], rows: QuerySet, statuses: Sequence[str], *days: str
) -> Iterator[tuple[str, int, int, int, int, int]]:
    """Count the rows of each status by the quarters that their days fall into, all in one query.

    Yield a status, 1 or -1, the quarters of the agreement and of the due date, the earliest of the others, a number.
    """
    ends_on = tuple(quarter.ends_on for quarter in quarters)
    limits = {"_on": ends_on, "_at": tuple(end_of(day) for day in ends_on)}
    places = {f"place_{number}": Place(name, limits[name[-3:]]) for number, name in enumerate(days)}
    grouped = rows.annotate(**places).values_list(*statuses, *places).annotate(number=Count("pk"))
    for *row, number in grouped:
        agreed, due, *ends = row[len(statuses) :]
        for status, sign in zip(row[: len(statuses)], (1, -1), strict=False):
            yield status, sign, agreed, due, min(ends, default=QUARTERS), number
