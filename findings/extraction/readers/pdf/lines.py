"""From the words of a page to its lines, in the order in which a person reads them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Protocol, TypeVar

from ...text import is_mark
from .glyphs import Word

_APART = 1.6
"""A gap of so many type sizes parts two columns."""
_MARKER_GAP = 5.0
_NEXT_LINE = 1.6
_OVERLAP = 0.5
_NOTE_MARK = re.compile(r"\d{1,2}|[*†‡]")
_SMALL, _RAISED = 0.8, 0.15
_MARK_SIZE = 0.9
"""A raised figure no larger than this, in type sizes, points to a footnote."""
_FEWEST_IN_COLUMN = 5
_LEAST_FILLED = 0.5
_WIDEST = 14_400
"""Points; no page is wider, so words further apart are the marks of a damaged file."""
_STEP = 6


@dataclass(slots=True)
class Line:
    """A line of text, or the part of one that stands in one column."""

    words: list[Word]
    page: int
    note_mark: str = ""
    """The raised figure with which a footnote begins."""
    marks: list[str] = field(default_factory=list)
    """The raised figures in the line that point to footnotes; they are no part of its text."""
    number: int = 0

    @property
    def text(self) -> str:
        """The words with white space where the page has it."""
        parts = [self.words[0].text]
        for before, word in pairwise(self.words):
            touching = not word.spaced and word.x0 - before.x1 < 0.2 * word.size
            parts.append(word.text if touching else f" {word.text}")
        return "".join(parts)

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @property
    def baseline(self) -> float:
        return self.words[0].baseline

    @property
    def size(self) -> float:
        """The size of most of its characters."""
        return _most(self.words, lambda word: word.size)

    @property
    def bold(self) -> bool:
        """Whether all of its words are bold."""
        return all(word.bold for word in self.words if any(c.isalnum() for c in word.text))


class Placed(Protocol):
    """Whatever stands on a page: a line or a table."""

    @property
    def x0(self) -> float: ...
    @property
    def x1(self) -> float: ...
    @property
    def top(self) -> float: ...
    @property
    def bottom(self) -> float: ...


P = TypeVar("P", bound=Placed)


def lines_of(words: Sequence[Word], page: int) -> list[Line]:
    """The lines of a page: words on one baseline without a wide gap between them."""
    lines: list[Line] = []
    runs = _visual_lines(words)
    for index, run in enumerate(runs):
        near = [
            other
            for other in (*runs[max(index - 1, 0) : index], *runs[index + 1 : index + 2])
            if _near(run, other)
        ]
        lines += _parts_of(run, near, page)
    return [line for line in lines if line.words]


def _parts_of(run: list[Word], near: list[list[Word]], page: int) -> list[Line]:
    """One line, or one for each column that the words stand in; `near` are the lines just above and below."""
    size = _most(run, lambda word: word.size)
    plain = [word for word in run if word.size >= size * _SMALL] or run
    baseline = _most(plain, lambda word: round(word.baseline, 1))
    lines: list[Line] = []
    for word in run:
        if _is_note_mark(word, size, baseline):
            if lines:
                lines[-1].marks.append(word.text)
            else:
                lines.append(Line([], page, note_mark=word.text))
            continue
        if not lines or (lines[-1].words and _apart(lines[-1], word) and not _bridged(word, near)):
            lines.append(Line([], page))
        lines[-1].words.append(word)
    return lines


def _near(run: list[Word], other: list[Word]) -> bool:
    return abs(run[0].baseline - other[0].baseline) < _NEXT_LINE * run[0].size


def _bridged(word: Word, near: list[list[Word]]) -> bool:
    """Whether a wide gap only fills a justified line: the lines above and below have words right before its end."""
    start, end = word.x0 - 1.2 * word.size, word.x0 - 0.3 * word.size
    return len(near) > 1 and all(
        any(w.x0 < end and w.x1 > start and not is_mark(w.text) for w in run) for run in near
    )


def columns_of(items: Iterable[P]) -> list[list[P]]:
    """Lines and tables in the order of reading, in stretches: one, or each column by itself."""
    rest = sorted(items, key=lambda item: (round(item.top), item.x0))
    gutter = _gutter(rest)
    if gutter is None:
        return [rest]
    stretches: list[list[P]] = []
    left: list[P] = []
    right: list[P] = []
    for item in rest:
        if item.x0 < gutter < item.x1:
            stretches += [left, right, [item]]
            left, right = [], []
        else:
            (left if item.x1 <= gutter else right).append(item)
    return [stretch for stretch in [*stretches, left, right] if stretch]


def visual_rows(lines: Iterable[Line]) -> list[list[Line]]:
    """Lines on one height, from left to right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.baseline, line.x0)):
        if rows and abs(rows[-1][0].baseline - line.baseline) < 0.3 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        row.sort(key=lambda line: line.x0)
    return rows


