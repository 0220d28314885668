"""What is advised under a heading: reviewers' recommendations, or decisions that a committee is asked to take."""

from __future__ import annotations

import re

from .. import genres, vocabulary
from ..blocks import ListItem, Paragraph, Table, cell_text
from ..text import fold, is_numbered
from ..vocabulary import Kind
from .genre import Genre, asks_body, resolves
from .outline import Section
from .sense import Role

_ASKS = re.compile(rf"(?:[\w'-]+,? ){{1,8}}?{vocabulary.MODALS}\b")
_REASON = re.compile(r"reasons?\b\s*:?", re.IGNORECASE)
_DECISION, _SUGGESTIONS = re.compile(genres.DECISIONS), re.compile(vocabulary.SUGGESTIONS)
_GIVEN = re.compile(genres.REVIEWERS_ADVISE)
_BARE = re.compile(vocabulary.BARE_SUGGESTIONS)
_ASKED = re.compile(genres.ASKED)
_PLAIN, _FEW = 0.9, 2


def asks_committee(section: Section, sections: list[Section], genre: Genre) -> bool:
    """Whether recommendations are decisions asked of a committee: a reason is given, or it is its paper."""
    following = sections[section.index + 1] if section.index + 1 < len(sections) else None
    texts = [block.text for block in section.blocks if not isinstance(block, Table)]
    texts += [following.sense.title] if following is not None else []
    if any(_REASON.match(text) for text in texts):
        return True
    if genre.members and any(map(resolves, texts)):
        return True
    if _asks_to_decide(section):
        return True
    rows = [row for block in section.blocks if isinstance(block, Table) for row in block.rows]
    texts += [cell_text(cell) for row in rows for cell in row.cells]
    decides = () if _GIVEN.search(fold(section.sense.title)) else (_DECISION,)
    return genre.committee and any(
        asks_body(text) or any(each.match(fold(text)) for each in decides) for text in texts
    )


def _asks_to_decide(section: Section) -> bool:
    """Whether somebody “is asked to” and nothing but decisions follow: to note, to agree, to approve."""
    asked = [
        b for b in section.blocks if isinstance(b, Paragraph) or (isinstance(b, ListItem) and not b.level)
    ][:1]
    points = [b for b in section.blocks if isinstance(b, ListItem) and b not in asked]
    asks = bool(asked) and _ASKED.search(fold(asked[0].text)) is not None
    return asks and bool(points) and all(_DECISION.match(fold(point.text)) for point in points)


def suggests(section: Section, sections: list[Section]) -> bool:
    """Whether reviewers advise under a heading of points to consider: it comes after areas of other names, or they
    number what they suggest.
    """
    title = fold(section.sense.title)
    if not _SUGGESTIONS.fullmatch(title) or sum(fold(s.sense.title) == title for s in sections) > 1:
        return False
    areas = [s for s in sections[: section.index] if s.sense.kind is Kind.AREA and not s.sense.recommends]
    return len(areas) >= _FEW or ("suggestions" in title and _is_numbered_throughout(section))


def names_suggestions(section: Section, sections: list[Section]) -> bool:
    """Whether a heading says no more than that suggestions follow, and reviewers who named findings number theirs."""
    if section.sense.role is not Role.OTHER or not _BARE.fullmatch(fold(section.sense.title).rstrip(" :.")):
        return False
    named = any(s.sense.kind is not None for s in sections[: section.index])
    return named and _is_numbered_throughout(section)


def _is_numbered_throughout(section: Section) -> bool:
    """Whether all points under a heading have numbers, as what is recommended has."""
    points = [block for block in section.blocks if isinstance(block, ListItem) and not block.level]
    return bool(points) and all(is_numbered(point.marker) for point in points)


def asks_throughout(section: Section) -> bool:
    """Whether all points under a heading of challenges or issues say who should do what: so they are recommended."""
    points = [block for block in section.blocks if isinstance(block, ListItem) and not block.level]
    weak = section.sense.kind is Kind.AREA and section.sense.weight < _PLAIN
    return weak and len(points) >= _FEW and all(_ASKS.match(fold(point.text)) for point in points)
