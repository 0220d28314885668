"""The document as sections: real headings, and lines that act as headings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .. import vocabulary
from ..blocks import Block, Heading, ListItem, Paragraph, Table
from ..text import ended, is_numbered, starts_lower
from .counted_findings import open_counted
from .labels import bold_tiers, label_in
from .lead_in import sense_of_lead_in
from .named_points import is_numbered_statement
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
from .speakers import sense_of_counterpart, sense_of_speaker, speaks_of_all
from .titled_paragraphs import open_titled

NUMBERED, BOLD, BARE, LABEL = 10, 11, 12, 13
"""Levels of lines that act as headings, below those of real headings."""
_CERTAIN = 0.7
_KNOWN = frozenset({Role.KIND, Role.MIXED, Role.END, Role.FINDINGS, Role.CONTAINER, Role.CLOSING})
_MODALS = re.compile(rf"\b{vocabulary.MODALS}\b", re.IGNORECASE)
_DIVIDES = frozenset({Role.MIXED, Role.END, Role.FINDINGS})
_OPEN_ENDED = re.compile(rf"\b{vocabulary.OPEN_ENDED}$", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Section:
    """A heading, what stands directly under it and the section around it."""

    sense: Sense
    level: int
    index: int
    parent: Section | None
    blocks: list[ListItem | Paragraph | Table] = field(default_factory=list)
    has_list: bool = False
    """Whether points or tables stand directly under it."""
    closed: bool = False
    """Whether the document has gone on to something else since."""
    counted: bool = False
    """Whether its label is a paragraph of the document's count, which ends with the next of its like."""
    place: tuple[str, ...] = ()
    """The numbers of a line that acts as a heading, where it counts with the paragraphs of a part, as “3.2” does."""
    resumed: bool = False
    """Whether the text of a heading goes on after labels with points of their own."""

    @property
    def acts_only(self) -> bool:
        """Whether its heading is a line that merely acts as one."""
        return self.level >= NUMBERED

    def add(self, block: ListItem | Paragraph | Table) -> None:
        """Put a block directly under the heading."""
        self.blocks.append(block)
        self.has_list = self.has_list or not isinstance(block, Paragraph)


def outline(blocks: list[Block]) -> list[Section]:
    """The sections of a document in order; the first holds what stands before any heading."""
    sections = [Section(Sense(Role.OTHER, ""), -1, 0, None)]
    stack = [sections[0]]
    blocks = [_stated(block) for block in open_titled(open_counted(blocks), NUMBERED)]
    tiers = bold_tiers(blocks)
    for position, block in enumerate(blocks):
        spoken = _spoken(blocks, position, sections)
        if spoken is not None:
            _open(stack, sections, spoken, LABEL)
            continue
        under_kind = stack[-1].sense.role is Role.KIND
        label = label_in(block) if isinstance(block, ListItem | Paragraph) else None
        level = (
            block.level
            if isinstance(block, Heading)
            else LABEL
            if label is not None
            else NUMBERED
            if position in tiers
            else _acting_level(blocks, position, under_kind=under_kind)
        )
        if level is not None and isinstance(block, Heading | ListItem | Paragraph):
            section = _open(stack, sections, sense_of_heading(label or block.text), level)
            section.counted = label is not None and isinstance(block, Numbered)
            section.place = place_in_count(block)
        elif isinstance(block, ListItem | Paragraph | Table):
            if _resumes(sections, block):
                _open(stack, sections, sections[-2].sense, sections[-2].level)
            elif stack[-1].counted and isinstance(block, Numbered):
                above = stack[-2]
                _open(stack, sections, above.sense, above.level).resumed = True
            elif (ended := _ended_by_count(stack, block)) is not None and ended.parent is not None:
                _open(stack, sections, ended.parent.sense, ended.parent.level)
            stack[-1].add(block)
    return sections


def _spoken(blocks: list[Block], position: int, sections: list[Section]) -> Sense | None:
    """What a line before a list says that a speaker begins with, or by which one goes on to what is wanted."""
    block, after = blocks[position], blocks[position + 1] if position + 1 < len(blocks) else None
    if not isinstance(block, Paragraph) or not isinstance(after, ListItem):
        return None
    if sections[-1].sense.strand_named and sections[-1].has_list and sections[-1].sense.kind is None:
        wanted = sense_of_counterpart(block.text)
        if wanted is not None:
            return wanted
    if speaks_of_all(block.text) and _goes_on_to_ask(blocks, position + 1):
        return Sense(Role.OTHER, "", strand_named=True)
    return sense_of_speaker(block.text)


def _goes_on_to_ask(blocks: list[Block], position: int) -> bool:
    """Whether the line after the list that begins here says what is wanted, before another list."""
    while position < len(blocks) and isinstance(blocks[position], ListItem):
        position += 1
    line, after = [*blocks[position : position + 2], None, None][:2]
    wanted = isinstance(line, Paragraph) and sense_of_counterpart(line.text) is not None
    return wanted and isinstance(after, ListItem)


def _open(stack: list[Section], sections: list[Section], sense: Sense, level: int) -> Section:
    """Begin a section at a level, after ending those that are no higher."""
    while len(stack) > 1 and stack[-1].level >= level:
        stack.pop()
    section = Section(sense, level, len(sections), stack[-1])
    sections.append(section)
    stack.append(section)
    return section


def _ended_by_count(stack: list[Section], block: Block) -> Section | None:
    """The label that ends at a paragraph because it counts as that does: “3.3” goes on after the list under “3.2”."""
    place = place_in_count(block)
    for depth, section in enumerate(stack[1:], start=1):
        beside = section.acts_only and place and section.place[:-1] == place[:-1]
        if beside and len(section.place) == len(place) and any(below.has_list for below in stack[depth:]):
            return section
    return None


def _resumes(sections: list[Section], block: Block) -> bool:
    """Whether, after the text of a practice study, a point goes on with the list that the study interrupted."""
    study, before = sections[-1], sections[-2] if len(sections) > 1 else sections[-1]
    if not study.sense.aside or not study.blocks or not before.blocks or before.sense.role is not Role.KIND:
        return False
    told, last = study.blocks[-1], next((b for b in before.blocks if isinstance(b, ListItem)), None)
    return (
        isinstance(block, ListItem)
        and isinstance(told, Paragraph)
        and ended(told.text)
        and last is not None
        and (is_numbered(block.marker) == is_numbered(last.marker) and block.level == last.level)
    )


def _stated(block: Block) -> Block:
    """A heading that is a finding itself becomes a paragraph."""
    if not isinstance(block, Heading | Paragraph) or not is_numbered_statement(block.text):
        return block
    return Paragraph(block.text, block.lines)


def _acting_level(blocks: list[Block], position: int, *, under_kind: bool) -> int | None:
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
    if isinstance(after, ListItem | Table):
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


def _counts_with(near: ListItem, item: ListItem) -> bool:
    """Whether two points are of one count: as deep, and both by figures or both by letters."""
    figures = {each.marker.strip("().")[:1].isdigit() for each in (near, item)}
    return len(figures) == 1 and _depth(near) == _depth(item)


def _depth(item: ListItem) -> int:
    """How many numbers a marker has: “2.” counts the parts of a document, “2.1” the points in one."""
    return len(item.marker.strip("().").split("."))