def _visual_lines(words: Sequence[Word]) -> list[list[Word]]:
    """Words that overlap in height, from left to right."""
    runs: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.top + word.bottom, word.x0)):
        run = next((run for run in reversed(runs[-4:]) if _level(run, word)), None)
        if run is None:
            runs.append([word])
        else:
            run.append(word)
    for run in runs:
        run.sort(key=lambda word: word.x0)
    return sorted(runs, key=lambda run: min(word.top for word in run))


def _level(run: list[Word], word: Word) -> bool:
    tallest = max(run, key=lambda other: other.bottom - other.top)
    overlap = min(tallest.bottom, word.bottom) - max(tallest.top, word.top)
    return overlap > _OVERLAP * min(tallest.bottom - tallest.top, word.bottom - word.top)


def _is_note_mark(word: Word, size: float, baseline: float) -> bool:
    """Whether a word is the small raised figure that points to a footnote."""
    raised = baseline - word.baseline > _RAISED * size
    return raised and word.size < size * _MARK_SIZE and _NOTE_MARK.fullmatch(word.text) is not None


def _apart(line: Line, word: Word) -> bool:
    gap = word.x0 - line.words[-1].x1
    if gap <= _APART * word.size:
        return False
    return gap > _MARKER_GAP * word.size or not is_mark(line.text)


def _gutter(items: Sequence[Placed]) -> float | None:
    """Where the white space between two columns of text stands; None on a page of one column."""
    if len(items) < 2 * _FEWEST_IN_COLUMN:
        return None
    start, end = min(item.x0 for item in items), max(item.x1 for item in items)
    if end - start > _WIDEST:
        return None
    middle = (start + end) / 2
    places = sorted(
        range(int(start + (end - start) * 0.3), int(start + (end - start) * 0.7), _STEP),
        key=lambda x: abs(x - middle),
    )
    return next((float(x) for x in places if _parts(items, x)), None)


def _parts(items: Sequence[Placed], x: float) -> bool:
    left = [item for item in items if item.x1 <= x]
    right = [item for item in items if item.x0 >= x]
    if min(len(left), len(right)) < _FEWEST_IN_COLUMN:
        return False
    crossing = len(items) - len(left) - len(right)
    return crossing <= min(len(left), len(right)) / 2 and _filled(left) and _filled(right)


def _filled(column: Sequence[Placed]) -> bool:
    """Whether a column holds running text rather than labels, dates or grades."""
    start, end = min(item.x0 for item in column), max(item.x1 for item in column)
    mean = sum(item.x1 - item.x0 for item in column) / len(column)
    return end - start > 100 and mean > _LEAST_FILLED * (end - start)


def _most(words: Iterable[Word], value: Callable[[Word], float]) -> float:
    counts: Counter[float] = Counter()
    for word in words:
        counts[value(word)] += len(word.text)
    return counts.most_common(1)[0][0]
