"""The document as sections: real headings, and lines that act as headings."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..blocks import Block, Heading, ListItem, Paragraph, Table
from ..text import ended, fold, is_numbered
from .acting import LABEL, NUMBERED, acting_level
from .counted_findings import open_counted
from .labels import bold_tiers, label_in
from .named_points import is_numbered_statement
from .nesting import Numbered, place_in_count
from .sense import Role, Sense, sense_of_heading
from .speakers import sense_of_counterpart, sense_of_speaker, speaks_of_all
from .titled_paragraphs import open_titled

_MOST_STRANDS = 50
"""More strands than one heading of a kind has; it is not sought further back."""


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

    @property
    def greets(self) -> bool:
        """Whether its heading is the greeting of a letter, which opens the letter and ends no findings below it."""
        return fold(self.sense.title).startswith("dear ")

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
        label = label_in(block) if isinstance(block, ListItem | Paragraph) else None
        under_kind = stack[-1].sense.role is Role.KIND
        level = _level_at(blocks, position, tiers, under_kind=under_kind)
        if level is not None and _may_be_only_point(block, stack[-1], sections):
            after = _level_at(blocks, position + 1, tiers, under_kind=under_kind)
            level = None if _ends_at(stack[-1], after) else level
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


def _level_at(blocks: list[Block], position: int, tiers: frozenset[int], *, under_kind: bool) -> int | None:
    """The level of a heading, or at which a line acts as one; None for all else."""
    if position >= len(blocks):
        return None
    block = blocks[position]
    if isinstance(block, Heading):
        return block.level
    if isinstance(block, ListItem | Paragraph) and label_in(block) is not None:
        return LABEL
    return NUMBERED if position in tiers else acting_level(blocks, position, under_kind=under_kind)


def _may_be_only_point(block: Block, section: Section, sections: list[Section]) -> bool:
    """Whether a numbered line that stands first below a kind, or a strand of it, may be the only point there."""
    if not isinstance(block, ListItem | Paragraph) or block.strong:
        return False
    counted = isinstance(block, ListItem) or place_in_count(block)
    if not counted or not all(map(_leads_on, section.blocks)):
        return False
    if sense_of_heading(block.text).role is not Role.OTHER:
        return False
    return _gives_kind(section, sections)


def _leads_on(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.text.endswith(":")


def _gives_kind(section: Section, sections: list[Section]) -> bool:
    """Whether a heading names a kind, or stands below one that does, or is among the strands that follow one."""
    above: Section | None = section
    while above is not None and above.sense.role is Role.OTHER:
        above = above.parent
    last = reversed(sections[-_MOST_STRANDS:])
    before = next((s for s in last if s.sense.role is not Role.OTHER or s.level != section.level), section)
    beside = before if before.level == section.level and not before.blocks else None
    return any(each is not None and each.sense.role is Role.KIND for each in (above, beside))


def _ends_at(section: Section, level: int | None) -> bool:
    """Whether a heading of a level ends a section, rather than stand below it."""
    return level is not None and (level <= section.level or (section.acts_only and level >= NUMBERED))


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
