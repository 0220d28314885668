"""Points that are typed as paragraphs and count by letters."""

from __future__ import annotations

from string import ascii_lowercase

from ..blocks import Block, ListItem, Paragraph
from ..text import split_number, tidy


def with_letters(blocks: list[Block]) -> list[Block]:
    """The blocks with paragraphs as points that count by typed letters, “a)”, “b)”, after a sentence with a colon."""
    marked = list(blocks)
    position = 1
    while position < len(blocks):
        before = blocks[position - 1]
        run = _lettered(blocks, position) if _leads_on(before) else []
        if len(run) > 1:
            marked[position : position + len(run)] = run
        position += max(len(run), 1)
    return marked


def _leads_on(block: Block) -> bool:
    return isinstance(block, Paragraph | ListItem) and block.text.rstrip().endswith(":")


def _lettered(blocks: list[Block], start: int) -> list[ListItem]:
    """The points that count from “a” at a position."""
    points: list[ListItem] = []
    for block, letter in zip(blocks[start : start + 26], ascii_lowercase, strict=False):
        split = split_number(tidy(block.text)) if isinstance(block, Paragraph) else None
        if not isinstance(block, Paragraph) or split is None or split[0].strip("().").lower() != letter:
            break
        points.append(ListItem(split[1], block.depth, split[0], block.lines, split=block.split))
    return points
