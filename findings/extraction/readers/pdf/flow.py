"""From lines in reading order to headings, paragraphs and list items."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ...blocks import Heading, ListItem, PageBreak, Paragraph
from ...hyphens import Hyphens
from ...text import breaks_off, ended, split_glyph, split_mark, split_number, starts_lower
from .lines import Line

_BIGGER, _SAME_SIZE = 1.08, 0.6
_NORMAL_STEP = 1.28
_INDENT = 4.0
_TITLE_LENGTH = 180
_SHORT_TITLE = 90
_FULL = 0.8
"""A line is full if the next word had no room, give or take so many type sizes."""
Text = Heading | Paragraph | ListItem | PageBreak


@dataclass(frozen=True, slots=True)
class Look:
    """How the text of a document is set."""

    size: float
    bold: bool
    step: float
    """From one baseline to the next, in type sizes."""
    titles: tuple[tuple[float, bool], ...] = ()
    """Sizes and weights of headings, the highest first."""

    def is_title(self, size: float, bold: bool) -> bool:
        """Whether text of this size and weight stands out from the body."""
        return size >= self.size * _BIGGER or (bold and not self.bold and size >= self.size - _SAME_SIZE)

    def level(self, size: float, bold: bool) -> int:
        """The level of a heading of this size and weight, from 1."""
        style = (round(size), bold)
        return min(self.titles.index(style) + 1 if style in self.titles else len(self.titles) + 1, 6)


@dataclass(slots=True)
class _Open:
    lines: list[Line]
    marker: str | None
    marker_x: float
    text_x: float
    level: int
    split: bool = False
    parts: list[str] = field(default_factory=list)

    @property
    def last(self) -> Line:
        return self.lines[-1]

    @property
    def bold(self) -> bool:
        return all(line.bold for line in self.lines)


class Flow:
    """Takes one line after another and closes a block when the next begins."""

    def __init__(self, look: Look, hyphens: Hyphens, *, headings: bool = True) -> None:
        """Begin with how the document is set; cells of a table have no headings of their own."""
        self._look, self._hyphens, self._headings = look, hyphens, headings
        self.left, self.right = 0.0, 0.0
        """The edges of the column that is being read."""
        self._break: PageBreak | None = None
        self._open: _Open | None = None
        self._blocks: list[Text] = []
        self._levels: list[float] = []

    def read(self, line: Line) -> None:
        """Take the next line in reading order."""
        split = self._marker(line)
        if split is not None:
            self._close()
            marker, text, text_x = split
            self._open = _Open(
                [line], marker, line.x0, text_x, self._level(line.x0 - self.left), parts=[text]
            )
        elif self._open is not None and self._continues(self._open, line):
            self._open.split = self._open.split or line.page != self._open.last.page
            if self._open.marker is not None and len(self._open.lines) == 1 and line.x0 > self._open.marker_x:
                self._open.text_x = line.x0
            self._open.lines.append(line)
            self._open.parts.append(line.text)
        else:
            self._close()
            within = bool(self._levels) and line.x0 - self.left > self._levels[0] + _INDENT
            self._open = _Open(
                [line], None, line.x0, line.x0, len(self._levels) if within else 0, parts=[line.text]
            )

    def take(self) -> list[Text]:
        """Close what is open and hand over the blocks so far."""
        self._close()
        blocks, self._blocks = self._blocks, []
        return blocks

    def end_page(self, at: PageBreak) -> None:
        """Note the end of a page, which the next line may show to have torn a block."""
        if self._open is None:
            self._blocks.append(at)
        else:
            self._break = at

    def _marker(self, line: Line) -> tuple[str, str, float] | None:
        """The list marker of a line, its text and where that begins; None if it has no marker."""
        text = line.text
        split = split_mark(text)
        if split is None or (not split[1] and not split_glyph(text)):
            return None
        if split_glyph(text) is None and self._wraps_into(line):
            return None
        if self._look.is_title(line.size, line.bold) and split_number(text) and len(text) <= _SHORT_TITLE:
            return None
        following = next((word for word in line.words[1:] if word.text in split[1]), line.words[-1])
        return split[0], split[1], following.x0

    def _wraps_into(self, line: Line) -> bool:
        """Whether a line that begins like a point is rather the rest of a sentence."""
        before = self._open
        if before is None or ended(before.last.text) or before.last.text.endswith((":", ";")):
            return False
        return (
            before.last.page == line.page
            and self._step(before.last, line) <= self._normal(before.last)
            and abs(line.x0 - before.text_x) < _INDENT
            and self._full(before.last, line)
        )

    def _continues(self, before: _Open, line: Line) -> bool:
        if abs(before.last.size - line.size) > _SAME_SIZE or self._changes_weight(before, line):
            return False
        if line.page != before.last.page or line.top < before.last.top - line.size:
            return self._goes_on_after_break(before, line)
        if self._step(before.last, line) > self._normal(before.last):
            return False
        if before.marker is not None and line.x0 < before.marker_x - _INDENT:
            return False
        if before.marker is None and abs(line.x0 - before.text_x) > 3 * line.size and len(before.lines) > 1:
            return False
        return starts_lower(line.text) or breaks_off(before.last.text) or self._full(before.last, line)

    def _goes_on_after_break(self, before: _Open, line: Line) -> bool:
        """Whether the first line of a page or column is the rest of what was open."""
        if self._look.is_title(line.size, line.bold):
            return False
        if before.marker is not None and before.text_x - before.marker_x > _INDENT:
            hanging = before.text_x > before.marker_x + _INDENT and len(before.lines) > 1
            if hanging and line.page != before.last.page and abs(line.x0 - before.text_x) < _INDENT:
                return True
        if ended(before.last.text) or before.last.text.endswith(":"):
            return False
        return starts_lower(line.text) or breaks_off(before.last.text) or self._full(before.last, line)

    def _changes_weight(self, before: _Open, line: Line) -> bool:
        if before.bold == line.bold or self._look.bold:
            return False
        if before.bold:
            return not starts_lower(line.text) or self._step(before.last, line) > self._normal(before.last)
        return ended(before.last.text) or not self._full(before.last, line)

    def _step(self, before: Line, line: Line) -> float:
        return (line.baseline - before.baseline) / line.size

    def _normal(self, line: Line) -> float:
        return max(self._look.step, 1.1) * _NORMAL_STEP

    def _full(self, before: Line, line: Line) -> bool:
        """Whether the first word of a line had no room on the line before."""
        first = line.words[0]
        return before.x1 + first.x1 - first.x0 + 0.25 * line.size > self.right - _FULL * line.size

    def _level(self, x: float) -> int:
        while self._levels and self._levels[-1] > x + _INDENT:
            self._levels.pop()
        if not self._levels or self._levels[-1] < x - _INDENT:
            self._levels.append(x)
        return len(self._levels) - 1

    def _close(self) -> None:
        opened, self._open = self._open, None
        if opened is None:
            return
        text, numbers = self._hyphens.join(opened.parts), tuple(line.number for line in opened.lines)
        size, bold = max(line.size for line in opened.lines), opened.bold
        if opened.marker is not None:
            self._blocks.append(ListItem(text, opened.level, opened.marker, numbers, bold, opened.split))
        elif self._is_heading(text, size, bold):
            self._levels = []
            self._blocks.append(Heading(text, self._look.level(size, bold), numbers))
        else:
            if not opened.level:
                self._levels = []
            strong = bold and not self._look.bold
            self._blocks.append(Paragraph(text, numbers, strong, opened.level, opened.split))
        if self._break is not None:
            self._blocks.append(self._break)
            self._break = None

    def _is_heading(self, text: str, size: float, bold: bool) -> bool:
        if not self._headings or not self._look.is_title(size, bold) or len(text) > _TITLE_LENGTH:
            return False
        return any(c.isalpha() for c in text) and not text.endswith((".", ",", ";"))


def look_of(lines: Sequence[Line]) -> Look:
    """How most of a document is set."""
    weights: dict[tuple[float, bool], int] = {}
    for line in lines:
        key = (round(line.size, 1), line.bold)
        weights[key] = weights.get(key, 0) + len(line.text)
    size, bold = max(weights, key=lambda key: weights[key])
    look = Look(size, bold, _usual_step(lines, size))
    titles = {
        (round(line.size), line.bold)
        for line in lines
        if look.is_title(line.size, line.bold) and len(line.text) <= _TITLE_LENGTH
    }
    return Look(size, bold, look.step, tuple(sorted(titles, reverse=True)))


def _usual_step(lines: Iterable[Line], size: float) -> float:
    """The distance between baselines of lines that run on, in type sizes."""
    steps: list[float] = []
    before: Line | None = None
    for line in lines:
        if before is not None and before.page == line.page and abs(line.size - size) < _SAME_SIZE:
            step = (line.baseline - before.baseline) / size
            if starts_lower(line.text) and 0.9 < step < 3:
                steps.append(step)
        before = line
    return sorted(steps)[len(steps) // 2] if steps else 1.2
