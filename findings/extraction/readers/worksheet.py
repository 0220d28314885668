"""One sheet of a spreadsheet as a table, by its columns or by labels down its first column."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .. import ending_titles
from ..blocks import Block, Cell, Row, Table
from ..text import fold
from .columns import OF_FINDINGS, Column, Suggestion, kind_of
from .flow import InlineText, flow_blocks

_ORDER = (Column.REFERENCE, Column.STRAND, Column.KIND, Column.PROMINENCE, *OF_FINDINGS)
"""What a finding belongs to is handed on before the finding, wherever its column stands."""
_ENDS = tuple(re.compile(pattern) for pattern in ending_titles.ENDS)
_MOST_LABELLED = 3
"""A sheet with labels down its first column has few columns: a label, its findings, a remark."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of a spreadsheet as text, with the row in which its columns are titled."""

    rows: tuple[tuple[str, ...], ...]
    heading_row: int
    suggestion: Suggestion
    title: str = ""

    @property
    def headings(self) -> tuple[str, ...]:
        """The titles of the columns."""
        return self.rows[self.heading_row]

    @property
    def is_annex(self) -> bool:
        """Whether its title is that of a list beside the findings: of abbreviations, or of actions."""
        return any(pattern.fullmatch(fold(self.title)) for pattern in _ENDS)


def labels_findings(sheet: Sheet) -> bool:
    """Whether a sheet says of which kind its findings are: by its name, in columns or down its first column."""
    if sheet.is_annex:
        return False
    held = set(sheet.suggestion.columns.values())
    if kind_of(sheet.title) is not None and Column.FINDING in held:
        return not sheet.suggestion.doubled
    if {Column.STRENGTH, Column.AREA} & held or {Column.FINDING, Column.KIND} <= held:
        return not sheet.suggestion.doubled
    return _labelled_down(sheet)


def plain_table(sheet: Sheet, after: int) -> list[Block]:
    """All rows of a sheet as they are; `after` lines of other sheets stand before them."""
    rows = [
        Row(tuple(Cell(_blocks(value, number)) for value in row), (number,))
        for number, row in enumerate(sheet.rows, start=after + 1)
        if any(row)
    ]
    return [Table(tuple(rows), rows[0].lines)]


def table_of(sheet: Sheet, columns: Mapping[int, Column], after: int) -> list[Block]:
    """The rows below the headings as one table; `after` lines of other sheets stand before this one's."""
    by_label = not any(column in OF_FINDINGS for column in columns.values())
    order = [0, 1] if by_label else sorted(columns, key=lambda index: (_ORDER.index(columns[index]), index))
    first = after + sheet.heading_row + 1
    titles = [sheet.headings[i] if by_label and i < len(sheet.headings) else "" for i in order]
    if not by_label:
        titles = [columns[index].value for index in order]
    heading = Row(tuple(Cell(_blocks(title, first), header=True) for title in titles), (first,))
    rows = [heading]
    label = ""
    for number, row in enumerate(sheet.rows[sheet.heading_row + 1 :], start=first + 1):
        values = _values(row, order)
        if by_label and any(values):
            label = values[0] or label
            values[0] = label
        if any(values):
            rows.append(Row(tuple(Cell(_blocks(value, number)) for value in values), (number,)))
    return [Table(tuple(rows), heading.lines)] if len(rows) > 1 else []


def _values(row: Sequence[str], order: Sequence[int]) -> list[str]:
    return [row[index] if index < len(row) else "" for index in order]


def _labelled_down(sheet: Sheet) -> bool:
    body = [row for row in sheet.rows[sheet.heading_row + 1 :] if any(row)]
    narrow = all(not any(row[_MOST_LABELLED:]) for row in body)
    labels = [row[0] for row in body if row[0]]
    return (
        narrow and any(kind_of(label) is not None for label in labels) and any(any(row[1:2]) for row in body)
    )


def _blocks(text: str, number: int) -> tuple[Block, ...]:
    inline = InlineText()
    for index, line in enumerate(text.split("\n")):
        if index:
            inline.line_break(number=number, hard=True)
        inline.add(line, strong=False, number=number)
    return tuple(flow_blocks(inline.take()))
