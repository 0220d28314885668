"""From the body of a Word document to blocks: paragraphs, lists, tables, text boxes, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from docx.oxml.ns import qn
from lxml.etree import _Element

from ...blocks import Block, Heading, ListItem, Note, PageBreak, Paragraph
from ...reading import Reading
from ...text import tidy
from ..flow import InlineText, flow_blocks
from ..tables import TableBuilder
from .numbering import Numbering
from .runs import Piece, Runs, mark_is_deleted, runs_of
from .styles import Numbered, Styles

_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_SKIPPED = frozenset(
    qn(name) for name in ("w:del", "w:moveFrom", "w:sdtPr", "w:sectPr", "w:tblPr", "w:trPr", "w:tcPr")
)
_FOOTNOTE = qn("w:footnoteReference")
_CONTENTS_GALLERY = f"{qn('w:sdtPr')}/{qn('w:docPartObj')}/{qn('w:docPartGallery')}"
_TITLE_LENGTH = 150
_LARGER = 1.15
_COUNTED = re.compile(r"\d{1,3}\.(?:\d{1,3}[.)]?)?\s+(?:\S+\s+){4,}.*[.:]\s*$", re.DOTALL)
"""A paragraph of a document's own count: its number was typed, and it says something whole."""


class Body:
    """Walks a document once and keeps what is open: list, table, page."""

    def __init__(
        self, styles: Styles, numbering: Numbering, *, footnotes: _Element | None, endnotes: _Element | None
    ) -> None:
        """Take the parts of the document that its body refers to."""
        self._styles, self._numbering = styles, numbering
        self._notes = (_by_id(footnotes), _by_id(endnotes))
        self._referred: list[tuple[bool, str]] = []
        self._blocks: list[Block] = []
        self._tables: list[TableBuilder] = []
        self._lines: list[str] = []
        self._pages: list[int] = []
        self._page = 1
        self._rendered = False
        self._list: tuple[int, float] | None = None
        """Level and indent of the list item last read."""
        self._carried: list[Piece] = []
        self._sizes: list[float] = []

    def read(self, root: _Element) -> Reading:
        """The blocks of the document; its lines are its paragraphs."""
        self._rendered = next(root.iter(qn("w:lastRenderedPageBreak")), None) is not None
        self._sizes = self._larger_sizes(root)
        self._walk(root)
        self._add_notes()
        knows_pages = self._page > 1
        return Reading(self._blocks, tuple(self._lines), tuple(self._pages) if knows_pages else ())

    def _larger_sizes(self, root: _Element) -> list[float]:
        """The type sizes of short paragraphs that are larger than most text, the largest first."""
        weights: dict[float, int] = {}
        short: set[float] = set()
        for paragraph in root.iter(_PARAGRAPH):
            runs = runs_of(paragraph, self._styles)
            if length := len(runs.text.strip()):
                weights[runs.size] = weights.get(runs.size, 0) + length
                if length <= _TITLE_LENGTH:
                    short.add(runs.size)
        usual = max(weights, key=lambda size: weights[size], default=0.0)
        return sorted((size for size in short if size >= usual * _LARGER), reverse=True)

    def _walk(self, parent: _Element) -> None:
        for child in parent:
            if child.tag == _PARAGRAPH:
                self._paragraph(child)
            elif child.tag == _TABLE:
                self._table(child)
            elif child.tag not in _SKIPPED and isinstance(child.tag, str) and not _is_contents(child):
                self._walk(child)

    def _paragraph(self, paragraph: _Element) -> None:
        runs = runs_of(paragraph, self._styles)
        if self._carried:
            runs.pieces[:0] = self._carried
            self._carried = []
        if mark_is_deleted(paragraph):
            self._carried = runs.pieces
            return
        self._lines.append(tidy(runs.text))
        if self._styles.starts_page(paragraph):
            self._break_page("asked")
        before = self._break_pages(runs.pieces, leading=True)
        self._pages.append(self._page)
        page = self._page
        blocks = [] if self._styles.is_contents(paragraph) else self._blocks_of(paragraph, runs)
        at = len(self._blocks)
        self._break_pages(runs.pieces[before:], leading=False)
        if self._page > page and blocks and isinstance(blocks[-1], Paragraph | ListItem):
            blocks[-1] = replace(blocks[-1], split=True)
        self._emit(blocks, at)
        self._referred += [(kind == _FOOTNOTE, key) for kind, key in runs.notes]
        for box in runs.boxes:
            self._walk(box)

    def _blocks_of(self, paragraph: _Element, runs: Runs) -> list[Block]:
        number = len(self._lines)
        inline = InlineText()
        for piece in runs.pieces:
            if piece.line_break:
                inline.line_break(number=number, hard=True)
            elif piece.text:
                inline.add(piece.text, strong=piece.bold, number=number)
        lines = inline.take()
        if not lines:
            return []
        numbered = self._styles.numbered(paragraph)
        marker = self._numbering.marker(numbered) if numbered is not None else ""
        level = self._heading_level(paragraph, runs, listed=numbered is not None)
        if level is not None:
            self._list = None
            return [Heading(tidy(" ".join(line.text for line in lines)), level, (number,))]
        if numbered is not None and marker:
            self._list = (numbered.depth, self._indent(paragraph, numbered))
            return flow_blocks(lines, depth=numbered.depth + 1, item=(numbered.depth, marker))
        counted = _COUNTED.match(lines[0].text) is not None
        return flow_blocks(lines, depth=self._depth(paragraph) if not counted else self._outside())

    def _heading_level(self, paragraph: _Element, runs: Runs, *, listed: bool) -> int | None:
        level = self._styles.heading_level(paragraph)
        text = runs.text.strip()
        if level is not None:
            return level if len(text) <= 2 * _TITLE_LENGTH else None
        if (
            listed
            or runs.size not in self._sizes
            or len(text) > _TITLE_LENGTH
            or text.endswith((".", ",", ";"))
        ):
            return None
        return min(self._sizes.index(runs.size) + 1, 6)

    def _indent(self, paragraph: _Element, numbered: Numbered) -> float:
        own = paragraph.find(f"{qn('w:pPr')}/{qn('w:ind')}")
        set_here = self._styles.indent(paragraph) if own is not None else None
        return self._numbering.indent(numbered) if set_here is None else set_here

    def _depth(self, paragraph: _Element) -> int:
        """How many list items a paragraph without a marker stands in, by its indent."""
        indent = self._styles.indent(paragraph) or 0.0
        if self._list is None or indent <= 0 or indent < self._list[1] - 1:
            self._list = None
            return 0
        return self._list[0] + 1

    def _outside(self) -> int:
        """A paragraph of the document's count, as “12.” or “5.6” typed before it, ends the list despite its indent."""
        self._list = None
        return 0

    def _table(self, table: _Element) -> None:
        open_list, self._list = self._list, None
        builder = TableBuilder(len(self._lines) + 1)
        self._tables.append(builder)
        for row in _parts(table, _ROW):
            properties = row.find(qn("w:trPr"))
            if properties is not None and properties.find(qn("w:del")) is not None:
                continue
            builder.start_row(len(self._lines) + 1)
            header = properties is not None and properties.find(qn("w:tblHeader")) is not None
            for _ in range(_value(properties, "w:gridBefore", 0)):
                builder.start_cell(header=header, spans=(1, 1), number=len(self._lines) + 1)
            for cell in _parts(row, _CELL):
                span = _value(cell.find(qn("w:tcPr")), "w:gridSpan", 1)
                builder.start_cell(header=header, spans=(min(span, 50), 1), number=len(self._lines) + 1)
                self._walk(cell)
                builder.end_cell()
        self._tables.pop()
        self._list = open_list
        self._emit(builder.finish())

    def _break_pages(self, pieces: list[Piece], *, leading: bool) -> int:
        """Turn the page at each break before the text, or else in it; how many pieces stand before the text."""
        for index, piece in enumerate(pieces):
            if piece.page_break:
                self._break_page(piece.page_break)
            elif leading and piece.text.strip():
                return index
        return len(pieces)

    def _break_page(self, kind: str) -> None:
        # Word notes each break that it laid out, those that the author set as well: count either, not both.
        if kind == ("rendered" if self._rendered else "asked"):
            self._page += 1
            if not self._tables:
                self._blocks.append(PageBreak((max(len(self._lines), 1),)))

    def _emit(self, blocks: list[Block], at: int | None = None) -> None:
        if self._tables:
            self._tables[-1].add(blocks)
        else:
            at = len(self._blocks) if at is None else at
            self._blocks[at:at] = blocks

    def _add_notes(self) -> None:
        for is_footnote, key in self._referred:
            note = self._notes[0 if is_footnote else 1].get(key)
            if note is None:
                continue
            text = tidy(" ".join(runs_of(p, self._styles).text for p in note.iter(_PARAGRAPH)))
            self._lines.append(text)
            self._pages.append(self._page)
            self._blocks.append(Note(text, (len(self._lines),)))


def _parts(parent: _Element, tag: str) -> Iterator[_Element]:
    """The rows of a table or cells of a row, those within content controls and insertions as well."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif (
            child.tag not in _SKIPPED and child.tag not in {_PARAGRAPH, _TABLE} and isinstance(child.tag, str)
        ):
            yield from _parts(child, tag)


def _is_contents(element: _Element) -> bool:
    gallery = element.find(_CONTENTS_GALLERY) if element.tag == qn("w:sdt") else None
    return gallery is not None and gallery.get(qn("w:val")) == "Table of Contents"


def _by_id(root: _Element | None) -> dict[str, _Element]:
    if root is None:
        return {}
    return {note.get(qn("w:id"), ""): note for note in root}


def _value(properties: _Element | None, name: str, default: int) -> int:
    found = properties.find(qn(name)) if properties is not None else None
    value = found.get(qn("w:val"), "") if found is not None else ""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 4 else default
