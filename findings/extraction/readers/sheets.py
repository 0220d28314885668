"""Reading spreadsheets (.xlsx, .csv) into one table whose columns are known."""

from __future__ import annotations

import csv
import io
import warnings
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import zip_longest
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from ..blocks import Block, Heading
from ..decoding import decode
from ..errors import UnreadableDocument, damaged, empty
from ..formats import CSV
from ..limits import MAX_CHARACTERS, MAX_ROWS
from ..reading import Reading
from ..text import tidy
from .columns import Column, Suggestion, doubled_in, kind_of, suggest_columns
from .spread import gathered
from .worksheet import Sheet, labels_findings, plain_table, table_of

__all__ = ["Sheet", "open_sheet", "read_sheet"]

_MAX_COLUMNS = 50
_MAX_EMPTY = 10_000
_HEADINGS_WITHIN = 20
"""Titles and dates may stand above the headings, in so many rows."""
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


def open_sheet(data: bytes, written_as: str, *, name: str) -> Sheet:
    """The sheet of findings in a spreadsheet, with what its columns seem to hold.

    Formulas count with the value that was saved with them and are never worked out. Raises
    `UnreadableDocument` for a file that is damaged, empty or too long.
    """
    return _first_of_findings(_opened(data, written_as, name))


def read_sheet(
    data: bytes, written_as: str, *, name: str, columns: Mapping[int, Column] | None = None
) -> Reading:
    """A spreadsheet as a table of known columns, and of what else its sheets label; its lines are its rows.

    Raises `UnreadableDocument` where no column, or more than one, holds the findings.
    """
    sheets = _opened(data, written_as, name)
    sheet = _first_of_findings(sheets)
    held = sheet.suggestion.columns if columns is None else columns
    beside = [other for other in sheets if other is not sheet and (labels_findings(other) or other.is_annex)]
    if columns is not None or sheet.suggestion.holds_findings or all(other.is_annex for other in beside):
        _require_columns(sheet, held, name)
        chosen = [(sheet, held), *((other, other.suggestion.columns) for other in beside)]
    else:
        chosen = [(other, other.suggestion.columns) for other in beside]
    blocks: list[Block] = []
    lines: list[str] = []
    for each, its_columns in chosen:
        if len(chosen) > 1 or kind_of(each.title) is not None:
            blocks.append(Heading(each.title, 1, (len(lines) + each.heading_row + 1,)))
        blocks += plain_table(each, len(lines)) if each.is_annex else table_of(each, its_columns, len(lines))
        lines += (" | ".join(filter(None, (tidy(value) for value in row))) for row in each.rows)
    return Reading(blocks, tuple(lines))


def _opened(data: bytes, written_as: str, name: str) -> list[Sheet]:
    """The sheets that hold any text."""
    sheets = [("", _csv_rows(data, name))] if written_as == CSV else _workbook_rows(data, name)
    filled = [(title, rows) for title, rows in sheets if any(any(row) for row in rows)]
    if not filled:
        raise empty(name, "has no text in it")
    return [_titled(rows, title) for title, rows in filled]


def _first_of_findings(sheets: Sequence[Sheet]) -> Sheet:
    return next((sheet for sheet in sheets if sheet.suggestion.holds_findings), sheets[0])


def _require_columns(sheet: Sheet, columns: Mapping[int, Column], name: str) -> None:
    if not Suggestion(columns, ()).holds_findings:
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


def _titled(rows: Sequence[tuple[str, ...]], title: str) -> Sheet:
    """A sheet with the row of its headings.

    That is the first whose cells title findings and something else, or findings alone, or else the first with
    more than one cell: below unknown headings, a cell that says “Strength” is no heading. A sheet in which every
    standard has columns of its own is gathered into a few columns first.
    """
    rows = gathered(rows) or rows
    suggestions = [suggest_columns(row) for row in rows[:_HEADINGS_WITHIN]]
    tests: tuple[Callable[[int], bool], ...] = (
        lambda index: suggestions[index].holds_findings and len(suggestions[index].columns) > 1,
        lambda index: Column.FINDING in suggestions[index].columns.values(),
        lambda index: sum(map(bool, rows[index])) > 1,
        lambda index: any(rows[index]),
    )
    found = (index for test in tests for index in range(len(suggestions)) if test(index))
    index = next(found, 0)
    return Sheet(tuple(rows), index, suggestions[index], title)


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


def _workbook_rows(data: bytes, name: str) -> list[tuple[str, list[tuple[str, ...]]]]:
    """The title and the rows of each sheet that is shown."""
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
                (title, _bounded(_calculated(values[title].values, formulas[title].values, name), name))
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
