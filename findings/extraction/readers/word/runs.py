"""The text of a Word paragraph as a reader sees it: insertions accepted, deletions and hidden text gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from docx.oxml.ns import qn
from lxml.etree import _Element

from .styles import Styles

_GONE = frozenset(
    qn(name)
    for name in (
        "w:del",
        "w:moveFrom",
        "w:pPr",
        "w:rPr",
        "w:instrText",
        "w:delText",
        "w:footnoteRef",
        "w:endnoteRef",
    )
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_TEXT, _RUN, _BREAK, _TAB = qn("w:t"), qn("w:r"), qn("w:br"), qn("w:tab")
_LINE_BREAK, _HYPHEN, _SYMBOL = qn("w:cr"), qn("w:noBreakHyphen"), qn("w:sym")
_RENDERED_BREAK, _BOX = qn("w:lastRenderedPageBreak"), qn("w:txbxContent")
_NOTES = (qn("w:footnoteReference"), qn("w:endnoteReference"))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph: its text, or what stands in its place."""

    text: str = ""
    bold: bool = False
    size: float = 0.0
    line_break: bool = False
    page_break: str = ""
    """`asked` for a break that the author set, `rendered` for one that Word noted when it last laid out."""


@dataclass(slots=True)
class Runs:
    """The pieces of a paragraph, the text boxes anchored in it and the notes that it points to."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join("\n" if piece.line_break else piece.text for piece in self.pieces)

    @property
    def size(self) -> float:
        """The smallest size of its text, so that one large word makes no heading."""
        return min((piece.size for piece in self.pieces if piece.text.strip()), default=0.0)


def runs_of(paragraph: _Element, styles: Styles) -> Runs:
    """What a paragraph shows."""
    runs = Runs()
    for run in _runs(paragraph, runs):
        if styles.run_is(run, paragraph, "w:vanish"):
            continue
        bold, size = styles.run_is(run, paragraph, "w:b"), styles.run_size(run, paragraph)
        for element in _inside(run, runs):
            piece = _piece(element, bold, size)
            if piece is not None:
                runs.pieces.append(piece)
            elif element.tag in _NOTES:
                runs.notes.append((element.tag, element.get(qn("w:id"), "")))
    return runs


def mark_is_deleted(paragraph: _Element) -> bool:
    """Whether the end of a paragraph was deleted, so that the next one goes on with it."""
    return paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}") is not None


def _runs(parent: _Element, runs: Runs) -> Iterator[_Element]:
    for child in parent:
        if child.tag == _RUN:
            yield child
        elif child.tag == _BOX:
            runs.boxes.append(child)
        elif child.tag not in _GONE and isinstance(child.tag, str):
            yield from _runs(child, runs)


def _inside(run: _Element, runs: Runs) -> Iterator[_Element]:
    for child in run:
        if child.tag == _BOX:
            runs.boxes.append(child)
        elif child.tag not in _GONE and isinstance(child.tag, str):
            yield child
            yield from _inside(child, runs)


def _piece(element: _Element, bold: bool, size: float) -> Piece | None:
    if element.tag == _TEXT:
        return Piece(element.text or "", bold, size)
    if element.tag == _TAB:
        return Piece(" ", bold, size)
    if element.tag == _HYPHEN:
        return Piece("-", bold, size)
    if element.tag == _SYMBOL:
        return Piece("•", bold, size)
    if element.tag == _RENDERED_BREAK:
        return Piece(page_break="rendered")
    if element.tag == _BREAK and element.get(qn("w:type")) == "page":
        return Piece(page_break="asked")
    if element.tag in {_LINE_BREAK, _BREAK} and element.get(qn("w:type")) != "column":
        return Piece(line_break=True)
    return None
