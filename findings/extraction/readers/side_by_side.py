"""Columns that stand side by side in text that keeps the layout of a page: one is read after the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..text import is_mark, split_mark
from .columns import kind_of
from .furniture import SourceLine

_STRETCH = re.compile(r"\S+(?: \S+)*")
_FEWEST_BLANKS, _GAP = 4, 2
"""Titles are set well apart; longer lines below them come nearer to each other."""
_LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class _Gutter:
    """The columns of characters that are blank between the left and the right text so far."""

    start: int
    end: int
    middle: int
    """Where the space below the two titles is halved: text that begins left of it is not of the right column."""

    def narrowed(self, stretches: Sequence[tuple[int, int]]) -> _Gutter | None:
        """What stays blank of it with another line; None where a text of the line runs across it."""
        left, right = self.start, self.end
        for start, end in stretches:
            if start >= right or end <= left:
                continue
            if start >= left + _GAP and start > self.middle:
                right = start
            elif end <= right - _GAP:
                left = end
            else:
                return None
        return replace(self, start=left, end=right)


def parted(lines: list[SourceLine]) -> list[SourceLine]:
    """The lines with columns under two titles of kinds one after the other."""
    gutters = _gutters(lines)
    result: list[SourceLine] = []
    position = 0
    while position < len(lines):
        end, at = _end(lines, position, gutters) if position in gutters else (0, 0)
        result += _columns(lines[position:end], at) if end else lines[position : position + 1]
        position = max(end, position + 1)
    return result


def _gutters(lines: list[SourceLine]) -> dict[int, _Gutter]:
    """The gutters below the lines that hold two titles of kinds, far from each other and above a list."""
    gutters: dict[int, _Gutter] = {}
    below = ""
    for position in range(len(lines) - 1, -1, -1):
        text = lines[position].text
        if " " * _FEWEST_BLANKS in text.strip() and split_mark(below.strip()) is not None:
            gutter = _gutter(text)
            if gutter is not None:
                gutters[position] = gutter
        below = text if text.strip() else below
    return gutters


def _gutter(text: str) -> _Gutter | None:
    found = _stretches(text)
    if len(found) != 2 or found[1][0] - found[0][1] < _FEWEST_BLANKS:
        return None
    if any(end - start > _LONGEST_TITLE or kind_of(text[start:end]) is None for start, end in found):
        return None
    (left, start), (end, _) = found
    return _Gutter(start, end, (left + end) // 2)


def _stretches(text: str) -> list[tuple[int, int]]:
    """Where the texts of a line begin and end, each with its mark."""
    found: list[tuple[int, int]] = []
    for each in _STRETCH.finditer(text):
        if found and is_mark(text[slice(*found[-1])]):
            found[-1] = (found[-1][0], each.end())
        else:
            found.append(each.span())
    return found


def _end(lines: list[SourceLine], title: int, gutters: dict[int, _Gutter]) -> tuple[int, int]:
    """The position after the columns below a line, and where the right one stands; 0 where that is not certain."""
    gutter, end = gutters[title], title + 1
    listed, beside, blank = False, False, False
    for position in range(end, len(lines)):
        found = _stretches(lines[position].text)
        if not found:
            blank = True
            continue
        if position in gutters:
            break
        marked = split_mark(lines[position].text.strip()) is not None
        narrowed = gutter.narrowed(found)
        if narrowed is None and (marked or not blank):
            return 0, 0
        if narrowed is None:
            break
        on_left, on_right = found[0][0] < narrowed.end, found[-1][0] >= narrowed.end
        if on_left and not marked and (not listed or (blank and not on_right)):
            break
        gutter, end, blank = narrowed, position + 1, False
        listed, beside = listed or on_left, beside or on_right
    return (end, gutter.end) if listed and beside and not _goes_on(lines, end, gutters) else (0, 0)


def _goes_on(lines: list[SourceLine], start: int, gutters: dict[int, _Gutter]) -> bool:
    """Whether points still stand side by side further down, before other titles."""
    for position in range(start, len(lines)):
        text = lines[position].text
        if position in gutters:
            return False
        if any(split_mark(text[begin:end]) for begin, end in _stretches(text)[1:]):
            return True
    return False


def _columns(lines: list[SourceLine], at: int) -> list[SourceLine]:
    """The left column and then the right one; a line that only the other one has is no gap between points."""
    columns: list[SourceLine] = []
    for side in (slice(at), slice(at, None)):
        for index, line in enumerate(lines):
            text = line.text[side].rstrip()
            if text or not line.text.strip():
                columns.append(replace(line, text=text if index else text.strip()))
        columns.append(SourceLine("", lines[-1].number))
    return columns
