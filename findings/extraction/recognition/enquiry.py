"""The lines of enquiry of a review, under whose headings stands what was found on each."""

from __future__ import annotations

import re

from .. import review_kinds
from ..blocks import ListItem, Paragraph
from ..text import fold
from .outline import Section
from .sense import Role, clean_title

_NAMED, _DECLARES = re.compile(review_kinds.LINE_OF_ENQUIRY), re.compile(review_kinds.DECLARES_LINES)
_GUIDES = re.compile(review_kinds.GUIDES)
_LABEL = re.compile(rf"(?:{review_kinds.LINE_OF_ENQUIRY}|{review_kinds.COUNTED_LINE})\s*[:.–-]*\s*")
_FEWEST, _FEWEST_WORDS, _TITLES = 2, 2, 4


def lines_of_enquiry(sections: list[Section]) -> frozenset[int]:
    """The headings that name lines of enquiry, or repeat those that were declared in a list before them."""
    opening = [fold(section.sense.title) for section in sections[:_TITLES]]
    if any(map(_GUIDES.search, opening)):
        return frozenset()
    named = {s.index for s in sections if _is_open(s) and _NAMED.match(fold(s.sense.title))}
    repeated = _repeating(sections)
    return frozenset(named | (repeated if len(repeated) >= _FEWEST else set()))


def stands_under(section: Section, lines: frozenset[int]) -> bool:
    """Whether a section is a line of enquiry or stands below one."""
    current: Section | None = section
    while current is not None and current.index not in lines:
        current = current.parent
    return current is not None


def _is_open(section: Section) -> bool:
    return section.sense.role is Role.OTHER and section.parent is not None


def _repeating(sections: list[Section]) -> set[int]:
    """The headings that repeat a question of a list by which lines of enquiry were declared."""
    declared: list[str] = []
    found: set[int] = set()
    for section in sections:
        title = _core(section.sense.title)
        if (
            _is_open(section)
            and len(title.split()) >= _FEWEST_WORDS
            and any(title in each for each in declared)
        ):
            found.add(section.index)
        declared += _declared_in(section)
    return found


def _declared_in(section: Section) -> list[str]:
    """The points of a list after a sentence, or a heading, that speaks of lines of enquiry."""
    declares = _DECLARES.search(fold(section.sense.title)) is not None
    points: list[str] = []
    for block in section.blocks:
        if isinstance(block, Paragraph | ListItem):
            leads = _DECLARES.search(fold(block.text)) is not None
            if declares and isinstance(block, ListItem) and not leads:
                points.append(_core(block.text))
            elif isinstance(block, Paragraph) or leads:
                declares = leads
    return points


def _core(title: str) -> str:
    """A question without the word and the number that count it."""
    return _LABEL.sub("", fold(clean_title(title)), count=1).strip(" ?.:")
