"""Findings in tables: by column headings, by row labels, or by the sentence before the table."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..blocks import Block, Cell, Heading, ListItem, Paragraph, Row, Table, cell_text
from ..text import breaks_off, ended, fold, is_numbered, starts_lower
from ..vocabulary import Kind
from .columns import layout_of
from .empty import is_kind_only, says_nothing
from .finds import Context, Found, StrandName
from .layout import Column, Holds, Layout
from .parting import parted
from .points import Point, points_of
from .ratings import kind_rated
from .sense import Role, clean_title, is_urgent, sense_of_heading
from .suggestion import suggest_kind
from .table_titles import kind_in_cell, labelled_cell

_TICKED = 0.9
_GUESSED, _RATED = 0.3, 2.0
_FEWEST_KINDS, _FEWEST_WORDS = 2, 4
"""A view in fewer words is a grade."""
_QUESTION = re.compile(r"(?:how|what|where|which|who|why)\b", re.IGNORECASE)
_QUOTES = ('"', "“", "‘")


@dataclass(frozen=True, slots=True)
class _Said:
    """The kind of one cell's findings and who says so."""

    kind: Kind
    label: str
    confidence: float
    reason: str
    recommends: bool = False
    asks: bool = False
    leans: float = 0.0
    """How much its row leans to that kind, where it is asked."""


def read_table(table: Table, context: Context) -> list[Found]:
    """The findings of a table, row by row and column by column."""
    layout = layout_of(table, recommends=context.recommends)
    return _TableReader(layout, context).read(table.rows[layout.first_row :]) if layout is not None else []


