"""Reading spreadsheets (.xlsx, .csv) into one table whose columns are known."""

from __future__ import annotations

import csv
import io
import warnings
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import zip_longest
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from ..blocks import Block, Cell, Row, Table
from ..decoding import decode
from ..errors import UnreadableDocument, damaged, empty
from ..formats import CSV
from ..limits import MAX_CHARACTERS, MAX_ROWS
from ..reading import Reading
from ..text import tidy
from .columns import OF_FINDINGS, Column, Suggestion, doubled_in, suggest_columns
from .flow import InlineText, flow_blocks

_MAX_COLUMNS = 50
_MAX_EMPTY = 10_000
_HEADINGS_WITHIN = 20
"""Titles and dates may stand above the headings, in so many rows."""
_ORDER = (Column.REFERENCE, Column.STRAND, Column.KIND, Column.PROMINENCE, *OF_FINDINGS)
"""What a finding belongs to is handed on before the finding, wherever its column stands."""
_SEPARATORS = ",;\t|"
_SNIFFED = 20_000
_FAULTS = (
    InvalidFileException,
    zipfile.BadZipFile,
    ParseError,
    KeyError,
    ValueError,
    TypeError,
    OSError,
    AttributeError,
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of a spreadsheet as text, with the row in which its columns are titled."""

    rows: tuple[tuple[str, ...], ...]
    heading_row: int
    suggestion: Suggestion

    @property
    def headings(self) -> tuple[str, ...]:
        """The titles of the columns."""
        return self.rows[self.heading_row]


def open_sheet(data: bytes, written_as: str, *, name: str) -> Sheet:
    """The sheet of findings in a spreadsheet, with what its columns seem to hold.

    Formulas count with the value that was saved with them and are never worked out. Raises
    `UnreadableDocument` for a file that is damaged, empty or too long.
    """
    sheets = [_csv_rows(data, name)] if written_as == CSV else _workbook_rows(data, name)
    filled = [rows for rows in sheets if any(any(row) for row in rows)]
    if not filled:
        raise empty(name, "has no text in it")
    opened = [_titled(rows) for rows in filled]
    return next((sheet for sheet in opened if sheet.suggestion.holds_findings), opened[0])


def read_sheet(
    data: bytes, written_as: str, *, name: str, columns: Mapping[int, Column] | None = None
) -> Reading:
    """A spreadsheet as a table of known columns; its lines are its rows.

    Raises `UnreadableDocument` where no column, or more than one, holds the findings.
    """
    sheet = open_sheet(data, written_as, name=name)
    held = sheet.suggestion.columns if columns is None else columns
    _require_columns(sheet, held, name)
    order = sorted(held, key=lambda index: (_ORDER.index(held[index]), index))
    heading = Row(
        tuple(Cell(_blocks(held[index].value, sheet.heading_row + 1), header=True) for index in order),
        (sheet.heading_row + 1,),
    )
    rows = [heading]
    for number, row in enumerate(sheet.rows[sheet.heading_row + 1 :], start=sheet.heading_row + 2):
        values = [row[index] if index < len(row) else "" for index in order]
        if any(values):
            rows.append(Row(tuple(Cell(_blocks(value, number)) for value in values), (number,)))
    lines = tuple(" | ".join(filter(None, (tidy(value) for value in row))) for row in sheet.rows)
    table: list[Block] = [Table(tuple(rows), heading.lines)] if len(rows) > 1 else []
    return Reading(table, lines)


def _require_columns(sheet: Sheet, columns: Mapping[int, Column], name: str) -> None:
    if not Suggestion(columns, (), ()).holds_findings:
        titles = ", ".join(f"“{tidy(heading)}”" for heading in sheet.headings if heading.strip())
        message = (
            f"{name} has no column of findings: its columns are {titles}. "
            "Head the column that holds them “Finding”, or head two columns “Strengths” and “Areas for improvement”."
        )
        raise UnreadableDocument(message, reason="columns")
    for column, _ in doubled_in(columns, sheet.headings):
        letters = " and ".join(
            get_column_letter(i + 1) for i, held in sorted(columns.items()) if held is column
        )
        message = (
            f"{name} has more than one column for “{column.value}”: columns {letters}. "
            "Keep one of them, or give the other another heading."
        )
        raise UnreadableDocument(message, reason="columns")


def _titled(rows: Sequence[tuple[str, ...]]) -> Sheet:
    """A sheet with the row of its headings.

    That is the first whose cells title findings and something else, or findings alone, or else the first with
    more than one cell: below unknown headings, a cell that says “Strength” is no heading.
    """
    suggestions = [suggest_columns(row) for row in rows[:_HEADINGS_WITHIN]]
    tests: tuple[Callable[[int], bool], ...] = (
        lambda index: suggestions[index].holds_findings and len(suggestions[index].columns) > 1,
        lambda index: Column.FINDING in suggestions[index].columns.values(),
        lambda index: sum(map(bool, rows[index])) > 1,
        lambda index: any(rows[index]),
    )
    found = (index for test in tests for index in range(len(suggestions)) if test(index))
    index = next(found, 0)
    return Sheet(tuple(rows), index, suggestions[index])


def _csv_rows(data: bytes, name: str) -> list[tuple[str, ...]]:
    text = decode(data, filename=name.strip("“”"))
    try:
        dialect: type[csv.Dialect] = csv.Sniffer().sniff(text[:_SNIFFED], delimiters=_SEPARATORS)
    except csv.Error:
        dialect = csv.excel
    dialect.doublequote = True
    try:
        return _bounded(csv.reader(io.StringIO(text, newline=""), dialect), name)
    except csv.Error as error:
        raise damaged(name) from error


def _workbook_rows(data: bytes, name: str) -> list[list[tuple[str, ...]]]:
    """The rows of each sheet that is shown."""
    try:
        with warnings.catch_warnings():
            # Parts of a workbook that openpyxl does not know, such as a chart's style, hold no text.
            warnings.simplefilter("ignore")
            values, formulas = (
                openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=only, keep_links=False)
                for only in (True, False)
            )
            shown = [sheet.title for sheet in values.worksheets if sheet.sheet_state == "visible"]
            return [
                _bounded(_calculated(values[title].values, formulas[title].values, name), name)
                for title in shown
            ]
    except _FAULTS as error:
        raise damaged(name) from error


def _calculated(
    values: Iterable[tuple[object, ...]], formulas: Iterable[tuple[object, ...]], name: str
) -> Iterator[tuple[object, ...]]:
    """Rows of values; a formula that was saved without its value would be lost, so it is refused."""
    for number, (row, written) in enumerate(zip_longest(values, formulas, fillvalue=()), start=1):
        for value, formula in zip(row, written, strict=False):
            if value is None and isinstance(formula, str) and formula.startswith("="):
                message = (
                    f"{name} holds a formula in row {number} whose result was not saved with it. "
                    "Open it in Excel, save it and upload it again."
                )
                raise UnreadableDocument(message, reason="formula")
        yield row


def _bounded(rows: Iterable[Sequence[object]], name: str) -> list[tuple[str, ...]]:
    """Rows as text, up to the last that is not empty; raises `UnreadableDocument` for too many."""
    kept: list[tuple[str, ...]] = []
    filled = characters = empty = 0
    for row in rows:
        texts = tuple(_text(value) for value in row[:_MAX_COLUMNS])
        kept.append(texts if any(texts) else ())
        empty = 0 if any(texts) else empty + 1
        filled += any(texts)
        characters += sum(map(len, texts))
        if filled > MAX_ROWS or characters > MAX_CHARACTERS:
            message = (
                f"{name} has more than {MAX_ROWS:,} rows or {MAX_CHARACTERS:,} characters, too many to check at once. "
                "Take it in in parts."
            )
            raise UnreadableDocument(message, reason="too_long")
        if empty > _MAX_EMPTY:
            break
    while kept and not kept[-1]:
        kept.pop()
    return kept


def _text(value: object) -> str:
    """A cell's value as it would be read: dates without a time, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime) and not (value.hour or value.minute or value.second):
        value = value.date()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _blocks(text: str, number: int) -> tuple[Block, ...]:
    inline = InlineText()
    for index, line in enumerate(text.split("\n")):
        if index:
            inline.line_break(number=number, hard=True)
        inline.add(line, strong=False, number=number)
    return tuple(flow_blocks(inline.take()))
