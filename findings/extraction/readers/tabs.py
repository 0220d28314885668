"""Tables written as lines with tabs between the cells, as pasting and converting leave them."""

from __future__ import annotations

import re
from dataclasses import replace

from ..blocks import Block, Cell, ListItem, PageBreak, Row, Table
from ..text import is_mark
from .flow import InlineText, flow_blocks
from .furniture import SourceLine
from .html import read_html

_TAGGED = re.compile(r"\s*<(?:p|ul|ol|li|b|strong|div|span|h[1-6])\b", re.IGNORECASE)
_TAG = re.compile(r"<[a-z/!]", re.IGNORECASE)
_RULED = re.compile(r"\s*:?-{2,}:?\s*")
_MAX_COLUMNS = 20
_DIVIDERS = (" / ", " | ")
_FEWEST_SIGNS, _FEWEST_ALIKE = 2, 3
"""Two cells are too few to tell a table from prose, and two lines too few to tell it from chance."""


def with_tabs(lines: list[SourceLine]) -> list[SourceLine]:
    """The lines with tabs between cells that are divided by “ / ” or “ | ”, where several in a row are so alike."""
    marked, position = list(lines), 0
    while position < len(lines):
        sign, end = _divided_alike(lines, position)
        for index in range(position, end):
            marked[index] = replace(lines[index], text="\t".join(lines[index].text.strip().split(sign)))
        position = max(end, position + 1)
    return marked


def _divided_alike(lines: list[SourceLine], start: int) -> tuple[str, int]:
    """The sign that divides the lines from a position on into cells, as many in each; and the position after them."""
    for sign in _DIVIDERS:
        count, end = lines[start].text.count(sign), start
        while count >= _FEWEST_SIGNS and end < len(lines) and lines[end].text.count(sign) == count:
            end += 1
        if end - start >= _FEWEST_ALIKE:
            return sign, end
    return "", start


def tab_tables(lines: list[SourceLine]) -> dict[int, tuple[int, list[Block]]]:
    """Where tables of tabbed lines begin: position → (position after it, its blocks)."""
    tables: dict[int, tuple[int, list[Block]]] = {}
    position = 0
    while position < len(lines):
        end = _end_of_run(lines, position)
        if end is None:
            position += 1
            continue
        tables[position] = (end, _blocks(lines[position:end]))
        position = end
    return tables


def _end_of_run(lines: list[SourceLine], start: int) -> int | None:
    """The position after the table that starts here; None if none does."""
    columns = _columns(lines[start].text)
    if columns is None:
        return None
    rows, tagged, end, position = 0, 0, start, start
    while position < len(lines):
        text = lines[position].text
        if text.strip():
            if not _continues(text, columns):
                break
            rows += 1
            tagged += _tagged(text)
            end = position + 1
        position += 1
    return end if tagged or rows > 1 else None


def _columns(text: str) -> int | None:
    """How many cells a line has that may begin a table."""
    if "\t" not in text or not text[:1].strip():
        return None
    cells = text.split("\t")
    first = cells[0].strip()
    if is_mark(first):
        return None
    filled = sum(bool(cell.strip()) for cell in cells)
    return len(cells) if filled > 1 and len(cells) <= _MAX_COLUMNS else None


def _continues(text: str, columns: int) -> bool:
    cells = text.split("\t")
    return len(cells) == columns and any(cell.strip() for cell in cells)


def _tagged(text: str) -> bool:
    return any(_TAGGED.match(cell) for cell in text.split("\t"))


def _ruled(text: str) -> bool:
    return all(_RULED.fullmatch(cell) for cell in text.split("\t"))


def _blocks(lines: list[SourceLine]) -> list[Block]:
    """The table in parts, one for each page: an empty line between rows is a page break."""
    blocks: list[Block] = []
    rows: list[Row] = []
    for line in lines:
        if not line.text.strip():
            if rows:
                blocks += [Table(tuple(rows), rows[0].lines), PageBreak((line.number,))]
                rows = []
        elif not _ruled(line.text):
            rows.append(
                Row(tuple(_cell(cell, line.number) for cell in line.text.split("\t")), (line.number,))
            )
        elif len(rows) == 1 and not blocks and _titles_columns(rows[0]):
            rows = [Row(tuple(Cell(cell.blocks, header=True) for cell in rows[0].cells), rows[0].lines)]
    if rows:
        blocks.append(Table(tuple(rows), rows[0].lines))
    elif blocks and isinstance(blocks[-1], PageBreak):
        blocks.pop()
    return blocks


def _titles_columns(row: Row) -> bool:
    """Whether a row above a rule holds column headings rather than bullets."""
    return not any(isinstance(block, ListItem) for cell in row.cells for block in cell.blocks)


def _cell(text: str, number: int) -> Cell:
    if _TAG.search(text):
        return Cell(tuple(read_html(text, first_line=number)))
    inline = InlineText()
    inline.add(text, strong=False, number=number)
    return Cell(tuple(flow_blocks(inline.take())))
