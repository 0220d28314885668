"""Sentences that say what is found or asked for and end in the list below them, as “… so that:” does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .. import vocabulary
from ..blocks import Block, ListItem, Paragraph
from ..text import fold, tidy
from .points import Point, whole_item
from .sense import Sense, sense_of_lead_in

_STEM = re.compile(rf"\b{vocabulary.STEM_ENDS}\s*:$")
_SINGULAR = re.compile(vocabulary.ONE_FINDING)
_ASKS_ONLY = re.compile(rf"\b{vocabulary.ASKING}\s*:?$")
_POINTERS = re.compile(rf"\b{vocabulary.POINTERS}\b")
_FEWEST_WORDS = 8


def is_stem(text: str, heading: Sense) -> bool:
    """Whether a paragraph before a list is a finding that the list completes.

    That is so where its sentence cannot end before the list, and wherever the heading announces a single finding.
    """
    folded = fold(text)
    if not folded.endswith(":") or len(folded.split()) < _FEWEST_WORDS:
        return False
    return _STEM.search(folded) is not None or (announces_one(heading) and not _ASKS_ONLY.search(folded))


def announces_one(heading: Sense) -> bool:
    """Whether a heading is that of one finding, as “Recommendation 3” and “Area for improvement” are."""
    return heading.kind is not None and _SINGULAR.fullmatch(heading.phrase) is not None


def says_something(text: str) -> bool:
    """Whether a numbered point that opens a list is a finding itself rather than the sentence before others."""
    lead = sense_of_lead_in(text)
    folded = fold(text)
    if not folded.endswith(":") or lead is None or lead.kind is not None or lead.asks or lead.ends:
        return False
    points = _POINTERS.search(folded) is not None or _ASKS_ONLY.search(folded) is not None
    return not points and len(folded.split()) >= _FEWEST_WORDS


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
