"""The findings of a spreadsheet, row by row: what somebody wrote into a row is never passed over without a word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..blocks import Block, Cell, Row, Table, cell_text
from ..cells import is_headline, is_recommendation, kind_said
from ..readers.columns import OF_FINDINGS, Column
from ..vocabulary import Kind
from .candidates import Candidate, Prominence
from .columns import kind_in_cell
from .empty import says_nothing
from .points import points_of
from .strands import Strands
from .suggestion import suggest_kind

_SAID, _OFFERED = 0.9, 0.3
_OWN_KINDS = {Column.STRENGTH: Kind.STRENGTH, Column.AREA: Kind.AREA}


def recognise_rows(blocks: list[Block]) -> tuple[tuple[Candidate, ...], tuple[str, ...]]:
    """The candidates in a spreadsheet whose columns are known, and its strands.

    A row whose kind is missing, or in words that are not understood, asks for it.
    """
    strands = Strands()
    candidates: list[Candidate] = []
    for table in blocks:
        if isinstance(table, Table):
            columns = [Column(cell_text(cell)) for cell in table.rows[0].cells]
            reader = _RowReader(columns, strands)
            for row in table.rows[1:]:
                candidates += reader.read(row)
    return tuple(candidates), strands.names


class _RowReader:
    """Goes down a spreadsheet; a strand is that of the row above where a row names none, as in merged cells."""

    def __init__(self, columns: list[Column], strands: Strands) -> None:
        self._columns = columns
        self._strands = strands
        self._strand: str | None = None

    def read(self, row: Row) -> Iterator[Candidate]:
        cells = dict(zip(self._columns, row.cells, strict=False))
        named = _text(cells, Column.STRAND)
        self._strand = self._strands.settle(named) if named else self._strand
        for column in self._columns:
            if column in OF_FINDINGS and not says_nothing(_text(cells, column)):
                yield from self._findings(row, cells, column)

    def _findings(self, row: Row, cells: Mapping[Column, Cell], column: Column) -> Iterator[Candidate]:
        kind, why = _kind_of(cells, column)
        place = _text(cells, Column.REFERENCE) or f"Row {row.lines[0]}"
        for point in points_of(cells[column].blocks):
            suggestion = None if kind else suggest_kind(point.text)
            yield Candidate(
                kind=kind or (suggestion.kind if suggestion else Kind.AREA),
                theme=self._strand,
                prominence=_prominence_of(cells),
                text=point.text,
                source_ref=place,
                also_relates_to=tuple(self._strands.also_relates_to(point.text, own=self._strand)),
                lines=row.lines,
                split_across_pages=False,
                confidence=_SAID if kind else _OFFERED,
                reason=f"{why}; {suggestion.reason}" if suggestion else why,
                asks_kind=kind is None,
            )


def _kind_of(cells: Mapping[Column, Cell], column: Column) -> tuple[Kind | None, str]:
    """The kind of a row's finding, where the row says it, and who says so."""
    if column in _OWN_KINDS:
        return _OWN_KINDS[column], f"In the column of {column.value.lower()}"
    if Column.KIND not in cells:
        return None, "No column says of which kind it is"
    said = _text(cells, Column.KIND)
    if not said:
        return None, "Its row does not say of which kind it is"
    sense = kind_in_cell(cells[Column.KIND])
    kind = kind_said(said) or (sense.kind if sense else None)
    return kind, f"Marked “{said}” in its row" + ("" if kind else ", which names no kind")


def _prominence_of(cells: Mapping[Column, Cell]) -> Prominence:
    said = _text(cells, Column.PROMINENCE)
    if is_headline(said):
        return Prominence.HEADLINE
    recommends = is_recommendation(said) or is_recommendation(_text(cells, Column.KIND))
    return Prominence.RECOMMENDATION if recommends else Prominence.DETAIL


def _text(cells: Mapping[Column, Cell], column: Column) -> str:
    return cell_text(cells[column]) if column in cells else ""
