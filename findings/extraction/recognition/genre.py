"""What sort of paper a document is, as far as that decides what counts as a finding in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .. import genres
from ..blocks import Table
from ..text import fold
from .outline import Section

_OPENING = 14
_LINE = 200
_FEWEST_SIGNS = 2
_SCRUTINEER, _ASSURES = re.compile(genres.SCRUTINEER), re.compile(genres.ASSURES)
_PAPER = tuple(re.compile(pattern) for pattern in genres.COMMITTEE_PAPER)
_TOLD = re.compile(rf"(?:{genres.ABOUT_ITSELF})")
_ASSURANCE = re.compile(genres.ASSURANCE)
_MERE_REFERENCE = re.compile(genres.MERE_REFERENCE, re.IGNORECASE)
_ASKS_BODY = re.compile(genres.ASKS_BODY)
_REVIEWERS_SAY = re.compile(genres.REVIEWERS_SAY)
_GIVES_GRADE = re.compile(genres.GIVES_GRADE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_MINUTES = re.compile(genres.MINUTES)
_TITLE_LINES = 3
_REFERENCE_WORDS = 12


@dataclass(frozen=True, slots=True)
class Genre:
    """Whether a scrutineer speaks throughout, and whether a committee is addressed."""

    scrutineer: bool = False
    committee: bool = False
    minutes: bool = False
    """Whether it only tells what was said in a meeting."""


def genre_of(sections: list[Section]) -> Genre:
    """Tell a scrutineer's report and a committee's paper by their titles and set phrases."""
    lines = [fold(line[:_LINE]) for line in _lines(sections)]
    opening = lines[:_OPENING]
    scrutineer = any(map(_SCRUTINEER.search, opening)) and any(map(_ASSURES.search, opening))
    signs = {pattern for line in lines for pattern in _PAPER if pattern.match(line)}
    minutes = any(map(_MINUTES.match, opening[:_TITLE_LINES]))
    return Genre(scrutineer, len(signs) >= _FEWEST_SIGNS, minutes)


def tells_of_itself(text: str) -> bool:
    """Whether a paragraph of a scrutineer's report speaks of the report, or gives the assurance itself."""
    folded = fold(text)
    return _TOLD.match(folded) is not None or _ASSURANCE.search(folded) is not None


def reports_reviewers(text: str) -> bool:
    """Whether a paragraph begins with what reviewers found or felt, and not with the grade that they gave."""
    first = fold(_SENTENCE.split(text, maxsplit=1)[0])
    return _REVIEWERS_SAY.match(first) is not None and _GIVES_GRADE.search(first) is None


def asks_body(text: str) -> bool:
    """Whether a point asks a committee or a board for a decision."""
    return _ASKS_BODY.match(fold(text)) is not None


def only_refers(text: str) -> bool:
    """Whether a point does no more than say where another document is."""
    return _MERE_REFERENCE.search(text) is not None and len(text.split()) <= _REFERENCE_WORDS


def _lines(sections: list[Section]) -> list[str]:
    lines: list[str] = []
    for section in sections:
        lines += filter(None, [section.sense.title])
        lines += [block.text for block in section.blocks if not isinstance(block, Table)]
    return lines
