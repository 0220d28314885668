"""Tables on a page: found by the lines that are drawn around their cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as pdf

from .edges import NEAR, Edge
from .glyphs import Turn, Word
from .ruled import ruled_columns

_THIN = 3.0
"""A drawn shape no thicker than this is a line."""
_SHORTEST = 6.0
_MAX_DRAWN = 5_000
_MAX_EDGES = 600


@dataclass(slots=True)
class GridCell:
    """A cell of a drawn table and the words that stand in it."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    words: list[Word] = field(default_factory=list)


@dataclass(slots=True)
class Grid:
    """A drawn table."""

    xs: list[float]
    ys: list[float]
    cells: list[GridCell]

    @property
    def x0(self) -> float:
        return self.xs[0]

    @property
    def x1(self) -> float:
        return self.xs[-1]

    @property
    def top(self) -> float:
        return self.ys[0]

    @property
    def bottom(self) -> float:
        return self.ys[-1]


@dataclass(slots=True)
class Drawn:
    """The tables that are drawn on a page, and what else is."""

    grids: list[Grid]
    outside: list[Word]
    """The words outside of those tables."""
    rules: list[Edge]
    """Lines across the page."""


def read_grids(page: pdfium.PdfPage, words: Sequence[Word]) -> Drawn:
    """The drawn tables of a page with the words in them."""
    across, down = _edges(page, words)
    if not across + down or len(across) + len(down) > _MAX_EDGES:
        return Drawn([], list(words), [])
    grids = [grid for group in _touching(across, down) if (grid := _grid(*group)) is not None]
    outside: list[Word] = []
    for word in words:
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        grid = next((g for g in grids if g.x0 <= x <= g.x1 and g.top <= y <= g.bottom), None)
        if grid is None:
            outside.append(word)
        else:
            _cell_at(grid, x, y).words.append(word)
    return Drawn([grid for grid in grids if any(cell.words for cell in grid.cells)], outside, across)


def _edges(page: pdfium.PdfPage, words: Sequence[Word]) -> tuple[list[Edge], list[Edge]]:
    """The drawn lines across and down the page, each joined from its pieces."""
    turn, across, down = Turn(page), [], []
    for count, drawn in enumerate(page.get_objects(filter=[pdf.FPDF_PAGEOBJ_PATH], max_depth=3)):
        if count > _MAX_DRAWN:
            return [], []
        left, top, right, bottom = turn.box(*drawn.get_bounds())
        if bottom - top <= _THIN and right - left > _SHORTEST:
            across.append(Edge((top + bottom) / 2, left, right))
        elif right - left <= _THIN and bottom - top > 0:
            down.append(Edge((left + right) / 2, top, bottom))
        elif _outlined(drawn):
            across += [Edge(top, left, right), Edge(bottom, left, right)]
            down += [Edge(left, top, bottom), Edge(right, top, bottom)]
    down = [edge for edge in _joined(down) if edge.end - edge.start > _SHORTEST]
    tops, sides = ruled_columns(across, down, words)
    return _joined(across + tops), down + sides


def _outlined(drawn: pdfium.PdfObject) -> bool:
    """Whether a drawn shape has an outline, so that it is a box rather than a background."""
    fill, stroke = pdf.ctypes.c_int(), pdf.ctypes.c_int()
    return bool(pdf.FPDFPath_GetDrawMode(drawn, fill, stroke)) and bool(stroke.value)


def _joined(edges: Iterable[Edge]) -> list[Edge]:
    """Edges that run on from one another as one."""
    joined: list[Edge] = []
    for edge in sorted(edges, key=lambda edge: (round(edge.at / NEAR), edge.start)):
        before = joined[-1] if joined else None
        if before and abs(before.at - edge.at) <= NEAR and edge.start <= before.end + NEAR:
            joined[-1] = Edge(before.at, before.start, max(before.end, edge.end))
        else:
            joined.append(edge)
    return joined


def _touching(across: list[Edge], down: list[Edge]) -> Iterator[tuple[list[Edge], list[Edge]]]:
    """Groups of edges that cross or meet, directly or through others."""
    groups: list[tuple[list[Edge], list[Edge]]] = []
    for edge in across:
        meeting = [v for v in down if _meets(edge, v)]
        mine: tuple[list[Edge], list[Edge]] = ([edge], meeting)
        others = []
        for group in groups:
            if any(v in group[1] for v in meeting):
                mine[0].extend(group[0])
                mine[1].extend(v for v in group[1] if v not in mine[1])
            else:
                others.append(group)
        groups = [*others, mine]
    met = {id(v) for group in groups for v in group[1]}
    alone = [v for v in down if id(v) not in met]
    yield from groups
    # A row that fills a whole page has no line across it.
    yield from (([], [v for v in alone if _beside(v, first)]) for first in alone[:1])


def _beside(edge: Edge, other: Edge) -> bool:
    return abs(edge.start - other.start) <= NEAR and abs(edge.end - other.end) <= NEAR


def _meets(across: Edge, down: Edge) -> bool:
    return (
        across.start - NEAR <= down.at <= across.end + NEAR
        and down.start - NEAR <= across.at <= down.end + NEAR
    )


def _grid(across: list[Edge], down: list[Edge]) -> Grid | None:
    if not down:
        return None
    # A row that goes on over the page is open there: its sides end where the page does.
    ends = [min(edge.start for edge in down), max(edge.end for edge in down)]
    xs, ys = _distinct(edge.at for edge in down), _distinct([*(edge.at for edge in across), *ends])
    if len(xs) < 2 or len(ys) < 2:
        return None
    cells: list[GridCell] = []
    taken: set[tuple[int, int]] = set()
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) not in taken:
                cell = _cell(row, column, xs, ys, across, down)
                taken |= {(row + i, column + j) for i in range(cell.rows) for j in range(cell.columns)}
                cells.append(cell)
    return Grid(xs, ys, cells)


def _cell(
    row: int, column: int, xs: list[float], ys: list[float], across: list[Edge], down: list[Edge]
) -> GridCell:
    """The cell that begins here: it reaches to the next line to its right and below it."""
    cell = GridCell(row, column)
    middle = (ys[row] + ys[row + 1]) / 2
    while column + cell.columns < len(xs) - 1 and not _drawn(down, xs[column + cell.columns], middle):
        cell.columns += 1
    middle = (xs[column] + xs[column + 1]) / 2
    while row + cell.rows < len(ys) - 1 and not _drawn(across, ys[row + cell.rows], middle):
        cell.rows += 1
    return cell


def _drawn(edges: list[Edge], at: float, through: float) -> bool:
    return any(abs(edge.at - at) <= NEAR and edge.start <= through <= edge.end for edge in edges)


def _cell_at(grid: Grid, x: float, y: float) -> GridCell:
    column = max(index for index, start in enumerate(grid.xs[:-1]) if start <= x or index == 0)
    row = max(index for index, start in enumerate(grid.ys[:-1]) if start <= y or index == 0)
    return next(
        (
            cell
            for cell in grid.cells
            if cell.row <= row < cell.row + cell.rows and cell.column <= column < cell.column + cell.columns
        ),
        grid.cells[0],
    )


def _distinct(values: Iterable[float]) -> list[float]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > NEAR:
            kept.append(value)
    return kept
