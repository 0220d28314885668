"""Lines that act as headings, by their form and by what stands around them."""

from __future__ import annotations

import re

from .. import vocabulary
from ..blocks import Block, Heading, ListItem, Paragraph, Table
from ..text import is_numbered, starts_lower
from .lead_in import sense_of_lead_in
from .named_points import is_numbered_statement, run_in
from .nesting import Numbered, place_in_count
from .sense import (
    Role,
    Sense,
    asks_at_length,
    has_sentence_word,
    is_sentence_about_findings,
    sense_of_heading,
    titled,
    titled_at_length,
    titled_with_grade,
)

NUMBERED, BOLD, BARE, LABEL = 10, 11, 12, 13
"""Levels of lines that act as headings, below those of real headings."""
_CERTAIN = 0.7
_KNOWN = frozenset({Role.KIND, Role.MIXED, Role.END, Role.FINDINGS, Role.CONTAINER, Role.CLOSING})
_MODALS = re.compile(rf"\b{vocabulary.MODALS}\b", re.IGNORECASE)
_DIVIDES = frozenset({Role.MIXED, Role.END, Role.FINDINGS})
_OPEN_ENDED = re.compile(rf"\b{vocabulary.OPEN_ENDED}$", re.IGNORECASE)


def acting_level(blocks: list[Block], position: int, *, under_kind: bool) -> int | None:
    """The level at which a line acts as a heading; None if it does not."""
    block = blocks[position]
    before = blocks[position - 1] if position else None
    after = blocks[position + 1] if position + 1 < len(blocks) else None
    if isinstance(block, ListItem):
        return _level_of_item(block, before, after, under_kind=under_kind)
    if not isinstance(block, Paragraph) or is_numbered_statement(block.text):
        return None
    if titled_with_grade(block.text):
        return BOLD
    if not titled(block.text):
        if block.strong and titled_at_length(block.text):
            return BOLD
        return BARE if isinstance(after, Paragraph) and asks_at_length(block.text) else None
    if block.strong:
        return BOLD
    sense = sense_of_heading(block.text)
    if sense.strand_named:
        return LABEL
    if block.text.endswith(":"):
        return LABEL if _labels(block.text, sense) else None
    if sense.role in _KNOWN:
        return BARE
    return BARE if not starts_lower(block.text) and _heads(before, after, under_kind=under_kind) else None


def _labels(text: str, sense: Sense) -> bool:
    """Whether a line that ends with a colon is a label rather than an introductory sentence."""
    if _ends_findings(text) or (sense.role is Role.KIND and sense.weight < _CERTAIN):
        return False
    if sense.role is Role.OTHER and (is_sentence_about_findings(text) or _MODALS.search(text)):
        return False
    lead = sense_of_lead_in(text)
    if sense.role is Role.OTHER and lead is not None and lead.asks:
        return False
    return sense.role in _KNOWN or not _OPEN_ENDED.search(text.rstrip(": "))


def _heads(before: Block | None, after: Block | None, *, under_kind: bool) -> bool:
    """Whether a short line between these two neighbours is the title of the second.

    Under a heading of a kind it is rather a point like the one before it, where the next heading is set apart as one.
    """
    if isinstance(after, ListItem | Table) or (isinstance(after, Paragraph) and run_in(after.text)):
        return True
    if isinstance(after, Heading) or (isinstance(after, Paragraph) and titled(after.text)):
        styled = isinstance(before, Paragraph) and not (isinstance(after, Paragraph) and not after.strong)
        among_points = under_kind and (_fragment(before) or styled)
        return not among_points and sense_of_heading(after.text).role is Role.KIND
    return after is not None and not _fragment(before)


def _fragment(block: Block | None) -> bool:
    """Whether a neighbour is a short unfinished paragraph too, so that both are rather text."""
    if not isinstance(block, Paragraph) or block.strong or not titled(block.text):
        return False
    return not block.text.endswith(":") and sense_of_heading(block.text).role is Role.OTHER


def _ends_findings(text: str) -> bool:
    lead = sense_of_lead_in(text)
    return lead is not None and lead.ends


def _level_of_item(
    item: ListItem, before: Block | None, after: Block | None, *, under_kind: bool
) -> int | None:
    if item.level or not titled(item.text) or _ends_findings(item.text):
        return None
    if under_kind and isinstance(after, Heading) and sense_of_heading(after.text).role is not Role.KIND:
        return None
    if item.text.endswith(":") and isinstance(after, ListItem) and _is_sentence(item):
        return None
    sense = sense_of_heading(item.text)
    has_children = isinstance(after, ListItem) and after.level > item.level
    known = sense.role in _DIVIDES or (sense.role is Role.KIND and sense.weight >= _CERTAIN)
    if has_children and known:
        return LABEL
    beside = (None if _starts_part(item, before, after) else before, after)
    siblings = [near for near in beside if isinstance(near, ListItem) and near.level == item.level]
    if item.strong and not any(near.strong for near in siblings):
        return NUMBERED if is_numbered(item.marker) else (BOLD if has_children else None)
    if not is_numbered(item.marker) or has_children or after is None:
        return None
    siblings = [] if known and _counts_apart(item, before, after) else siblings
    alone = not any(is_numbered(near.marker) and _counts_with(near, item) for near in siblings)
    if not alone or (sense.role not in _KNOWN and starts_lower(item.text)):
        return None
    return LABEL if sense.role is Role.KIND and place_in_count(item) else NUMBERED


def _is_sentence(item: ListItem) -> bool:
    """Whether a numbered line before a list is a sentence that leads on to it."""
    lead = sense_of_lead_in(item.text)
    sentence = has_sentence_word(item.text) or (lead is not None and lead.asks)
    return isinstance(item, Numbered) or (is_numbered(item.marker) and sentence)


def _starts_part(item: ListItem, before: Block | None, after: Block | None) -> bool:
    """Whether a numbered line after a numbered list is none of its points, because it counts afresh."""
    if not isinstance(before, ListItem) or not isinstance(after, Paragraph):
        return False
    digits = [near.marker.strip("().") for near in (item, before)]
    return all(each.isdigit() for each in digits) and int(digits[0]) < int(digits[1])


def _counts_apart(item: ListItem, before: Block | None, after: Block) -> bool:
    """Whether a numbered line is in no count with its neighbours: a list starts below it, or it goes on with none.

    Lists that leave the counting to Markdown have “1.” before each point, and tell nothing.
    """
    own, last, following = (_number(block) for block in (item, before, after))
    if own is None or own == last == 1:
        return False
    if isinstance(after, ListItem):
        return following == 1 and after.level == item.level
    return last is not None and own != last + 1


def _number(block: Block | None) -> int | None:
    """The whole number that marks a point; none for any other block."""
    digits = block.marker.strip("().") if isinstance(block, ListItem) else ""
    return int(digits) if digits.isdecimal() else None


def _counts_with(near: ListItem, item: ListItem) -> bool:
    """Whether two points are of one count: as deep, and both by figures or both by letters."""
    figures = {each.marker.strip("().")[:1].isdigit() for each in (near, item)}
    return len(figures) == 1 and _depth(near) == _depth(item)


def _depth(item: ListItem) -> int:
    """How many numbers a marker has: “2.” counts the parts of a document, “2.1” the points in one."""
    return len(item.marker.strip("().").split("."))
