"""Points as a reader counts them: a bullet with its sub-bullets, or a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .. import vocabulary
from ..blocks import Block, Heading, ListItem, Paragraph
from ..text import breaks_off, ended, is_numbered, split_number, starts_lower, tidy
from .nesting import Numbered

_JOINS = re.compile(rf"\b(?:{vocabulary.STEM_ENDS}|that)\s*:$", re.IGNORECASE)
_STEM = re.compile(rf"\b{vocabulary.STEM_ENDS}\s*:$", re.IGNORECASE)
_STEM_WORDS = 8
_STATEMENT_WORDS = 6
"""A sub-bullet of fewer words is a part of its parent's sentence."""


@dataclass(frozen=True, slots=True)
class Point:
    """One bullet or paragraph, with the points below it."""

    text: str
    lines: tuple[int, ...]
    unit: str
    split: bool = False
    marker: str = ""
    parts: tuple[Point, ...] = ()
    part: int = 0
    """Which part it is of a paragraph that was parted where its verdict turns."""

    @property
    def whole(self) -> Point:
        """The point with all that stands below it in its text."""
        if not self.parts:
            return self
        parts = [part.whole for part in self.parts]
        text = self.text + "".join(
            f"\n{part.marker if is_numbered(part.marker) else '-'} {part.text}" for part in parts
        )
        lines = dict.fromkeys(self.lines + tuple(line for part in parts for line in part.lines))
        split = self.split or any(part.split for part in parts)
        return replace(self, text=text, lines=tuple(lines), split=split, parts=())

    @property
    def is_open(self) -> bool:
        """Whether its sentence ends only in the points below it."""
        if self.text.endswith((":", ";")):
            return _JOINS.search(self.text) is not None
        return not ended(self.text)

    @property
    def has_statements(self) -> bool:
        """Whether every point below it says something of its own."""
        return bool(self.parts) and all(
            len(part.text.split()) >= _STATEMENT_WORDS and not starts_lower(part.text) for part in self.parts
        )


def whole_item(blocks: Sequence[Block], start: int) -> tuple[Point, int]:
    """The list item at a position with everything below it; and the position after."""
    item = blocks[start]
    assert isinstance(item, ListItem)
    marker, text = inner_marker(item)
    lines, split = list(item.lines), item.split
    parts: list[Point] = []
    position = start + 1
    while position < len(blocks):
        block = blocks[position]
        if isinstance(block, ListItem) and block.level > item.level:
            part, position = whole_item(blocks, position)
            parts.append(part)
            continue
        if not isinstance(block, Paragraph) or block.depth <= item.level:
            break
        if parts:
            parts[-1] = _continued(parts[-1], block)
        else:
            text = f"{text} {tidy(block.text)}"
            lines += block.lines
            split = split or block.split
        position += 1
    unit = "para" if isinstance(item, Numbered) else "item" if is_numbered(marker) else "bullet"
    return Point(text, tuple(dict.fromkeys(lines)), unit, split, marker, tuple(parts)), position


def inner_marker(item: ListItem) -> tuple[str, str]:
    """An item's marker and text; a number typed after a bullet is its real marker."""
    text = tidy(item.text)
    split = None if is_numbered(item.marker) else split_number(text)
    return split if split is not None and split[1] and split[0] == split[0].lower() else (item.marker, text)


def each_of(point: Point) -> list[Point]:
    """A point and those below it, each for itself; a sentence that ends only in those stays whole."""
    if not point.parts or point.is_open:
        return [point.whole]
    return [replace(point, parts=()), *(each for part in point.parts for each in each_of(part))]


def is_counted(point: Point) -> bool:
    """Whether a point is a paragraph of the document's count, as “4.” or “4.2” is, and not one of a list."""
    return point.unit == "para" or (point.unit == "item" and "." in point.marker.strip("()."))


def list_unit(point: Point) -> str:
    """What the points of its list are: those of another unit are not of the same list."""
    return "counted" if is_counted(point) else point.unit


def number_of(marker: str) -> int:
    """The whole number that a list marker counts; 0 for any other."""
    digits = marker.strip("().")
    return int(digits) if is_numbered(marker) and digits.isdigit() else 0


def starts_late(marker: str) -> bool:
    """Whether a list begins with a number above one, so that it counts paragraphs of the whole document."""
    return number_of(marker) > 1


def completed_by_list(text: str) -> bool:
    """Whether a sentence cannot end before the list that follows it, as one that ends with “so that:”."""
    return _STEM.search(text) is not None and len(text.split()) >= _STEM_WORDS


def with_its_list(blocks: Sequence[Block], position: int) -> tuple[Point, int]:
    """The paragraph at a position as a point with the list after it; and the position after."""
    block = blocks[position]
    assert isinstance(block, Paragraph)
    parts: list[Point] = []
    position += 1
    while position < len(blocks) and isinstance(blocks[position], ListItem):
        part, position = whole_item(blocks, position)
        parts.append(part)
    return Point(tidy(block.text), block.lines, "paragraph", block.split, parts=tuple(parts)), position


def points_of(blocks: Sequence[Block]) -> list[Point]:
    """The points of a table cell: its bullets, or else its paragraphs and lines."""
    points: list[Point] = []
    position = 0
    while position < len(blocks):
        block = blocks[position]
        if isinstance(block, ListItem):
            point, position = whole_item(blocks, position)
            points.append(point.whole)
            continue
        if isinstance(block, Paragraph) and _introduces(blocks, position) and completed_by_list(block.text):
            point, position = with_its_list(blocks, position)
            points.append(point.whole)
            continue
        if isinstance(block, Paragraph | Heading) and not _introduces(blocks, position):
            points += [Point(text, block.lines, "paragraph") for text in _lines(block.text)]
        position += 1
    return points


def _continued(point: Point, block: Paragraph) -> Point:
    return replace(
        point,
        text=f"{point.text} {tidy(block.text)}",
        lines=tuple(dict.fromkeys(point.lines + block.lines)),
        split=point.split or block.split,
    )


def _introduces(blocks: Sequence[Block], position: int) -> bool:
    """Whether a paragraph only leads on to the bullets after it."""
    block = blocks[position]
    followed = position + 1 < len(blocks) and isinstance(blocks[position + 1], ListItem)
    return followed and isinstance(block, Paragraph | Heading) and block.text.rstrip().endswith(":")


def _lines(text: str) -> list[str]:
    """The parts of a text that were broken on purpose into points of their own."""
    parts: list[str] = []
    for line in text.split("\n"):
        clean = tidy(line)
        if not clean:
            continue
        if parts and (starts_lower(clean) or breaks_off(parts[-1])):
            parts[-1] = f"{parts[-1]} {clean}"
        else:
            parts.append(clean)
    return parts
