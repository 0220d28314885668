"""Headings of an inspection that are themselves a statement of what was found: “Visits are made on time”."""

from __future__ import annotations

import re

from .. import genres, review_kinds
from ..text import fold
from .outline import Section
from .sense import Role
from .suggestion import Suggestion, suggest_kind

_VERB = re.compile(rf"\b{genres.STATING_VERBS}\b")
_CLAUSE = re.compile(r"\b(?:how|that|when|where|which|who|whom|whose)\b[^,;]*")
_TITLE = re.compile(rf"{review_kinds.INSPECTION}|\boutcome\b|^what is it like\b")
_FEWEST_WORDS = 5


def states_finding(section: Section) -> bool:
    """Whether a heading below another is a sentence, which says what was found rather than names a strand."""
    title, above = section.sense.title, section.parent
    if section.sense.role is not Role.OTHER or above is None or above.parent is None or title.endswith("?"):
        return False
    return len(title.split()) >= _FEWEST_WORDS and _VERB.search(_CLAUSE.sub("", fold(title))) is not None


def titles_inspection(section: Section) -> bool:
    """Whether a heading names the inspection or its outcome, or asks what things are like: no strand of it."""
    return _TITLE.search(fold(section.sense.title)) is not None


def leaning_of_heading(title: str) -> Suggestion | None:
    """The kind that the words of such a heading speak for, if any do."""
    leaning = suggest_kind(title)
    return leaning if leaning.words else None
