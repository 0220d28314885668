"""What sort of paper a document is, as far as that decides what counts as a finding in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .. import genres, review_kinds
from ..blocks import Table
from ..text import fold
from .outline import Section
from .phrases import any_of

_OPENING = 14
_LINE = 200
_FEWEST_SIGNS = 2
_SCRUTINEER, _ASSURES = re.compile(genres.SCRUTINEER), re.compile(genres.ASSURES)
_PAPER = tuple(re.compile(pattern) for pattern in genres.COMMITTEE_PAPER)
_TOLD = re.compile(rf"(?:{genres.ABOUT_ITSELF})")
_ASSURANCE = re.compile(genres.ASSURANCE)
_MERE_REFERENCE = re.compile(genres.MERE_REFERENCE, re.IGNORECASE)
_ASKS_BODY = re.compile(f"{genres.ASKS_BODY}|{genres.ASKS_TO_DECIDE}")
_REVIEWERS_SAY = re.compile(rf"{genres.REVIEWERS_SAY}|{genres.REPORTED_ALSO}")
_REPORTED_WITHIN, _SUMS_UP = re.compile(genres.REPORTED_WITHIN), re.compile(genres.SUMS_UP)
_GIVES_GRADE, _GRADE = re.compile(genres.GIVES_GRADE), re.compile(genres.GRADE)
_TURNS = re.compile(rf"^{genres.TURNS}")
_PROGRESS = re.compile(genres.PROGRESS_SINCE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_INSPECTION, _OF_THE_VISIT = re.compile(review_kinds.INSPECTION), re.compile(review_kinds.OF_THE_VISIT)
_OF_REVIEWS = re.compile(review_kinds.OF_REVIEWS)
_PEERS, _REVIEW, _ACCOUNT = map(re.compile, (review_kinds.PEERS, review_kinds.REVIEW, review_kinds.ACCOUNT))
_MINUTES = re.compile(genres.MINUTES)
_TITLE_LINES, _MOST_SENTENCES = 3, 4
_REFERENCE_WORDS = 12
_MEMBERS, _RESOLUTION = re.compile(genres.MEMBERS_REVIEW), re.compile(genres.RESOLUTION)
_BESIDE, _COMPARES = any_of(genres.BESIDE_THE_POINT), re.compile(genres.COMPARES)
_ANOTHER_PLACE = re.compile(genres.IN_ANOTHER_PLACE)


@dataclass(frozen=True, slots=True)
class Genre:
    """Whether a scrutineer speaks throughout, and whether a committee is addressed."""

    scrutineer: bool = False
    committee: bool = False
    minutes: bool = False
    """Whether it only tells what was said in a meeting."""
    inspection: bool = False
    """Whether it is the report or the letter of an inspection, which tells in running text what was found."""
    review: bool = False
    """Whether it is what peers or auditors found, or those under review themselves, that may do so too."""
    account: bool = False
    """Whether it is, by its title, what peers found or those under review find of themselves."""
    members: bool = False
    """Whether members of a council wrote it, whose recommendations are resolutions."""


def genre_of(sections: list[Section]) -> Genre:
    """Tell a scrutineer's report and a committee's paper by their titles and set phrases."""
    lines = [fold(line[:_LINE]) for line in _lines(sections)]
    opening = lines[:_OPENING]
    scrutineer = any(map(_SCRUTINEER.search, opening)) and any(map(_ASSURES.search, opening))
    signs = {pattern for line in lines for pattern in _PAPER if pattern.match(line)}
    minutes = any(map(_MINUTES.match, opening[:_TITLE_LINES]))
    members = any(map(_MEMBERS.search, opening))
    committee = len(signs) >= _FEWEST_SIGNS
    others = scrutineer or committee or minutes or members
    inspection = not others and any(map(_INSPECTION.search, opening)) and not any(map(_PEERS.search, opening))
    review = not (others or inspection) and any(map(_REVIEW.search, opening))
    titles = opening[:_TITLE_LINES]
    account = review and any(map(_ACCOUNT.search, titles)) and not any(map(_OF_REVIEWS.search, titles))
    return Genre(scrutineer, committee, minutes, inspection, review, account, members)


def tells_of_itself(text: str) -> bool:
    """Whether a paragraph of a scrutineer's report speaks of the report, or gives the assurance itself."""
    folded = fold(text)
    return _TOLD.match(folded) is not None or _ASSURANCE.search(folded) is not None


def tells_of_the_visit(text: str) -> bool:
    """Whether a paragraph of an inspection speaks of the inspection itself, or of another."""
    return tells_of_itself(text) or _OF_THE_VISIT.search(fold(text)) is not None


def reports_reviewers(text: str) -> bool:
    """Whether a paragraph tells what reviewers found or felt, and not only the grade that they gave."""
    sentences = [_TURNS.sub("", fold(each), count=1) for each in _SENTENCE.split(text)[:_MOST_SENTENCES]]
    reported = [each for each in sentences if _REVIEWERS_SAY.match(each) or _REPORTED_WITHIN.search(each)]
    return sums_up(text) or any(_GIVES_GRADE.search(each) is None for each in reported)


def sums_up(text: str) -> bool:
    """Whether a paragraph gives the view of reviewers on the whole, as “In summary, the team found that …” does."""
    folded = fold(text)
    return _SUMS_UP.match(folded) is not None and _GRADE.search(folded) is None


def tells_progress(text: str) -> bool:
    """Whether a paragraph tells what has been done since a review."""
    return _PROGRESS.match(fold(text)) is not None


def resolves(text: str) -> bool:
    """Whether a text is worded as a resolution, as “That the Executive …” is."""
    return _RESOLUTION.match(fold(text)) is not None


def compares(text: str, *, compared: bool) -> bool:
    """Whether a paragraph tells of another place than the one under review; `compared` if the one before did."""
    return _COMPARES.match(fold(text)) is not None or (compared and _ANOTHER_PLACE.match(text) is not None)


def is_beside_the_point(text: str) -> bool:
    """Whether a paragraph tells what reviewers asked, or what those under review answered or mean to do."""
    return _BESIDE.match(fold(text)) is not None


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
