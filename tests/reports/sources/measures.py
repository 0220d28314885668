"""The measures that an inventory lists, recorded with their values through the portal's services."""

import calendar
import datetime
import re
from decimal import Decimal
from typing import Any

from findings.models import Measure
from findings.services.measures import add_measure, add_measurement
from portal.models import User

MONTHS = list(calendar.month_name)[1:]
CHILDREN = ("children", "young people")


def record_measures(*, by: User, rows: list[dict[str, Any]], at: datetime.date) -> None:
    """Record each measure once, with every value that it has."""
    measures: dict[str, Measure] = {}
    for row in rows:
        name = row["name"]
        if name not in measures:
            measures[name] = add_measure(
                by=by,
                details={
                    "name": name,
                    "unit": Measure.Unit.PERCENT if row["unit"].startswith("%") else Measure.Unit.NUMBER,
                    "counts_children": row["unit"] in CHILDREN,
                },
            )
        details = {
            "measured_on": day_of(row["date"], at=at),
            "value": Decimal(row["value"]),
            "source": row["source_ref"],
        }
        add_measurement(by=by, measure=measures[name], details=details)


def first_day(period: str | None) -> datetime.date | None:
    """Return the first day of a period that is said to be since a month."""
    found = re.search(rf"({'|'.join(MONTHS)}) (\d{{4}})", period or "")
    return datetime.date(int(found[2]), MONTHS.index(found[1]) + 1, 1) if found else None


def day_of(date: str | None, *, at: datetime.date) -> datetime.date:
    """Return the day of a value: the last one of a month or a year, none after the report's own."""
    parts = [int(part) for part in (date or "").split("-") if part]
    match parts:
        case [year, month, number]:
            return datetime.date(year, month, number)
        case [year, month]:
            return min(at, datetime.date(year, month, calendar.monthrange(year, month)[1]))
        case [year]:
            return min(at, datetime.date(year, 12, 31))
    return at
