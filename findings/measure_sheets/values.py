"""The values of measures in a spreadsheet: which columns it has, and what is wrong with which cell."""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from findings.measure_sheets.cells import SheetCell, SheetRow, UnreadableSheet
from findings.models import Measure, Measurement
from findings.presenters.measures import words_for
from findings.rules.small_counts import SmallCounts
from portal.wording import joined

COLUMNS = {
    "measure": ("measure", "name", "measure name"),
    "measured_on": ("date", "day", "measured on"),
    "value": ("value",),
    "numerator": ("numerator", "how many"),
    "denominator": ("denominator", "out of", "out of how many"),
    "source": ("source",),
}
NEEDED = ("measure", "measured_on", "source")
DATE_FORMATS = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y")
DATE_SHAPE = re.compile(r"\d{1,4}([-./])\d{1,2}\1\d{1,4}|\d{1,2} [^\W\d]{3,} \d{4}")
NOTHING = SheetCell("", "")
NUMBERS = ("value", "numerator", "denominator")
OF_A_VALUE = tuple(name for name in COLUMNS if name != "measure")


@dataclass
class ValueRow:
    """One row: its number, its cells by what they hold, its measure, and the faults found in it so far."""

    number: int
    cells: Mapping[str, SheetCell]
    measure: Measure | None = None
    measured_on: datetime.date | None = None
    faults: list[tuple[str, str]] = field(default_factory=list)

    def text(self, name: str) -> str:
        """What a cell says."""
        return self.cells.get(name, NOTHING).text

    @property
    def states_nothing(self) -> bool:
        """Whether it names a measure and no value, as the register lists one that has none yet."""
        return self.measure is not None and not any(self.text(name) for name in OF_A_VALUE)

    def fault(self, name: str, message: str) -> None:
        """Note what is wrong with a cell."""
        place = self.cells.get(name, NOTHING).place or f"Row {self.number}"
        self.faults.append((place, message))


def value_rows(name: str, rows: Sequence[SheetRow], measures: Mapping[str, Measure]) -> Iterator[ValueRow]:
    """Return the rows below the heading, each with its measure and date; raises UnreadableSheet for its columns.

    `measures` are by their names in small letters. A row that names a measure and nothing else is left out: it has
    no value to add.
    """
    columns = columns_of(name, rows[0].cells)
    seen: dict[tuple[int, datetime.date], int] = {}
    for number, cells in ((row.number, row.cells) for row in rows[1:]):
        row = ValueRow(number, {key: cells[at] for key, at in columns.items() if at < len(cells)})
        for key in row.cells:
            if row.cells[key].is_formula:
                row.fault(key, "Replace the formula with its value")
        row.measure = measures.get(row.text("measure").lower())
        if row.states_nothing:
            continue
        if row.measure is None:
            what = row.text("measure")
            row.fault("measure", not_in_use(what) if what else "Enter the name of the measure")
        row.measured_on = date_in(row.text("measured_on"))
        if row.measured_on is None:
            row.fault("measured_on", no_date(row.text("measured_on")))
        elif row.measure is not None:
            first = seen.setdefault((row.measure.pk, row.measured_on), number)
            if first != number:
                row.fault(
                    "measured_on", f"Row {first} has a value for the same measure and day. Keep one of them"
                )
        yield row


def no_date(text: str) -> str:
    """Say why a cell holds no date: it is not written as one, or there is no such day."""
    if DATE_SHAPE.fullmatch(text):
        return f"“{text}” is not a real date. Enter the date of the value"
    return "Enter the date of the value, like 31/03/2026"


def not_in_use(measure: str) -> str:
    """Say of a name that no measure in use has it."""
    return f"There is no measure “{measure}” in use. Enter a name from the register"


def columns_of(name: str, heading: Sequence[SheetCell]) -> dict[str, int]:
    """Return where each column is; raises UnreadableSheet for columns that are missing or there twice."""
    found: dict[str, list[int]] = {}
    for at, cell in enumerate(heading):
        title = re.sub(r"[^a-z]+", " ", cell.text.lower()).strip()
        for key, titles in COLUMNS.items():
            if title in titles:
                found.setdefault(key, []).append(at)
    for places in found.values():
        if len(places) > 1:
            cells = joined(heading[at].place for at in places)
            raise UnreadableSheet(
                f"“{name}” has the column “{heading[places[0]].text}” twice, in {cells}. Keep one of them"
            )
    missing = [key for key in NEEDED if key not in found]
    if "value" not in found and not {"numerator", "denominator"} <= found.keys():
        missing.append("value")
    if missing:
        wanted = joined(f"“{COLUMNS[key][0].capitalize()}”" for key in missing)
        raise UnreadableSheet(f"“{name}” has no column {wanted}. Put the headings in the first row")
    return {key: places[0] for key, places in found.items()}


def repeats(row: ValueRow, there: Measurement, *, hiding: SmallCounts) -> bool:
    """Tell whether a row says of a value what a download of the register says: words, where it is a small count."""
    if hiding.hides(there.measure, there):
        stated = (row.text("value"), row.text("numerator"), row.text("denominator"))
        return stated == (words_for(there.measure, there, hiding), "", "")
    return [number_in(row.text(name)) for name in NUMBERS] == [getattr(there, name) for name in NUMBERS]


def number_in(text: str) -> Decimal | None:
    """Read a number; None for anything else."""
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None


def date_in(text: str) -> datetime.date | None:
    """Read a date as Britons write it, or as spreadsheets do; None for anything else."""
    for written in DATE_FORMATS:
        try:
            return datetime.datetime.strptime(text, written).date()  # noqa: DTZ007
        except ValueError:
            continue
    return None
