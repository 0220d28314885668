"""Putting back together what page breaks tore apart, and opening tables used for layout."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..blocks import Block, Heading, ListItem, PageBreak, Paragraph, Row, Table, cell_text
from ..hyphens import SOFT_HYPHEN, Hyphens
from ..text import breaks_off, ended, fold, starts_lower
from .contents import without_contents
from .sense import Role, sense_of_heading
from .speakers import sense_of_counterpart

_SHORT = 60
"""A paragraph shorter than this may be a title, so what follows it is not its rest."""
_KNOWN = frozenset({Role.KIND, Role.MIXED, Role.END, Role.FINDINGS})


def stitch(blocks: list[Block]) -> list[Block]:
    """The blocks without page breaks: torn tables, points and sentences are whole again."""
    kept: list[Block] = []
    rows: list[Row] = []
    broke = False
    opened = without_contents(open_layout(blocks))
    hyphens = Hyphens(_written(opened))
    for block in opened:
        if isinstance(block, PageBreak):
            broke = True
            continue
        before = kept[-1] if kept else None
        if isinstance(block, Table):
            if rows and broke and _width(rows) == _width(block.rows):
                rows += _following_rows(rows, block)
            else:
                _close_table(kept, rows)
                rows = list(block.rows)
                kept.append(block)
        else:
            _close_table(kept, rows)
            rows = []
            whole = _joined(before, block, hyphens, broke=broke)
            if whole is not None:
                kept[-1] = whole
            else:
                kept.append(block)
        broke = False
    _close_table(kept, rows)
    return [_without_soft_end(block) for block in kept]


def _written(blocks: list[Block]) -> Iterator[str]:
    """The texts of a document, from which the words that it writes elsewhere are known."""
    for block in blocks:
        if isinstance(block, Table):
            yield from (cell_text(cell) for row in block.rows for cell in row.cells)
        elif not isinstance(block, PageBreak):
            yield block.text


def _without_soft_end(block: Block) -> Block:
    if isinstance(block, ListItem | Paragraph) and block.text.endswith(SOFT_HYPHEN):
        return replace(block, text=block.text[:-1])
    return block


def open_layout(blocks: list[Block]) -> list[Block]:
    """Replace tables that only arrange the page by what stands in them."""
    opened: list[Block] = []
    for block in blocks:
        if isinstance(block, Table) and _only_layout(block):
            for row in block.rows:
                for cell in row.cells:
                    opened += open_layout(list(cell.blocks))
        else:
            opened.append(block)
    return opened


def _only_layout(table: Table) -> bool:
    if all(len(row.cells) == 1 for row in table.rows):
        return not _lists_one_kind(table)
    return any(_arranges(cell.blocks) for row in table.rows for cell in row.cells)


def _lists_one_kind(table: Table) -> bool:
    """Whether a table of one column is headed by a kind, and by no other further down."""
    kinds = [sense_of_heading(cell_text(row.cells[0])).role is Role.KIND for row in table.rows]
    return len(kinds) > 1 and kinds[0] and not any(kinds[1:])


def _arranges(blocks: tuple[Block, ...]) -> bool:
    """Whether a cell holds a part of the page: a table, or a heading with its text."""
    if any(isinstance(block, Table) for block in blocks):
        return True
    return len(blocks) > 1 and any(isinstance(block, Heading) for block in blocks)


def _width(rows: list[Row] | tuple[Row, ...]) -> int:
    return max(len(row.cells) for row in rows)


def _following_rows(rows: list[Row], table: Table) -> list[Row]:
    """The rows of the next page, without column headings said again."""
    following = list(table.rows)
    if _texts(following[0]) == _texts(rows[0]) and any(_texts(rows[0])):
        following = following[1:]
    return [replace(row, after_break=True) if index == 0 else row for index, row in enumerate(following)]


def _texts(row: Row) -> list[str]:
    return [fold(cell_text(cell)) for cell in row.cells]


def _close_table(kept: list[Block], rows: list[Row]) -> None:
    if rows and isinstance(kept[-1], Table):
        kept[-1] = replace(kept[-1], rows=tuple(rows))


def _joined(
    before: Block | None, block: Block, hyphens: Hyphens, *, broke: bool
) -> ListItem | Paragraph | None:
    """The block before with this one as its rest, or None if this one stands alone."""
    if not isinstance(before, ListItem | Paragraph) or not isinstance(block, ListItem | Paragraph):
        return None
    if not _goes_on(before, block, broke=broke):
        return None
    return replace(
        before,
        text=hyphens.mend(before.text, block.text),
        lines=tuple(dict.fromkeys(before.lines + block.lines)),
        split=before.split or block.split or broke,
        strong=before.strong and block.strong,
    )


def _goes_on(before: ListItem | Paragraph, block: ListItem | Paragraph, *, broke: bool) -> bool:
    finished = ended(before.text) or before.text.endswith((":", ";"))
    if isinstance(block, ListItem):
        return broke and not finished and breaks_off(before.text) and starts_lower(block.text)
    if isinstance(before, ListItem) and sense_of_counterpart(block.text) is not None:
        return False
    if isinstance(before, ListItem) and block.depth > 0:
        return len(block.text) > _SHORT * 2 or sense_of_heading(block.text).role not in _KNOWN
    if finished or block.strong != before.strong:
        return False
    if isinstance(before, Paragraph) and not broke and len(before.text) <= _SHORT:
        return False
    return starts_lower(block.text) or (broke and breaks_off(before.text))
