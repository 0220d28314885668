"""Points as a reader counts them: a bullet with its sub-bullets, or a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..blocks import Block, Heading, ListItem, Paragraph
from ..text import breaks_off, is_numbered, split_number, starts_lower, tidy


@dataclass(frozen=True, slots=True)
class Point:
    """One bullet or paragraph with all that belongs to it."""

    text: str
    lines: tuple[int, ...]
    unit: str
    split: bool = False
    marker: str = ""


def whole_item(blocks: Sequence[Block], start: int) -> tuple[Point, int]:
    """The list item at a position with everything below it; and the position after."""
    item = blocks[start]
    assert isinstance(item, ListItem)
    marker, text = _inner_marker(item)
    texts, lines, split = [text], list(item.lines), item.split
    position = start + 1
    while position < len(blocks):
        block = blocks[position]
        if isinstance(block, ListItem) and block.level > item.level:
            own, text = _inner_marker(block)
            texts.append(f"\n{own if is_numbered(own) else '-'} {text}")
        elif isinstance(block, Paragraph) and block.depth > item.level:
            texts.append(f" {tidy(block.text)}")
        else:
            break
        lines += block.lines
        split = split or block.split
        position += 1
    unit = "item" if is_numbered(marker) else "bullet"
    return Point("".join(texts), tuple(dict.fromkeys(lines)), unit, split, marker), position


def _inner_marker(item: ListItem) -> tuple[str, str]:
    """An item's marker and text; a number typed after a bullet is its real marker."""
    text = tidy(item.text)
    split = None if is_numbered(item.marker) else split_number(text)
    return split if split is not None and split[1] and split[0] == split[0].lower() else (item.marker, text)


def points_of(blocks: Sequence[Block]) -> list[Point]:
    """The points of a table cell: its bullets, or else its paragraphs and lines."""
    points: list[Point] = []
    position = 0
    while position < len(blocks):
        block = blocks[position]
        if isinstance(block, ListItem):
            point, position = whole_item(blocks, position)
            points.append(point)
            continue
        if isinstance(block, Paragraph | Heading) and not _introduces(blocks, position):
            points += [Point(text, block.lines, "paragraph") for text in _lines(block.text)]
        position += 1
    return points


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
