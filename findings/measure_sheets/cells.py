"""Reading the cells of an uploaded spreadsheet (.xlsx or .csv), as they are and no more than can be checked."""

import csv
import datetime
import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from findings.extraction.errors import UnreadableDocument
from findings.extraction.readers.packages import check_package
from portal.exports import unguarded

MOST_ROWS = 2_000
MOST_EMPTY_ROWS = 10_000
MOST_COLUMNS = 50
FAULTS = (
    InvalidFileException,
    zipfile.BadZipFile,
    ParseError,
    KeyError,
    ValueError,
    TypeError,
    OSError,
    AttributeError,
)
ZIP, OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


class UnreadableSheet(Exception):
    """A file that cannot be taken in; the message names it and says what to do."""


@dataclass(frozen=True)
class SheetCell:
    """One cell: where it is, what it says as text, and whether a formula stands in it."""

    place: str
    text: str
    is_formula: bool = False


@dataclass(frozen=True)
class SheetRow:
    """One row: its number as spreadsheet programs show it, empty rows counted, and its cells."""

    number: int
    cells: Sequence[SheetCell]


def read_sheet(name: str, data: bytes) -> list[SheetRow]:
    """Return the rows of the first sheet that have anything in them, heading included; raises UnreadableSheet.

    A row is read only when it is asked for, so that a file with too many is refused before it fills the memory.
    The sheet ends where thousands of rows are empty: a file can number its next row two thousand million.
    """
    if not data.strip():
        raise UnreadableSheet(f"“{name}” is empty. Upload a file that has values in it")
    if data.startswith(OLD_OFFICE):
        raise UnreadableSheet(
            f"“{name}” is protected by a password or is an old Excel file. Save it as .xlsx without a password"
        )
    is_workbook, suffix = data.startswith(ZIP), PurePath(name).suffix.lower()
    if suffix not in (".xlsx", ".csv"):
        raise UnreadableSheet(f"“{name}” is not a spreadsheet. Upload a .xlsx or .csv file")
    if suffix == ".xlsx" and not is_workbook:
        raise UnreadableSheet(
            f"“{name}” is not an Excel spreadsheet although its name says so. Save it again as .xlsx or .csv"
        )
    rows = _workbook_rows(name, data) if is_workbook else _text_rows(name, data)
    kept: list[SheetRow] = []
    empty = 0
    for number, cells in enumerate(rows, start=1):
        if not any(cell.text for cell in cells):
            empty += 1
            if empty > MOST_EMPTY_ROWS:
                break
            continue
        empty = 0
        if len(kept) > MOST_ROWS:
            raise UnreadableSheet(f"“{name}” has more than {MOST_ROWS:,} rows. Upload it in parts")
        kept.append(SheetRow(number, cells))
    if not kept:
        raise UnreadableSheet(f"“{name}” is empty. Upload a file that has values in it")
    return kept


def _workbook_rows(name: str, data: bytes) -> Iterator[list[SheetCell]]:
    _require_harmless(name, data)
    try:
        with warnings.catch_warnings():
            # Parts of a workbook that openpyxl does not know, such as a chart's style, hold no values.
            warnings.simplefilter("ignore")
            workbook = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
            # Rows and cells that the file leaves out come as empty ones, so that counting finds each one's place.
            for number, row in enumerate(workbook.worksheets[0].iter_rows(max_col=MOST_COLUMNS), start=1):
                yield [_cell(cell, place_of(at, number)) for at, cell in enumerate(row, start=1)]
    except FAULTS as error:
        raise _damaged(name) from error


def _require_harmless(name: str, data: bytes) -> None:
    """Raise UnreadableSheet for a package that is damaged, or that would do harm when it is unpacked."""
    try:
        check_package(data, name=name)
    except UnreadableDocument as refusal:
        if refusal.reason == "too_large":
            message = f"“{name}” unpacks to more than it should. Save the values as a new file"
            raise UnreadableSheet(message) from refusal
        raise _damaged(name) from refusal


def _damaged(name: str) -> UnreadableSheet:
    return UnreadableSheet(f"“{name}” is damaged or is not a spreadsheet. Save it again as .xlsx or .csv")


def _text_rows(name: str, data: bytes) -> Iterator[list[SheetCell]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Excel writes CSV in the machine's own encoding unless it is asked for UTF-8.
        text = data.decode("cp1252", errors="replace")
    if "\0" in text:
        raise UnreadableSheet(f"“{name}” is not a spreadsheet. Upload a .xlsx or .csv file")
    lines: Iterable[list[str]] = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for number, row in enumerate(lines, start=1):
            yield [
                SheetCell(place_of(at, number), unguarded(value.strip()), value.startswith("="))
                for at, value in enumerate(row[:MOST_COLUMNS], start=1)
            ]
    except csv.Error as error:
        raise UnreadableSheet(f"“{name}” is damaged. Save it again as .csv") from error


def place_of(column: int, row: int) -> str:
    """Name a cell as spreadsheet programs do: the second column of row 3 is B3."""
    return f"{get_column_letter(column)}{row}"


def _cell(cell: Any, place: str) -> SheetCell:
    value = cell.value
    if value is None:
        return SheetCell(place, "")
    if cell.data_type == "f":
        return SheetCell(place, str(value), is_formula=True)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if is_number and "%" in (cell.number_format or ""):
        # A cell that shows 24.5% holds 0.245, one that shows 100% the whole number 1; values have two places.
        return SheetCell(place, _written(round(float(value) * 100, 2)))
    return SheetCell(place, _written(value))


def _written(value: object) -> str:
    if isinstance(value, datetime.datetime):
        value = value.date()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
