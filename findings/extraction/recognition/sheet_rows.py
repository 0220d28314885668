"""The findings of a spreadsheet, row by row: what somebody wrote into a row is never passed over without a word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..blocks import Block, Cell, Row, Table, cell_text
from ..cells import is_headline, is_recommendation, kind_said
from ..readers.columns import OF_FINDINGS, Column
from ..vocabulary import Kind
from .candidates import Candidate, Prominence
from .empty import says_nothing
from .points import points_of
from .strands import Strands
from .suggestion import suggest_kind
from .table_titles import kind_in_cell

Recognised = tuple[tuple[Candidate, ...], tuple[str, ...]]
_SAID, _OFFERED = 0.9, 0.3
_OWN_KINDS = {Column.STRENGTH: Kind.STRENGTH, Column.AREA: Kind.AREA}


def recognise_rows(blocks: list[Block], *, of_text: Callable[[list[Block]], Recognised]) -> Recognised:
    """The candidates in a spreadsheet, and its strands.

    A row of a sheet whose columns are known asks for its kind where that is missing or not understood. What other
    sheets hold, with labels down their first column, is recognised as text is: `of_text` does that.
    """
    strands = Strands()
    candidates: list[Candidate] = []
    as_text, _ = of_text([_without_remarks(block) for block in blocks])
    for table in blocks:
        if isinstance(table, Table):
            beside = _within(table, as_text)
            columns = _known_columns(table)
            if columns is None:
                candidates += beside
                continue
            reader = _RowReader(columns, strands, beside, _strand_of_sheet(columns, beside))
            for row in table.rows[1:]:
                candidates += reader.read(row)
    for candidate in candidates:
        if candidate.theme:
            strands.settle(candidate.theme)
    return tuple(candidates), strands.names


def _within(table: Table, candidates: Iterable[Candidate]) -> list[Candidate]:
    lines = {line for row in table.rows for line in row.lines}
    return [candidate for candidate in candidates if lines.intersection(candidate.lines)]


def _known_columns(table: Table) -> list[Column] | None:
    """What the columns hold; none for a sheet that is read as text."""
    titles = [cell_text(cell) for cell in table.rows[0].cells]
    known = {column.value for column in Column}
    return [Column(title) for title in titles] if known.issuperset(titles) else None


def _without_remarks(block: Block) -> Block:
    """A sheet as text is recognised: what stands in no column of a kind, beside those that do, is no label there."""
    columns = _known_columns(block) if isinstance(block, Table) else None
    if not isinstance(block, Table) or columns is None or not set(columns).intersection(_OWN_KINDS):
        return block
    kept = [at for at, column in enumerate(columns) if column is not Column.FINDING]
    rows = (replace(row, cells=tuple(row.cells[at] for at in kept)) for row in block.rows)
    return replace(block, rows=tuple(rows))


def _strand_of_sheet(columns: list[Column], as_text: Iterable[Candidate]) -> str | None:
    """The strand that a sheet's title names, where no column does."""
    if Column.STRAND in columns:
        return None
    return next((candidate.theme for candidate in as_text if candidate.theme), None)


class _RowReader:
    """Goes down a spreadsheet; a strand is that of the row above where a row names none, as in merged cells."""

    def __init__(
        self, columns: list[Column], strands: Strands, as_text: Sequence[Candidate], strand: str | None
    ) -> None:
        self._columns = columns
        self._strands = strands
        self._strand = strands.settle(strand) if strand else None
        own = set(columns).intersection(_OWN_KINDS)
        named = [found for found in as_text if not found.asks_kind and not own]
        self._by_name = {line: found for found in named for line in found.lines}
        """What the name of the sheet says of a row, where it names a kind and no column does."""

    def read(self, row: Row) -> Iterator[Candidate]:
        cells = dict(zip(self._columns, row.cells, strict=False))
        named = _text(cells, Column.STRAND)
        self._strand = self._strands.settle(named) if named else self._strand
        for column in self._columns:
            if column in OF_FINDINGS and not says_nothing(_text(cells, column)):
                yield from self._findings(row, cells, column)

    def _findings(self, row: Row, cells: Mapping[Column, Cell], column: Column) -> Iterator[Candidate]:
        kind, why = _kind_of(cells, column)
        named = self._by_name.get(row.lines[0])
        if kind is None and Column.KIND not in cells and named is not None:
            kind, why = named.kind, named.reason
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
