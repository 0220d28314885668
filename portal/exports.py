"""The rows of a register as a file: a workbook for Excel or comma-separated values, in bounded memory."""

import csv
import datetime
import io
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import IO, Any

from django.db.models import QuerySet
from django.utils.timezone import localtime
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

FORMS = ("xlsx", "csv")
Value = str | int | Decimal | datetime.date | datetime.datetime | None

ROWS_AT_ONCE = 500
"""Their keys are parameters of one query, of which some builds of SQLite take 999."""
IN_MEMORY = 2_000_000
BYTE_ORDER_MARK = "\ufeff"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
DAY_FORMAT, MOMENT_FORMAT = "dd/mm/yyyy", "dd/mm/yyyy hh:mm"


@dataclass(frozen=True)
class Column:
    """One column of an export: its heading, what it holds of a row, and its width in characters."""

    title: str
    value: Callable[[Any], Value]
    width: int = 18


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook."""

    title: str
    columns: Sequence[Column]
    rows: Iterable[Any]


@dataclass(frozen=True)
class Export:
    """What a register holds as a file for one person and one address: its columns and exactly its rows."""

    title: str
    columns: Sequence[Column]
    rows: Callable[[], Iterable[Any]]
    count: Callable[[], int]


def filename_of(title: str, form: str, *, on: datetime.date) -> str:
    """Return the name under which a file is saved: it says which register, and the day."""
    return f"{title.lower()}-{on:%Y-%m-%d}.{form}"


def in_parts(rows: QuerySet) -> Iterator[Any]:
    """Return rows in their order, some hundred at a time; those removed meanwhile are left out.

    Between the parts no query is open: on SQLite an open one keeps its connection from writing as soon as anyone
    else has written.
    """
    keys = list(rows.values_list("pk", flat=True))
    for start in range(0, len(keys), ROWS_AT_ONCE):
        part = keys[start : start + ROWS_AT_ONCE]
        found = rows.in_bulk(part)
        yield from (found[key] for key in part if key in found)


def as_csv(columns: Sequence[Column], rows: Iterable[Any]) -> Iterator[str]:
    """Write rows one after the other, as Excel reads them: with a byte order mark, and no cell taken for a formula."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    yield BYTE_ORDER_MARK
    writer.writerow([column.title for column in columns])
    for row in rows:
        writer.writerow([_csv_value(column.value(row)) for column in columns])
        if buffer.tell() > io.DEFAULT_BUFFER_SIZE:
            yield _taken(buffer)
    yield _taken(buffer)


def as_workbook(title: str, columns: Sequence[Column], rows: Iterable[Any]) -> IO[bytes]:
    """Write rows to a workbook with a frozen heading and filters; text is never a formula, dates are dates."""
    return as_sheets([Sheet(title, columns, rows)])


def as_sheets(sheets: Iterable[Sheet]) -> IO[bytes]:
    """Write a workbook of several sheets, each with a heading of its own."""
    workbook = Workbook(write_only=True)
    for sheet in sheets:
        _write_sheet(workbook, sheet)
    # Whoever sends the file closes it.
    file: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115
    workbook.save(file)
    file.seek(0)
    return file


def _write_sheet(workbook: Workbook, wanted: Sheet) -> None:
    sheet: Any = workbook.create_sheet(wanted.title)
    sheet.freeze_panes = "A2"
    for number, column in enumerate(wanted.columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.append([_heading(sheet, column) for column in wanted.columns])
    writer = Writer(sheet, wanted.columns)
    try:
        for row in wanted.rows:
            writer.write(row)
    except BaseException:
        # What openpyxl has written waits in a file of its own until the workbook is saved.
        begun: Any
        for begun in workbook.worksheets:
            begun.close()
            begun._writer.cleanup()
        raise
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(wanted.columns))}{writer.written + 1}"


def unguarded(text: str) -> str:
    """Return what a cell of our CSV said before it was kept from being taken for a formula."""
    return text[1:] if text.startswith(tuple(f"'{start}" for start in FORMULA_STARTS)) else text


def _taken(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text


def _csv_value(value: Value) -> str:
    if isinstance(value, datetime.datetime):
        return f"{localtime(value):%Y-%m-%d %H:%M}"
    if isinstance(value, str):
        text = ILLEGAL_CHARACTERS_RE.sub("", value)
        return f"'{text}" if text.startswith(FORMULA_STARTS) else text
    return "" if value is None else str(value)


class Writer:
    """Writes rows to a sheet. Its cells are used again for every row: a style is looked up once, not for each cell."""

    def __init__(self, sheet: Any, columns: Sequence[Column]) -> None:
        self.sheet = sheet
        self.columns = columns
        self.written = 0
        self.texts = [_new_cell(sheet) for _ in columns]
        self.plain = [_new_cell(sheet) for _ in columns]
        self.days = [_new_cell(sheet, DAY_FORMAT) for _ in columns]
        self.moments = [_new_cell(sheet, MOMENT_FORMAT) for _ in columns]

    def write(self, row: Any) -> None:
        """Add one row."""
        self.written += 1
        self.sheet.append([self._cell(at, column.value(row)) for at, column in enumerate(self.columns)])

    def _cell(self, at: int, value: Value) -> Any:
        if isinstance(value, str):
            cell = self.texts[at]
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
            # Said after the value, which would make a formula of what begins like one.
            cell.data_type = "s"
            return cell
        if isinstance(value, datetime.datetime):
            cell, value = self.moments[at], localtime(value).replace(tzinfo=None)
        else:
            cell = (self.days if isinstance(value, datetime.date) else self.plain)[at]
        cell.value = value
        return cell


def _new_cell(sheet: Any, number_format: str = "General") -> Any:
    cell = WriteOnlyCell(sheet)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.number_format = number_format
    return cell


def _heading(sheet: Any, column: Column) -> Any:
    cell = WriteOnlyCell(sheet, column.title)
    cell.font = Font(bold=True)
    return cell
