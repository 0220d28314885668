"""Numbered paragraphs that begin with the name of their strand: “4.1 Early help. Inspectors told us that: …”."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..blocks import Block, Heading, ListItem, Paragraph, Table
from ..text import fold, tidy
from .lead_in import without_count
from .nesting import place_in_count
from .sense import Role, has_sentence_word, sense_of_heading

_TITLED = re.compile(r"(?P<title>[A-Z][^.:;?!]{2,59})\.\s+(?P<rest>[A-Z“‘\"'].+)", re.DOTALL)
_MOST_TITLE_WORDS, _FEWEST_WORDS = 8, 4
_FEWEST = 2
"""One such paragraph alone in a part is only one that begins with a short sentence."""


def open_titled(blocks: list[Block], level: int) -> list[Block]:
    """The blocks with such paragraphs parted: the name as a heading of a level, and what is said below it.

    A part of a paper is so built where several of its paragraphs begin like that, and lists or tables follow one.
    """
    titled = {at: found for at, block in enumerate(blocks) if (found := _titled(block)) is not None}
    parts = Counter(_part_of(blocks[at]) for at in titled)
    listed = {_part_of(blocks[at]) for at in titled if _leads_on(blocks, at)}
    built = {at for at in titled if parts[_part_of(blocks[at])] >= _FEWEST and _part_of(blocks[at]) in listed}
    return [
        part
        for at, block in enumerate(blocks)
        for part in _parted(block, titled[at] if at in built else None, level)
    ]


def _part_of(block: Block) -> tuple[str, ...]:
    """The number of the part that a numbered paragraph stands in."""
    return place_in_count(block)[:-1]


def _titled(block: Block) -> re.Match[str] | None:
    """The name and what follows it, in a paragraph numbered within a part, as “4.1” is."""
    if not isinstance(block, ListItem | Paragraph) or len(place_in_count(block)) < 2:
        return None
    found = _TITLED.fullmatch(without_count(tidy(block.text)))
    if found is None:
        return None
    title, rest = found["title"], found["rest"]
    says = rest.endswith(":") or len(rest.split()) >= _FEWEST_WORDS
    short = len(title.split()) <= _MOST_TITLE_WORDS and says
    names = sense_of_heading(title).role is Role.OTHER and not has_sentence_word(fold(title))
    return found if short and names else None


def _leads_on(blocks: list[Block], position: int) -> bool:
    """Whether a paragraph ends with a colon before a list or a table."""
    block, after = blocks[position], blocks[position + 1] if position + 1 < len(blocks) else None
    opens = isinstance(block, ListItem | Paragraph) and block.text.rstrip().endswith(":")
    return opens and isinstance(after, ListItem | Table)


def _parted(block: Block, found: re.Match[str] | None, level: int) -> Iterator[Block]:
    if found is None:
        yield block
        return
    number = ".".join(place_in_count(block))
    yield Heading(f"{number} {found['title']}", level, block.lines)
    yield Paragraph(found["rest"], block.lines)
