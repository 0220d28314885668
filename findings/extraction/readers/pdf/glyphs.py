"""From a page's characters to words, with their place, size and weight."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as pdf

_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_HYPHEN_AT_LINE_END = 2
"""What PDFium gives instead of a hyphen at which a word was broken."""
_NO_CHARACTER = frozenset({0, 0xFFFE, 0xFFFF})
_WORD_GAP, _SAME_BASELINE, _BACKWARDS = 0.2, 0.3, 0.5
"""In units of the type size."""
_BOLD_NAME = re.compile(rb"bold|black|heavy|semibold|demi", re.IGNORECASE)
_BOLD_WEIGHT = 600


@dataclass(slots=True)
class Word:
    """A word on the page; `top` and `bottom` count points from the top of the page."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float
    size: float
    bold: bool
    spaced: bool = True
    """Whether white space stands before it."""


@dataclass(slots=True)
class PageText:
    """The words of a page in the order in which the file holds them."""

    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    unknown: int = 0
    """How many characters the file gives no meaning for."""


@dataclass(slots=True)
class _Style:
    size: float
    bold: bool


def read_words(page: pdfium.PdfPage) -> PageText:
    """The words of a page."""
    width, height = page.get_size()
    text = page.get_textpage()
    found = PageText(width, height)
    try:
        for word in _words(text, Turn(page)):
            if word is None:
                found.unknown += 1
            elif word.text.strip():
                found.words.append(word)
    finally:
        text.close()
    return found


class Turn:
    """Places characters on the page as it is read: from its top left corner, turned upright."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._rotation = page.get_rotation()
        left, bottom, right, top = page.get_cropbox()
        self._left, self._bottom, self._right, self._top = left, bottom, right, top

    def baseline(self, x: float, y: float) -> float:
        """How far down the upright page a character stands."""
        return self.box(x, y, x, y)[1]

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """A rectangle of the file as left, top, right and bottom on the upright page."""
        if self._rotation == 90:
            return bottom - self._bottom, left - self._left, top - self._bottom, right - self._left
        if self._rotation == 180:
            return self._right - right, bottom - self._bottom, self._right - left, top - self._bottom
        if self._rotation == 270:
            return self._top - top, self._right - right, self._top - bottom, self._right - left
        return left - self._left, self._top - top, right - self._left, self._top - bottom


def _words(text: pdfium.PdfTextPage, turn: Turn) -> Iterator[Word | None]:
    """Each word; None for each character without a meaning."""
    styles: dict[int, _Style] = {}
    box, word, spaced = pdf.FS_RECTF(), None, True
    for index in range(text.count_chars()):
        code = pdf.FPDFText_GetUnicode(text, index)
        if code in _NO_CHARACTER:
            yield None
            continue
        character = "-" if code == _HYPHEN_AT_LINE_END else _LIGATURES.get(code) or chr(code)
        if character.isspace():
            spaced = True
            continue
        if not pdf.FPDFText_GetLooseCharBox(text, index, box):
            continue
        style = _style(text, index, styles)
        left, top, right, bottom = turn.box(box.left, box.bottom, box.right, box.top)
        if word is not None and not spaced and _goes_on(word, left, bottom, style):
            word.text += character
            word.x1 = max(word.x1, right)
            continue
        if word is not None:
            yield word
        baseline = _baseline(text, index, turn, bottom)
        word = Word(character, left, right, top, bottom, baseline, style.size, style.bold, spaced)
        spaced = False
    if word is not None:
        yield word


def _baseline(text: pdfium.PdfTextPage, index: int, turn: Turn, bottom: float) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    return turn.baseline(x.value, y.value) if pdf.FPDFText_GetCharOrigin(text, index, x, y) else bottom


def _goes_on(word: Word, left: float, bottom: float, style: _Style) -> bool:
    gap = left - word.x1
    return (
        abs(bottom - word.bottom) < _SAME_BASELINE * word.size
        and -_BACKWARDS * word.size < gap < _WORD_GAP * word.size
        and abs(style.size - word.size) < 0.5
        and style.bold == word.bold
    )


def _style(text: pdfium.PdfTextPage, index: int, known: dict[int, _Style]) -> _Style:
    """Size and weight of a character; the same for all that one piece of the page shows."""
    piece = ctypes.cast(pdf.FPDFText_GetTextObject(text, index), ctypes.c_void_p).value or 0
    if piece not in known:
        name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        pdf.FPDFText_GetFontInfo(text, index, name, len(name), flags)
        bold = (
            pdf.FPDFText_GetFontWeight(text, index) >= _BOLD_WEIGHT
            or _BOLD_NAME.search(name.value) is not None
        )
        known[piece] = _Style(_size(text, index), bold)
    return known[piece]


def _size(text: pdfium.PdfTextPage, index: int) -> float:
    """The type size in points as it is shown: the font's size, scaled as the page scales it."""
    matrix = pdf.FS_MATRIX()
    size = float(pdf.FPDFText_GetFontSize(text, index))
    if pdf.FPDFText_GetMatrix(text, index, matrix):
        size *= (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0
    return round(size, 1) or 1.0
