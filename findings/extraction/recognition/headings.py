"""Patterns among all the headings of a document: its strands, and which kinds belong to those."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from .. import vocabulary
from ..blocks import ListItem, Paragraph, Table
from ..text import ended, fold, is_numbered
from ..vocabulary import Kind
from .acting import BARE
from .document_titles import ANNEX
from .lead_in import sense_of_lead_in
from .nesting import is_of_count
from .outline import Section
from .sense import Role, names_earlier, titled_with_grade
from .suggestion import suggest_kind

_IN_BRACKETS = re.compile(r"\s*\(([^()]{2,20})\)$")
_ARTICLE = re.compile(r"^the ")
_BODY = re.compile(rf"(?:[\w'&-]+ ){{1,8}}{vocabulary.BODIES}")
_REVIEWED = re.compile(vocabulary.REVIEWED)
_MOST_BODIES, _MOST_KINDS = 20, 10
_DIVIDING = frozenset({Role.KIND, Role.MIXED, Role.FINDINGS})
_NAMING = frozenset({Role.OTHER, Role.FINDINGS})
_FEW = 2
"""A pattern of headings counts as one when it occurs this often."""


def is_told(section: Section | None) -> bool:
    """Whether a section is what one group of people said, a strand where nothing in it names another."""
    return (
        section is not None
        and section.sense.role is Role.FINDINGS
        and section.sense.strand == section.sense.title
    )


def strands_above_kinds(sections: list[Section]) -> frozenset[int]:
    """Headings that hold headings of a kind."""
    return frozenset(
        s.parent.index for s in sections[1:] if s.sense.role is Role.KIND and s.parent is not None
    )


def unlabelled_strands(sections: list[Section], titles: frozenset[int], owners: set[int]) -> frozenset[int]:
    """Parts among the strands of a review, which no heading divides by kind as it does those.

    They hold running text, or nothing but points. So is the text that goes on under the name of a strand after
    labels of either kind. `owners` are the strands on whose level the headings of a kind stand.
    """
    holding: Counter[tuple[int, int]] = Counter()
    divided = owners | {s.index for s in sections[1:] if introduces_kind(s)}
    divided |= {s.parent.index for s in sections[1:] if s.sense.role in _DIVIDING and s.parent is not None}
    found: set[int] = set()
    for section in sections[1:]:
        parent = section.parent
        if parent is None or section.index in titles or section.sense.role not in _NAMING:
            continue
        place = (parent.index, section.level)
        if section.index in divided:
            holding[place] += 1
        elif section.sense.role is not Role.OTHER:
            continue
        elif section.resumed or (
            holding[place] >= _FEW and (_in_running_text(section) or _in_points(section))
        ):
            found.add(section.index)
    return frozenset(found)


def _in_running_text(section: Section) -> bool:
    sentences = [
        block
        for block in section.blocks
        if isinstance(block, Paragraph | ListItem)
        and ended(block.text)
        and (is_of_count(block) or (isinstance(block, Paragraph) and section.level < BARE))
    ]
    return len(sentences) >= _FEW and len(sentences) * 2 > len(section.blocks)


def _in_points(section: Section) -> bool:
    """Whether a section is one list, and not of questions."""
    points = [block for block in section.blocks if isinstance(block, ListItem)]
    asks = any(point.text.endswith("?") for point in points)
    return len(points) > _FEW and len(points) == len(section.blocks) and not asks


def unknown_labels(sections: list[Section]) -> dict[int, Kind]:
    """Headings that several times stand beside a heading of a kind, each time the same and with points: and so the
    kind that they seem to stand for, which is the other one.
    """
    beside: dict[str, list[tuple[int, Kind]]] = {}
    strands = _strands_of_both_kinds(sections)
    for section in sections[1:]:
        named = section.sense.role is not Role.OTHER or section.sense.strand_named
        if named or not section.blocks or section.index in strands:
            continue
        near = sections[section.index - 1 : section.index] + sections[section.index + 1 : section.index + 2]
        kinds = {
            other.sense.kind for other in near if _is_beside(section, other) and other.sense.kind is not None
        }
        if len(kinds) == 1:
            other = Kind.AREA if kinds == {Kind.STRENGTH} else Kind.STRENGTH
            beside.setdefault(fold(section.sense.title), []).append((section.index, other))
    return {
        index: kind
        for found in beside.values()
        if len(found) >= _FEW and len({kind for _, kind in found}) == 1
        for index, kind in found
    }


def _is_bullet(block: ListItem | Paragraph | Table) -> bool:
    """Whether a block is a point that has a sign and no number."""
    return isinstance(block, ListItem) and not is_numbered(block.marker)


def leaning_labels(sections: list[Section]) -> dict[int, Kind]:
    """Headings of a list whose words lean to one kind, right beside a heading of the other: the kind they lean to.

    The title of a strand may lean as well, but that one stands under both kinds.
    """
    found: dict[int, Kind] = {}
    strands = _strands_of_both_kinds(sections)
    for section in sections[1:]:
        title, listed = section.sense.title, all(_is_bullet(block) for block in section.blocks)
        named = section.sense.role is not Role.OTHER or section.sense.strand_named or titled_with_grade(title)
        if named or not section.has_list or not listed or section.index in strands:
            continue
        leaning = suggest_kind(title)
        beside = sections[section.index - 1 : section.index] + sections[section.index + 1 : section.index + 2]
        against = any(
            other.sense.kind not in {None, leaning.kind}
            and not other.sense.recommends
            and _is_beside(section, other)
            for other in beside
        )
        if leaning.words and against:
            found[section.index] = leaning.kind
    return found


def _is_beside(section: Section, other: Section) -> bool:
    """Whether another heading divides the same place, with findings of its own and not only strands to follow."""
    return _has_own(other) and other.parent is section.parent and other.level == section.level


def _has_own(section: Section) -> bool:
    return section.has_list or not only_leads_in(section)


def _strands_of_both_kinds(sections: list[Section]) -> frozenset[int]:
    """Headings after one of a kind that has no findings of its own, whose title comes after the other kind as well."""
    under: dict[str, dict[Kind, list[int]]] = {}
    above = sections[0]
    for section in sections[1:]:
        above = section if section.sense.kind is not None else above
        if section.sense.role is Role.OTHER and above.sense.kind is not None:
            places = under.setdefault(fold(section.sense.title), {}).setdefault(above.sense.kind, [])
            places += [] if _has_own(above) else [section.index]
    both = [kinds for kinds in under.values() if len(kinds) > 1]
    return frozenset(index for kinds in both for places in kinds.values() for index in places)


def is_earlier(section: Section) -> bool:
    """Whether a heading around a place is about an earlier review, so that no list there is of this one."""
    current: Section | None = section
    while current is not None and not names_earlier(current.sense.title):
        current = current.parent
    return current is not None


def repeats_in_annex(section: Section, sections: list[Section]) -> bool:
    """Whether a heading of a kind is that of an annex which lists again what the document has said."""
    if not ANNEX.match(section.sense.title):
        return False
    before = sections[: section.index]
    return any(
        s.sense.kind is section.sense.kind and s.blocks and not ANNEX.match(s.sense.title) for s in before
    )


def bodies_named(sections: list[Section], titles: frozenset[int]) -> dict[int, Section]:
    """Headings of findings that name a body to which the document has given a part of its own above them.

    “The Safeguarding Board (SB)” titles such a part, and “What should the SB improve?” stands in it.
    """
    bodies: list[tuple[Section, re.Pattern[str]]] = []
    named: dict[int, Section] = {}
    for section in sections[1:]:
        if section.index in titles:
            continue
        if section.sense.role in {Role.KIND, Role.MIXED, Role.FINDINGS}:
            title = fold(section.sense.title)
            owner = next(
                (body for body, name in reversed(bodies[-_MOST_BODIES:]) if name.search(title)), None
            )
            if owner is not None:
                named[section.index] = owner
        elif section.sense.role is Role.OTHER and (name := _body_name(section.sense.title)) is not None:
            bodies.append((section, name))
    return named


def _body_name(title: str) -> re.Pattern[str] | None:
    """The name of a body that a heading consists of, or the short form that it gives in brackets."""
    folded = fold(title)
    short = _IN_BRACKETS.search(folded)
    full = _ARTICLE.sub("", _IN_BRACKETS.sub("", folded)).strip()
    if not _BODY.fullmatch(full) or _REVIEWED.fullmatch(full):
        return None
    names = [re.escape(name) for name in (full, short.group(1) if short else "") if name]
    return re.compile(rf"\b(?:{'|'.join(names)})\b")


def speaks_before(section: Section, after: Section) -> bool:
    """Whether somebody speaks of a strand in a section, and the line that heads the next one goes on with it."""
    return section.sense.strand_named and after.acts_only and not after.sense.strand_named


def speaker_before(section: Section, sections: list[Section]) -> Section | None:
    """The inspector who is speaking of a strand, with nothing but headings of a kind since."""
    if section.acts_only:
        for before in reversed(sections[max(section.index - _MOST_KINDS, 0) : section.index]):
            if before.sense.strand_named:
                return before
            if before.sense.role is not Role.KIND or not before.acts_only:
                break
    return None


def pairs_with_areas(section: Section, sections: list[Section]) -> bool:
    """Whether a speaker's points, of no kind that is named, stand before others that are areas for consideration."""
    after = sections[section.index + 1] if section.index + 1 < len(sections) else None
    if after is None or section.sense.kind is not None or not section.has_list or not after.has_list:
        return False
    return after.sense.kind is Kind.AREA and speaks_before(section, after)


def only_leads_in(section: Section) -> bool:
    """Whether a heading has nothing directly under it but a sentence that leads on."""
    return not section.blocks or (
        len(section.blocks) == 1
        and isinstance(section.blocks[0], Paragraph)
        and sense_of_lead_in(section.blocks[0].text) is not None
    )


def introduces_kind(section: Section) -> bool:
    """Whether a sentence in a section gives the kind of a list or table after it."""
    for block, following in pairwise(section.blocks):
        if isinstance(block, Table) or not (isinstance(block, Paragraph) or is_of_count(block)):
            continue
        if isinstance(following, ListItem | Table) and not is_of_count(following):
            lead = sense_of_lead_in(block.text)
            if lead is not None and lead.kind is not None:
                return section.sense.role is Role.OTHER
    return False
