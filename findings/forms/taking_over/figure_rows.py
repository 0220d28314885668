"""The figures of a document as it gives them, read for recording."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from findings.forms.taking_over.likeness import best_match
from findings.forms.taking_over.rows import Row
from findings.models import Measure, Measurement
from findings.models.measure import agrees, value_of_fraction
from findings.presenters.measures import plain_number, value_in_words
from findings.presenters.particulars import day_of
from portal.wording import day

UNITS = {"%": Measure.Unit.PERCENT, "days": Measure.Unit.DAYS}


@dataclass(frozen=True)
class FigureRow(Row):
    """A figure as the document gives it, and the measure that seems to be meant."""

    name: str = ""
    unit: str = Measure.Unit.NUMBER
    value: Decimal = Decimal(0)
    numerator: int | None = None
    denominator: int | None = None
    measured_on: datetime.date | None = None
    parts: Sequence[str] = ()
    source: str = ""
    measure: str = ""
    url: str = ""

    @property
    def is_share(self) -> bool:
        """Whether the document gives it as a percentage."""
        return self.unit == Measure.Unit.PERCENT

    @property
    def computed(self) -> Decimal | None:
        """What the fraction comes to, where the percentage beside it is another."""
        computed = value_of_fraction(self.unit, self.numerator, self.denominator)
        return None if computed is None or agrees(self.value, computed) else computed


def figure_row(
    number: int, said: Mapping[str, Any], *, source: str, measures: Mapping[str, Measure]
) -> FigureRow:
    """A figure of the document, with the measure of its unit whose name is most like its words, if one is."""
    share, value = said.get("percent"), said["value"]
    unit = Measure.Unit.PERCENT if share is not None else UNITS.get(said["unit"], Measure.Unit.NUMBER)
    place, written = said.get("source_ref") or "", str(said.get("date") or "")
    on = day_of(written)
    names = {key: row.name for key, row in measures.items() if row.unit == unit}
    row = FigureRow(
        f"figure-{number}",
        said["as_written"],
        name=said["name"],
        unit=unit,
        value=Decimal(str(value if share is None else share)),
        numerator=int(value) if share is not None else None,
        denominator=said.get("out_of") if share is not None else None,
        measured_on=on,
        parts=parts_of(written),
        source=source,
        measure=best_match(said["name"], names) or "",
    )
    return replace(row, lines=tuple(_lines(row, said["unit"], written, place)))


def marked(
    rows: Sequence[FigureRow], there: list[Measurement], *, added_at: datetime.datetime
) -> Iterator[FigureRow]:
    """Mark the figures that are recorded: under the measure that is meant and their day, or from the same place.

    What was recorded before the document was added came from another of the same name.
    """
    left = list(there)
    for row in rows:
        found = next((value for value in left if _is_recorded(row, value, added_at)), None)
        if found is None:
            yield row
            continue
        left.remove(found)
        standing = f"Recorded as the value of “{found.measure}” on {day(found.measured_on)}."
        url = found.measure.get_absolute_url()
        yield replace(row, tag="Recorded", colour="green", standing=standing, url=url)


def _is_recorded(row: FigureRow, there: Measurement, added_at: datetime.datetime) -> bool:
    if there.value != row.value:
        return False
    is_meant = str(there.measure_id) == row.measure and there.measured_on == row.measured_on
    is_from_here = there.source == row.source and there.recorded_at >= added_at
    return is_meant or (is_from_here and row.measured_on in (None, there.measured_on))


def _lines(row: FigureRow, counted: str, written: str, place: str) -> Iterator[str]:
    """What was read in the words: value, date and place; and where fraction and percentage disagree."""
    value = f"£{plain_number(row.value)}" if counted == "GBP" else value_in_words(row.unit, row.value)
    if row.numerator is not None:
        behind = f" of {row.denominator:,}" if row.denominator else ""
        value = f"{value} ({row.numerator:,}{behind})"
    when = day(row.measured_on) or _month(row.parts) or written or "no date"
    yield " · ".join(filter(None, (f"Value {value}", when, place)))
    if row.computed is not None:
        computed = value_in_words(row.unit, row.computed)
        stated = value_in_words(row.unit, row.value)
        yield f"{row.numerator:,} of {row.denominator:,} is {computed}; the document states {stated}, which is kept"


def parts_of(written: str) -> list[str]:
    """Day, month and year as far as the document gives them."""
    numbers = written.split("-")
    if len(numbers) not in (2, 3) or not all(part.isdecimal() for part in numbers):
        return ["", "", ""]
    year, month, *rest = numbers
    return [*(str(int(part)) for part in rest), *[""] * (1 - len(rest)), str(int(month)), year]


def _month(parts: Sequence[str]) -> str:
    if not parts[1]:
        return ""
    return day(datetime.date(int(parts[2]), int(parts[1]), 1)).removeprefix("1 ")


def plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
