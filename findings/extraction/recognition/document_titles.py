"""Which headings title a whole document rather than a part of it."""

from __future__ import annotations

import re

from .. import vocabulary
from .outline import Section
from .sense import Role

TITLE_WORDS = re.compile(rf"\b{vocabulary.DOCUMENTS}\b", re.IGNORECASE)
"""What documents are called, and parts of theirs are not."""
ANNEX = re.compile(r"(?:annexe?|appendix)\b", re.IGNORECASE)
_NAMES_DOCUMENT = re.compile(
    r"(?:\w+ ){0,5}(?:audit|challenge|inspection|review|visit)s? (?:of|to|in)\b", re.IGNORECASE
)
_OPENING, _FEW = 3, 2


def titles(sections: list[Section]) -> frozenset[int]:
    """Headings that title the whole document rather than a part of it."""
    levels = [section.level for section in sections[1:]]
    if not levels:
        return frozenset()
    top = [section for section in sections[1:] if section.level == min(levels)]
    titles = {top[0].index} if len(top) == 1 and _titles_document(top[0], sections) else set()
    if titles and (below := _rest_of_title(top[0], sections)) is not None:
        titles.add(below.index)
    holders = {s.parent.index for s in sections[1:] if s.sense.role is Role.KIND and s.parent is not None}
    named = [
        s for s in sections if s.index in holders and s.sense.role is Role.OTHER and s.parent is not None
    ]
    if len(named) < _FEW:
        titles |= {s.index for s in named if TITLE_WORDS.search(s.sense.title) and not _is_part(s, sections)}
    titles |= {s.index for s in sections[1:] if _titles_annex(s, sections)}
    opening = [s for s in sections[1 : _OPENING + 1] if s.sense.role is Role.OTHER and not s.has_list]
    titles |= {
        s.index for s in opening[:1] if _NAMES_DOCUMENT.match(s.sense.title) and s.index not in holders
    }
    return frozenset(titles)


def _is_part(section: Section, sections: list[Section]) -> bool:
    """Whether a heading is one part of several: others like it stand before it in a chapter, or on both sides."""
    like = [s.index for s in sections if s.parent is section.parent and s.level == section.level]
    within = section.parent is not None and section.parent.index > 0
    return like[0] < section.index and (within or section.index < like[-1])


def _titles_annex(section: Section, sections: list[Section]) -> bool:
    """Whether a heading titles the document that is annexed, right below the words that say so."""
    before = sections[section.index - 1]
    return (
        before.level == section.level
        and not before.blocks
        and ANNEX.match(before.sense.title) is not None
        and section.sense.role is Role.OTHER
        and TITLE_WORDS.search(section.sense.title) is not None
    )


def _rest_of_title(title: Section, sections: list[Section]) -> Section | None:
    """The one heading right below the title that everything else stands under, and that names a document too."""
    within = [section for section in sections[1:] if section.parent is title]
    if len(within) != 1 or title.blocks or within[0].index != title.index + 1:
        return None
    return (
        within[0] if _titles_document(within[0], sections) and within[0].index + 1 < len(sections) else None
    )


def _titles_document(section: Section, sections: list[Section]) -> bool:
    """Whether the one heading of the highest level is the title of the document."""
    if section.sense.role not in {Role.OTHER, Role.END}:
        return False
    opens = section.index == 1 and len(sections) > 2 and section.level != 2
    return section.level == 1 or opens or TITLE_WORDS.search(section.sense.title) is not None
