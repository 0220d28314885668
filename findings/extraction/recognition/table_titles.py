"""The first row of a table where it titles the table: “Early help”, over columns of strengths and of areas."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .. import tabular
from ..blocks import Block, Cell, ListItem, Row, Table, cell_text
from ..text import ended, fold
from .sense import Role, Sense, clean_title, sense_of_heading

_LABELLED = re.compile(rf"^{tabular.STRANDS}\s*[:–—-]\s+(?=\w)", re.IGNORECASE)
_STRAND, _CAPTION = re.compile(tabular.STRANDS), re.compile(tabular.CAPTIONS)
_LABEL_LENGTH, _LEAST_WEIGHT = 140, 0.7
_MOST_TITLE_WORDS = 14


def kind_in_cell(cell: Cell) -> Sense | None:
    """The kind that a cell names, if that is all it says."""
    text = cell_text(cell)
    if not text or len(text) > _LABEL_LENGTH:
        return None
    sense = sense_of_heading(text)
    named = sense.role is Role.KIND and sense.strand is None and sense.weight >= _LEAST_WEIGHT
    return sense if named else None


def labelled_cell(cell: Cell) -> tuple[Sense, Cell] | None:
    """The kind that a line over the points of a cell names, and the cell without it, as those of a square have it."""
    if len(cell.blocks) < 2 or isinstance(cell.blocks[0], ListItem):
        return None
    if not all(isinstance(block, ListItem) for block in cell.blocks[1:]):
        return None
    sense = kind_in_cell(replace(cell, blocks=cell.blocks[:1]))
    return (sense, replace(cell, blocks=cell.blocks[1:])) if sense is not None else None


def title_rows(table: Table) -> int:
    """How many rows at the top title the table: none or one."""
    if len(table.rows) <= 2:
        return 0
    first, width = table.rows[0], max(len(row.cells) for row in table.rows)
    filled = _filled(first)
    across = width > 1 and len(filled) == 1 and filled[0].span == width
    above = len(filled) == 1 and width > 1 and bool(first.cells[0].blocks) and heads_kinds(table.rows[1])
    return int(across or above or labels_strand(table))


def strand_titling(table: Table) -> str | None:
    """The strand that the title of a table names; none where it is only a caption."""
    if not title_rows(table):
        return None
    cell = _filled(table.rows[0])[-1]
    text = clean_title(cell_text(cell))
    title = _LABELLED.sub("", text)
    if any(isinstance(block, ListItem) for block in cell.blocks) or len(title.split()) > _MOST_TITLE_WORDS:
        return None
    names = sense_of_heading(title).role is Role.OTHER and not ended(title)
    return title if names and _CAPTION.search(fold(title)) is None else None


def parted_by_titles(blocks: Sequence[Block]) -> bool:
    """Whether several tables of one section have each the name of a strand of its own."""
    titles = [strand_titling(block) for block in blocks if isinstance(block, Table)]
    return len({fold(title) for title in titles if title}) > 1


def _filled(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if cell.blocks]


def heads_kinds(row: Row) -> bool:
    """Whether a row heads columns of either kind."""
    kinds = {sense.kind for cell in row.cells if (sense := kind_in_cell(cell)) is not None}
    return len(kinds - {None}) > 1


def labels_strand(table: Table) -> bool:
    """Whether a first row says “Theme | Early help”, with rows below it that are labelled with kinds."""
    filled = _filled(table.rows[0])
    if len(filled) != 2 or _STRAND.fullmatch(fold(cell_text(filled[0])).rstrip(":")) is None:
        return False
    labels = [row.cells[0] for row in table.rows[1:] if row.cells[0].blocks]
    return kind_in_cell(filled[1]) is None and any(kind_in_cell(label) is not None for label in labels)
