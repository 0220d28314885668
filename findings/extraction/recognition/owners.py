"""Which strand a heading of a kind belongs to, where both stand on one level."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from ..blocks import Paragraph
from ..strand_names import COUNT
from ..text import fold
from .graded_titles import without_grade
from .named_points import count_of_labels
from .nesting import is_of_count
from .outline import Section
from .sense import Role

_MOST_OPENING, _FEW = 2, 2
"""How much text of its own the name of a strand has at most, and from which number of them they are a pattern."""


def owners_beside_kinds(sections: list[Section], titles: frozenset[int]) -> dict[int, Section]:
    """Where strand and kind headings alternate on one level: which strand each kind belongs to.

    A single one may rather be the title of the document, or the line below it that says whose it is.
    """
    owners: dict[int, Section] = {}
    for before, section in pairwise(sections[1:]):
        if section.sense.role is not Role.KIND or section.sense.overall:
            continue
        if before.index not in titles and _heads_kind(before, section):
            owners[section.index] = before
        elif before.index in owners and before.level == section.level:
            owners[section.index] = owners[before.index]
    strands = {owner.index: owner for owner in owners.values()}
    if len(strands) >= _FEW or any(
        _is_sure(owner, sections) and not owner.blocks for owner in strands.values()
    ):
        return owners
    return {}


def owners_of_labels(sections: list[Section], titles: frozenset[int]) -> frozenset[int]:
    """Lines that act as headings and head labels of a kind, as “Leadership” does before “Strengths: …”.

    What comes again and again, as the line of a grade does, names no strand; a single line may title the document.
    """
    named = Counter(fold(without_grade(section.sense.title)) for section in sections)
    owners = [
        section
        for section in sections[1:]
        if section.acts_only
        and section.sense.role is Role.OTHER
        and not (section.index in titles or _stands_under_strand(section, titles))
        and named[fold(without_grade(section.sense.title))] == 1
        and count_of_labels(section.blocks)
    ]
    sure = len(owners) >= _FEW or any(_is_sure(owner, sections) for owner in owners)
    return frozenset(owner.index for owner in owners) if sure else frozenset()


def _stands_under_strand(section: Section, titles: frozenset[int]) -> bool:
    """Whether a real heading around a line names the strand already."""
    above = section.parent
    if above is None or above.parent is None or above.acts_only:
        return False
    return above.sense.role is Role.OTHER and above.index not in titles


def _is_sure(owner: Section, sections: list[Section]) -> bool:
    """Whether a heading that alone is divided by kind names a strand: it has a number, or kinds without it come before.

    Any other may as well say who speaks, or that this is what they found.
    """
    headlines = any(s.sense.role is Role.KIND and s.blocks for s in sections[: owner.index])
    return headlines or COUNT.match(owner.sense.title) is not None


def _heads_kind(before: Section, section: Section) -> bool:
    """Whether a heading with hardly any text of its own names the strand of the kind after it."""
    if before.sense.role is not Role.OTHER or len(before.blocks) > _MOST_OPENING:
        return False
    if not all(isinstance(block, Paragraph) or is_of_count(block) for block in before.blocks):
        return False
    return section.level == before.level or (
        before.acts_only and section.acts_only and section.level < before.level
    )
