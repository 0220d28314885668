"""Opening a PDF and reading its pages one after the other."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pypdfium2 as pdfium

from ...blocks import Block, Note, PageBreak
from ...errors import UnreadableDocument, damaged, protected, too_long
from ...hyphens import Hyphens
from ...limits import MAX_CHARACTERS, MAX_PAGES
from ...reading import Reading
from ..tables import TableBuilder
from .aligned import read_aligned
from .beside import stretches_of
from .bullets import drawn_bullets
from .edges import Edge
from .flow import Flow, Look, look_of
from .furniture import without_furniture, without_notes
from .glyphs import read_words
from .lines import Line, columns_of, lines_of
from .rulings import Grid, GridCell, read_grids

_LOCK = threading.Lock()
"""PDFium may be used by one thread at a time."""
_WRONG_PASSWORD = "password"
_FEWEST_LETTERS = 8
"""A page with fewer letters has no text worth the name: a scan may carry a stamp or a page number."""
_MOST_UNKNOWN = 0.3
_NARROW = 0.7
"""Lines that take up less of the page stand in a column of it."""


@dataclass(slots=True)
class _Page:
    lines: list[Line]
    grids: list[Grid]
    rules: list[Edge]
    notes: list[list[Line]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What is read without a break; narrow if it is a column, whose lines end where that does."""

    items: list[Line | Grid]
    narrow: bool


def read_pdf(data: bytes, *, name: str) -> Reading:
    """The blocks of a PDF; raises `UnreadableDocument`, whose message calls the file by `name`."""
    with _LOCK:
        pages = _read_pages(data, name)
    return _Assembly(pages).reading()


def count_pages(data: bytes, *, name: str) -> int:
    """How many pages a PDF has; raises `UnreadableDocument` where it cannot be opened, or its first page not."""
    with _LOCK:
        try:
            with pdfium.PdfDocument(data) as document:
                pages = len(document)
                document[0].close()
        except pdfium.PdfiumError as error:
            raise _unopened(error, name) from error
        except IndexError as error:
            raise damaged(name) from error
    return pages


def _read_pages(data: bytes, name: str) -> list[_Page]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _unopened(error, name) from error
    try:
        if len(document) > MAX_PAGES:
            message = (
                f"{name} has {len(document):,} pages; at most {MAX_PAGES} can be read. "
                "Save the pages that hold the letter or report as a file of their own and upload that."
            )
            raise UnreadableDocument(message, reason="too_long")
        return _pages_of(document, name)
    except pdfium.PdfiumError as error:
        raise damaged(name) from error
    finally:
        document.close()


def _pages_of(document: pdfium.PdfDocument, name: str) -> list[_Page]:
    pages, letters, unknown = [], 0, 0
    for number in range(len(document)):
        page = document[number]
        found = read_words(page)
        unknown += found.unknown
        letters += sum(len(word.text) for word in found.words)
        if letters > MAX_CHARACTERS:
            raise too_long(name, MAX_CHARACTERS)
        drawn = read_grids(page, found.words + drawn_bullets(page, found.words))
        pages.append(_Page(lines_of(drawn.outside, number + 1), drawn.grids, drawn.rules))
        page.close()
    if letters < _FEWEST_LETTERS * len(pages) or unknown > _MOST_UNKNOWN * (letters + unknown):
        message = (
            f"{name} has no text that can be read: it was probably scanned as pictures. Ask the sender for the "
            "original, or run text recognition (OCR) on it, and upload that."
        )
        raise UnreadableDocument(message, reason="no_text")
    return pages


def _unopened(error: pdfium.PdfiumError, name: str) -> UnreadableDocument:
    return protected(name) if _WRONG_PASSWORD in str(error).lower() else damaged(name)


