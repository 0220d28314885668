"""Bullets that a page draws as shapes instead of writing them, as pages printed from a browser do."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as pdf

from .glyphs import Turn, Word

_MAX_DRAWN = 5_000
_SMALLEST, _LARGEST = 1.5, 8.0
"""Points across."""
_SQUARE = 1.5
"""A bullet is about as wide as it is high: no more than so many times."""
_NEAREST, _FARTHEST = 0.2, 3.0
"""The white space between a bullet and its text, in type sizes."""
Box = tuple[float, float, float, float]


def drawn_bullets(page: pdfium.PdfPage, words: Sequence[Word]) -> list[Word]:
    """The small round or square shapes before the first word of a line, as bullets."""
    ordered = sorted(words, key=lambda word: word.top)
    tops = [word.top for word in ordered]
    tallest = max((word.bottom - word.top for word in words), default=0.0)
    bullets = []
    for box in _small_shapes(page):
        middle = (box[1] + box[3]) / 2
        near = ordered[bisect_left(tops, middle - tallest) : bisect_right(tops, middle)]
        line = [word for word in near if word.top <= middle <= word.bottom]
        first = _text_after(box, line)
        if first is not None:
            bullets.append(_as_word(box, first))
    return bullets


def _small_shapes(page: pdfium.PdfPage) -> Iterator[Box]:
    turn = Turn(page)
    for count, drawn in enumerate(page.get_objects(filter=[pdf.FPDF_PAGEOBJ_PATH], max_depth=3)):
        if count > _MAX_DRAWN:
            return
        left, top, right, bottom = turn.box(*drawn.get_bounds())
        width, height = right - left, bottom - top
        if min(width, height) >= _SMALLEST and max(width, height) <= min(
            _LARGEST, _SQUARE * min(width, height)
        ):
            yield left, top, right, bottom


def _text_after(box: Box, line: Sequence[Word]) -> Word | None:
    """The word that a shape stands before, if nothing else stands near it on its line."""
    left, _, right, _ = box
    after = min((word for word in line if word.x0 > right), key=lambda word: word.x0, default=None)
    if after is None or not _NEAREST * after.size <= after.x0 - right <= _FARTHEST * after.size:
        return None
    beside = any(word.x0 <= right and word.x1 > left - _FARTHEST * after.size for word in line)
    return None if beside else after


def _as_word(box: Box, first: Word) -> Word:
    return Word("•", box[0], box[2], first.top, first.bottom, first.baseline, first.size, bold=False)
