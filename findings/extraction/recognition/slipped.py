"""Findings below a heading that tells only of the document, as “About the survey” does, by a slip of levels."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from .. import ending_titles
from ..text import fold
from ..vocabulary import Kind
from .outline import Section
from .sense import Role

_TELLS_OF_ITSELF = re.compile(ending_titles.OF_THE_DOCUMENT)
_FEW = 2
"""A pattern of headings counts as one when it occurs this often."""


def paired(sections: list[Section]) -> frozenset[int]:
    """Sections right below which headings of both kinds stand, with points under each."""
    below: dict[int, set[Kind]] = defaultdict(set)
    for section in sections[1:]:
        kind = section.sense.kind
        if (
            section.parent is not None
            and kind is not None
            and section.has_list
            and not section.sense.recommends
        ):
            below[section.parent.index].add(kind)
    return frozenset(index for index, kinds in below.items() if len(kinds) > 1)


def slipped_strands(sections: list[Section], pairs: frozenset[int]) -> frozenset[int]:
    """The parts below such a heading, where several of them hold strengths and areas, as the strands of a review do."""
    divided = Counter(
        section.parent.index
        for section in sections[1:]
        if section.parent is not None and section.index in pairs and section.sense.role is Role.OTHER
    )
    return frozenset(
        section.index
        for section in sections[1:]
        if section.parent is not None
        and divided[section.parent.index] >= _FEW
        and section.sense.role is Role.OTHER
        and tells_of_itself(section.parent)
    )


def tells_of_itself(section: Section) -> bool:
    """Whether a heading is one of what a document is and how it came about, or of what it comes to."""
    return _TELLS_OF_ITSELF.fullmatch(fold(section.sense.title).rstrip(" .:")) is not None