class _Assembly:
    """Puts the pages of a PDF together into blocks."""

    def __init__(self, pages: list[_Page]) -> None:
        for page, lines in zip(pages, without_furniture([page.lines for page in pages]), strict=True):
            page.lines = lines
        everything = [line for page in pages for line in page.lines]
        cells = [
            line
            for index, page in enumerate(pages, start=1)
            for grid in page.grids
            for cell in grid.cells
            for line in lines_of(cell.words, index)
        ]
        self._look: Look = look_of(everything or cells)
        self._hyphens = Hyphens(line.text for line in everything + cells)
        self._edges = _usual_edges(everything)
        self._pages = pages
        self._lines: list[Line] = []
        self._blocks: list[Block] = []

    def reading(self) -> Reading:
        """The blocks, with the lines that they stand on and the pages of those."""
        for page in self._pages:
            page.lines, page.notes = without_notes(page.lines, self._look.size)
        flow = Flow(self._look, self._hyphens)
        for index, page in enumerate(self._pages, start=1):
            if index > 1:
                flow.end_page(PageBreak((max(len(self._lines), 1),)))
            for stretch in self._stretches(page):
                flow.left, flow.right = self._edges
                if stretch.narrow:
                    flow.left, flow.right = min(i.x0 for i in stretch.items), max(i.x1 for i in stretch.items)
                self._read(flow, stretch.items, index)
        self._blocks += flow.take()
        self._blocks += self._notes()
        lines = tuple(line.text for line in self._lines)
        return Reading(self._blocks, lines, tuple(line.page for line in self._lines))

    def _stretches(self, page: _Page) -> Iterator[_Stretch]:
        """What stands on a page, in the order of reading."""
        beside = [] if page.grids else stretches_of(page.lines, self._look)
        if len(beside) > 1:
            yield from (_Stretch(list(lines), narrow=_narrow(lines, self._edges)) for lines in beside)
            return
        aligned, outside = read_aligned(page.lines, page.rules)
        items: list[Line | Grid] = [*outside, *page.grids, *aligned]
        stretches = columns_of(items)
        yield from (_Stretch(stretch, narrow=len(stretches) > 1) for stretch in stretches)

    def _read(self, flow: Flow, items: Sequence[Line | Grid], page: int) -> None:
        for item in items:
            if isinstance(item, Line):
                flow.read(self._numbered(item))
            else:
                self._blocks += flow.take()
                self._blocks += self._table(item, page)

    def _table(self, grid: Grid, page: int) -> list[Block]:
        builder = TableBuilder(len(self._lines) + 1)
        first = [cell for cell in grid.cells if cell.row == 0 and cell.words]
        headed = len(first) > 1 and all(word.bold for cell in first for word in cell.words)
        row = -1
        for cell in grid.cells:
            if cell.row != row:
                builder.start_row(len(self._lines) + 1)
                row = cell.row
            spans = (cell.columns, cell.rows)
            builder.start_cell(header=headed and row == 0, spans=spans, number=len(self._lines) + 1)
            builder.add(self._cell(grid, cell, page))
            builder.end_cell()
        return builder.finish()

    def _cell(self, grid: Grid, cell: GridCell, page: int) -> list[Block]:
        lines = lines_of(cell.words, page)
        if not lines:
            return []
        flow = Flow(self._look, self._hyphens, headings=len(grid.cells) == 1)
        start, end = grid.xs[cell.column], grid.xs[cell.column + cell.columns]
        flow.left = min(line.x0 for line in lines)
        flow.right = end - (flow.left - start)
        for line in lines:
            flow.read(self._numbered(line))
        return list(flow.take())

    def _notes(self) -> list[Block]:
        """The footnotes of all pages, after the text that they would tear apart."""
        return [
            Note(
                self._hyphens.join([line.text for line in note]),
                tuple(self._numbered(line).number for line in note),
            )
            for page in self._pages
            for note in page.notes
        ]

    def _numbered(self, line: Line) -> Line:
        self._lines.append(line)
        line.number = len(self._lines)
        return line


def _usual_edges(lines: Sequence[Line]) -> tuple[float, float]:
    """Where most lines begin and end, leaving out the few that stand outside."""
    starts, ends = sorted(line.x0 for line in lines), sorted(line.x1 for line in lines)
    return (starts[len(starts) // 33], ends[int(len(ends) * 0.97)]) if lines else (0.0, 0.0)


def _narrow(lines: Sequence[Line], edges: tuple[float, float]) -> bool:
    """Whether lines keep to one side of the page."""
    start, end = min(line.x0 for line in lines), max(line.x1 for line in lines)
    return end - start < (edges[1] - edges[0]) * _NARROW
