"""Reading plain text: what a line is shows in its markers, its indent, its length and its neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from ..blocks import Block, Heading, ListItem, PageBreak, Paragraph
from ..hyphens import SOFT_HYPHEN, Hyphens
from ..text import breaks_off, ended, is_numbered, split_dash, split_glyph, split_number, starts_lower, tidy
from .furniture import SourceLine, source_lines
from .label_lines import TITLE_LENGTH, in_capitals, is_label, names_kind, recurring_labels, titles_kind
from .side_by_side import parted
from .tabs import tab_tables, with_tabs
from .unmarked import mark_points

_RULE = re.compile(r"([=\-_~*])\1{2,}")
_UNDERLINED = {"=": 1}
_CAPITALS_LEVEL, _UNDERLINED_LEVEL = 3, 2
_FEWEST_LINES = 5
_LONGEST_WORD, _NEARLY_FULL = 60, 0.85
_DASHES = "-–—"
_FIRST = frozenset({"1", "a", "i"})
_FEWEST_LOST, _DEEPEST_LOST = 4, 9
_LIST_LEVELS = 8


def read_plain(text: str) -> list[Block]:
    """The blocks of a plain text document."""
    lines = [
        SourceLine(
            line.text.expandtabs(4) if line.text[:1] == "\t" else line.text, line.number, line.page_break
        )
        for line in source_lines(text)
    ]
    lines = with_tabs(parted(lines))
    tables = tab_tables(lines)
    reader = _LineReader(
        _wrap_width(lines),
        lost_bullets=_has_lost_bullets(lines),
        labels=recurring_labels(lines),
        hyphens=Hyphens(line.text.strip() for line in lines),
    )
    position = 0
    while position < len(lines):
        if position in tables:
            position, blocks = tables[position]
            reader.add_blocks(blocks)
        else:
            after = lines[position + 1].text.strip() if position + 1 < len(lines) else ""
            reader.read(lines[position], after=after)
            position += 1
    return reader.finish()


def _wrap_width(lines: list[SourceLine]) -> int:
    """About how long a line grew before it was wrapped; 0 where too few lines tell."""
    lengths = sorted(len(line.text.rstrip()) for line in lines if len(line.text.strip()) > 3)
    return lengths[int(len(lengths) * 0.95)] if len(lengths) >= _FEWEST_LINES else 0


def _has_lost_bullets(lines: list[SourceLine]) -> bool:
    """Whether points have lost their bullets: they begin indented and go on at the margin."""
    outwards = inwards = 0
    for line, following in pairwise(lines):
        if not line.text.strip() or not starts_lower(following.text.strip()):
            continue
        step = following.indent - line.indent
        marked = split_glyph(line.text.strip()) or split_dash(line.text.strip())
        outwards += step < 0 and not marked
        inwards += step > 0
    return outwards >= _FEWEST_LOST and outwards > inwards


_Line = tuple[str, int, int]
"""The text, number and length of a line."""


@dataclass(slots=True)
class _Open:
    """The paragraph or list item that is being read."""

    marker: str | None
    level: int
    indent: int
    lines: list[_Line] = field(default_factory=list)
    last_indent: int = 0


class _LineReader:
    """Takes one line after another and closes a block when the next begins."""

    def __init__(self, width: int, *, lost_bullets: bool, labels: frozenset[str], hyphens: Hyphens) -> None:
        self._blocks: list[Block] = []
        self._width = width
        self._lost_bullets = lost_bullets
        self._labelling = labels
        self._hyphens = hyphens
        self._open: _Open | None = None
        self._levels: list[tuple[int, str]] = []
        self._lone: list[tuple[str, int]] = []
        self._blank = True

    def read(self, line: SourceLine, *, after: str = "") -> None:
        text = tidy(line.text)
        if line.page_break:
            self._close()
            self._blocks.append(PageBreak((line.number,)))
        elif not text:
            self._close()
            self._blank = True
        elif _RULE.fullmatch(text.replace(" ", "")) and len(text) >= 3:
            self._rule(text)
        else:
            if self._labels(text, after):
                self._close()
            self._text(text, line)
            self._blank = False

    def add_blocks(self, blocks: list[Block]) -> None:
        self._close()
        self._levels = []
        self._blocks += blocks

    def finish(self) -> list[Block]:
        self._close()
        return mark_points(self._blocks)

    def _text(self, text: str, line: SourceLine) -> None:
        indent = line.indent
        split = self._marker(text, indent)
        if split is not None and not split[1]:
            self._close()
            self._lone.append((split[0], indent))
        elif split is not None:
            self._begin_item(split[0], indent)
            self._add(split[1], line)
        elif self._lone:
            self._begin_item(*self._lone.pop(0))
            self._add(text, line)
        else:
            if not self._continues(text, indent):
                self._close()
                within = len(self._levels) if self._levels and indent > self._levels[0][0] else 0
                self._open = _Open(None, within, indent)
            self._add(text, line)

    def _labels(self, text: str, after: str) -> bool:
        if self._open is None or self._blank or not self._open.lines:
            return False
        before, _, length = self._open.lines[-1]
        filled = bool(self._width) and len(text) + 1 + len(after.split(" ", 1)[0]) > self._width
        if titles_kind(text, before=before, after=after, filled=filled):
            return True
        room = length + 1 + len(text.split(" ", 1)[0]) <= self._width
        return is_label(text, before=before, after=after, room=room, recurs=text in self._labelling)

    def _add(self, text: str, line: SourceLine) -> None:
        if self._open is not None:
            raw = line.text.rstrip()
            torn = SOFT_HYPHEN if raw.endswith(SOFT_HYPHEN) else ""
            self._open.lines.append((text + torn, line.number, len(raw)))
            self._open.last_indent = line.indent

    def _marker(self, text: str, indent: int) -> tuple[str, str] | None:
        """Split a list marker off, unless the line is the rest of a sentence."""
        if (glyph := split_glyph(text)) is not None:
            return glyph
        dash = split_dash(text)
        number = None if dash else split_number(text)
        split = dash or number
        if split is None and self._lost_bullets and 0 < indent < _DEEPEST_LOST and not self._unfinished(text):
            return "•", text
        if split is None or (
            number is not None and not number[1] and not self._blank and not text.endswith(")")
        ):
            return None
        if self._open is None or self._blank or not split[1]:
            return split
        before, _, length = self._open.lines[-1]
        if dash is not None:
            if dash[0] not in _DASHES:
                return dash
            another = self._open.marker not in {None, dash[0]}
            wrapped = starts_lower(dash[1]) and not ended(before) and before[-1:] not in ":;"
            wrapped = wrapped and (not self._width or self._was_wrapped(length, text))
            return (
                None
                if wrapped and (another or self._open.marker is None) and indent <= self._open.indent
                else dash
            )
        follows = self._open.marker is not None and is_numbered(self._open.marker)
        if split[0].strip("().").casefold() in _FIRST:
            return split
        wrapped = self._width > 0 and self._was_wrapped(length, text)
        return split if follows or not wrapped or ended(before) or before[-1:] in ":;" else None

    def _unfinished(self, text: str) -> bool:
        """Whether a line is in small letters after a line that has no end."""
        if self._open is None or not starts_lower(text) or starts_lower(self._open.lines[0][0]):
            return False
        before = self._open.lines[-1][0]
        return not ended(before) and before[-1:] not in ":;"

    def _begin_item(self, marker: str, indent: int) -> None:
        self._close()
        kind = "1" if is_numbered(marker) else marker
        while self._levels and self._levels[-1][0] > indent:
            self._levels.pop()
        at = next(
            (i for i, (depth, other) in enumerate(self._levels) if depth == indent and other == kind), None
        )
        if at is not None:
            del self._levels[at + 1 :]
        elif self._levels and self._levels[-1][0] == indent and "1" in (kind, self._levels[-1][1]):
            self._levels[-1] = (indent, kind)
        elif len(self._levels) < _LIST_LEVELS:
            self._levels.append((indent, kind))
        self._open = _Open(marker, max(len(self._levels) - 1, 0), indent)

    def _continues(self, text: str, indent: int) -> bool:
        """Whether a line goes on with what is open rather than starting afresh."""
        if self._open is None or self._blank or not self._open.lines:
            return False
        before, _, length = self._open.lines[-1]
        if in_capitals(before) != in_capitals(text):
            return False
        if starts_lower(text) or breaks_off(before):
            return True
        if self._open.marker is not None and indent > self._open.indent:
            return True
        if in_capitals(text):
            return True
        if self._open.marker is None and indent > self._open.last_indent:
            return False
        if self._open.marker is not None and text.endswith(":") and len(text) <= TITLE_LENGTH:
            return False
        titles = before.endswith(":") or names_kind(before)
        if self._open.marker is None and len(self._open.lines) == 1 and titles:
            return False
        if self._open.marker is None and ended(before) and self._had_room(length, text):
            return False
        return not self._width or self._was_wrapped(length, text)

    def _had_room(self, length: int, text: str) -> bool:
        """Whether the first word had room on the line before, by the longest line of the same paragraph."""
        assert self._open is not None
        longest = max(size for _, _, size in self._open.lines)
        return length + 1 + len(text.split(" ", 1)[0]) <= longest

    def _was_wrapped(self, length: int, text: str) -> bool:
        """Whether the first word had no room on the line before, which was wrapped for that."""
        return length + 1 + len(text[:_LONGEST_WORD].split(" ", 1)[0]) > self._width * _NEARLY_FULL

    def _rule(self, text: str) -> None:
        """A line of signs underlines the one line above it, or else only divides."""
        opened = self._open
        if opened is not None and not self._blank and opened.marker is None and len(opened.lines) == 1:
            title, number, _ = opened.lines[0]
            if len(title) <= TITLE_LENGTH:
                self._open = None
                self._levels = []
                self._blocks.append(Heading(title, _UNDERLINED.get(text[0], _UNDERLINED_LEVEL), (number,)))
                return
        self._close()

    def _close(self) -> None:
        opened, self._open = self._open, None
        if opened is None or not opened.lines:
            return
        text = self._hyphens.join([part for part, _, _ in opened.lines])
        numbers = tuple(number for _, number, _ in opened.lines)
        if opened.marker is not None:
            self._blocks.append(ListItem(text, opened.level, opened.marker, numbers))
        elif len(text) <= TITLE_LENGTH and in_capitals(text):
            self._levels = []
            self._blocks.append(Heading(text, _CAPITALS_LEVEL, numbers))
        else:
            if not opened.level:
                self._levels = []
            self._blocks.append(Paragraph(text, numbers, depth=opened.level))