class _TableReader:
    """Goes down a table and remembers the strand, and the last finding of each column."""

    def __init__(self, layout: Layout, context: Context) -> None:
        self._layout = layout
        self._context = context
        self._label = layout.position(Holds.STRAND)
        self._kind_column = layout.position(Holds.KIND)
        self._strand = StrandName(context.strand)
        self._aspect = ""
        """What the row looks at, where that is no strand of its own."""
        self._row_kind: _Said | None = None
        self._last: dict[int, Found] = {}
        self._found: list[Found] = []

    def read(self, rows: tuple[Row, ...]) -> list[Found]:
        for row in rows:
            self._read_row(row)
        return self._found

    def _read_row(self, row: Row) -> None:
        if self._titles_rows(row):
            return
        goes_on = self._take_label(row)
        if goes_on is None:
            return
        why = self._reason_of(row)
        for index, column in enumerate(self._layout.columns):
            if index < len(row.cells) and self._read_labelled(row.cells[index], index):
                continue
            if column.holds is Holds.FINDINGS and index < len(row.cells):
                said = self._across(row.cells[index], index) or self._said(row, column)
                if said is not None and said.recommends and why:
                    said = replace(said, reason=f"{said.reason}, because “{why}”")
                self._read_cell(row.cells[index], index, said, goes_on=goes_on)

    def _read_labelled(self, cell: Cell, index: int) -> bool:
        """Take the points of a cell that has a label of its own."""
        found = None if self._by_heading() else labelled_cell(cell)
        if found is None or found[0].kind is None:
            return False
        sense, points = found
        why = f"under “{sense.title}” in its cell"
        said = _Said(found[0].kind, sense.title, _TICKED * sense.weight, why, sense.recommends)
        self._read_cell(points, index, said, goes_on=False)
        return True

    def _reason_of(self, row: Row) -> str:
        """Why something is recommended, where a column says so."""
        at = self._layout.position(Holds.REASON)
        return cell_text(row.cells[at]) if at is not None and at < len(row.cells) else ""

    def _titles_rows(self, row: Row) -> bool:
        """Take a row with one cell across the table as the title of the rows below it."""
        filled = [cell for cell in row.cells if cell.blocks]
        if len(filled) != 1 or len(row.cells) < 2 or not (filled[0].span > 1 or filled[0].header):
            return False
        if not row.cells[0].blocks or any(isinstance(block, ListItem) for block in filled[0].blocks):
            return False
        if cell_text(filled[0]).startswith(_QUOTES):
            return True
        sense = kind_in_cell(filled[0])
        if sense is not None and sense.kind is not None:
            self._row_kind = _Said(sense.kind, sense.title, _TICKED, f"in the rows under “{sense.title}”")
        else:
            self._strand = StrandName(clean_title(cell_text(filled[0])))
        self._last = {}
        return True

    def _take_label(self, row: Row) -> bool | None:
        """Note the row's strand; whether it goes on with the row above; None to pass it over."""
        if self._label is None or self._label >= len(row.cells):
            return row.after_break
        cell = row.cells[self._label]
        text = clean_title(cell_text(cell))
        if not text:
            return True
        if row.after_break and self._label_goes_on(text, row):
            if self._aspect:
                self._aspect = f"{self._aspect} {text}"
            else:
                self._strand.text = f"{self._strand.text} {text}"
            return True
        if fold(text) == fold(self._strand.text or ""):
            return row.after_break
        sense = sense_of_heading(text)
        if sense.role is Role.END and self._context.kind is None and not self._by_heading():
            return None
        self._last = {}
        named = kind_in_cell(cell)
        if named is not None and named.kind is not None and not self._by_heading():
            self._row_kind = _Said(
                named.kind, named.title, _TICKED, f"in the row “{named.title}”", named.recommends
            )
        elif self._layout.labels_aspects and self._context.strand:
            self._aspect = text
        else:
            self._strand = StrandName(text)
            self._row_kind = None if _asks(text) else self._row_kind
        return False

    def _by_heading(self) -> bool:
        return any(column.sense is not None for column in self._layout.columns)

    def _label_goes_on(self, text: str, row: Row) -> bool:
        """Whether a label at the top of a page is the rest of the label at the foot of the last."""
        label = self._aspect or self._strand.text
        if not label or not self._last:
            return False
        if starts_lower(text) or breaks_off(label):
            return True
        last = next(reversed(self._last.values()))
        first = next((c.blocks[0] for i, c in enumerate(row.cells) if i != self._label and c.blocks), None)
        return not ended(last.text) and isinstance(first, Paragraph) and starts_lower(first.text)

    def _across(self, cell: Cell, index: int) -> _Said | None:
        """What the headings say of a cell that reaches across columns of several kinds: not of which it is."""
        senses = [column.sense for column in self._layout.columns[index : index + cell.span]]
        titles = {sense.kind: sense.title for sense in senses if sense is not None and sense.kind is not None}
        if len(titles) < _FEWEST_KINDS:
            return None
        names = " and ".join(f"“{title}”" for title in titles.values())
        why = f"in a cell across the columns {names}, which does not say of which kind"
        return _Said(next(iter(titles)), "", _GUESSED, why, asks=True)

    def _said(self, row: Row, column: Column) -> _Said | None:
        context = self._context
        if column.sense is not None and column.sense.kind is not None:
            title = column.sense.title
            reason = f"in the column “{title}”"
            return _Said(
                column.sense.kind, title, _TICKED * column.sense.weight, reason, column.sense.recommends
            )
        told = column.sense is not None and column.sense.role is Role.MIXED and context.kind is not None
        if column.sense is not None and not told:
            why = f"in the column “{column.title}”, which does not say of which kind"
            likely = Kind.STRENGTH if self._layout.sparing else Kind.AREA
            return self._rated(row) or _Said(likely, column.title, _GUESSED, why, asks=True)
        if self._kind_column is not None and self._kind_column < len(row.cells):
            sense = kind_in_cell(row.cells[self._kind_column])
            if sense is None or sense.kind is None:
                return None
            return _Said(
                sense.kind, sense.title, _TICKED, f"marked “{sense.title}” in its row", sense.recommends
            )
        if self._row_kind is not None:
            return self._row_kind
        if context.kind is not None:
            return _Said(
                context.kind, context.label, _TICKED * context.weight, context.reason, context.recommends
            )
        if context.uncertain:
            return _Said(Kind.AREA, context.label, _GUESSED, context.reason, asks=True)
        return None

    def _rated(self, row: Row) -> _Said | None:
        """What the rating in a row suggests of what stands beside it."""
        at = self._layout.position(Holds.RATING)
        kind = kind_rated(row.cells[at]) if at is not None and at < len(row.cells) else None
        if at is None or kind is None:
            return None
        why = f"in a row that is rated “{cell_text(row.cells[at])}”"
        return _Said(kind, "", _GUESSED, why, asks=True, leans=_RATED)

    def _read_cell(self, cell: Cell, index: int, said: _Said | None, *, goes_on: bool) -> None:
        if said is None or says_nothing(cell_text(cell)) or is_kind_only(cell_text(cell)):
            return
        blocks = list(cell.blocks)
        last = self._last.get(index)
        while goes_on and last is not None and blocks and _is_rest(last, blocks[0]):
            _extend(last, blocks.pop(0))
        for point in points_of(blocks):
            for part in parted(point) if self._layout.sparing else [point]:
                if not self._layout.sparing or len(part.text.split()) >= _FEWEST_WORDS:
                    self._last[index] = self._new(part, said)
                    self._found.append(self._last[index])

    def _new(self, point: Point, said: _Said) -> Found:
        label = f" ({said.label})" if said.label else ""
        row = f", row '{self._aspect}'" if self._aspect else "{strand}"
        place = f"Table {self._context.table}{label}{row}"
        what = "Numbered point" if point.unit == "item" else point.unit.capitalize()
        suggestion = suggest_kind(point.text, otherwise=said.kind, leaning=said.leans) if said.asks else None
        return Found(
            suggestion.kind if suggestion else said.kind,
            point.text,
            point.lines,
            self._strand,
            place,
            point.unit,
            said.confidence,
            f"{what} {said.reason}" + (f"; {suggestion.reason}" if suggestion else ""),
            from_table=True,
            split=point.split,
            recommends=said.recommends,
            asks=said.asks,
            urgent=is_urgent(said.label),
            part=point.part,
        )


def _asks(label: str) -> bool:
    """Whether a label is a question or reads like one, so that what the row before said holds no longer."""
    return label.endswith("?") or _QUESTION.match(label) is not None


def _is_rest(last: Found, block: Block) -> bool:
    """Whether a block at the top of a cell is the rest of the finding above it."""
    if isinstance(block, ListItem):
        return not is_numbered(block.marker) and breaks_off(last.text) and starts_lower(block.text)
    if not isinstance(block, Paragraph):
        return False
    if last.unit != "paragraph":
        return not block.text.endswith(":")
    return starts_lower(block.text) or breaks_off(last.text)


def _extend(last: Found, block: Block) -> None:
    if isinstance(block, Paragraph | ListItem | Heading):
        last.text = f"{last.text} {block.text}".replace("\n", " ")
        last.lines = tuple(dict.fromkeys(last.lines + block.lines))
        last.split = True
