"""What running text tells of its own kind, under headings that give none."""

from __future__ import annotations

from .around import asks_about
from .genre import Genre, tells_of_itself
from .headings import is_earlier
from .outline import Section
from .points import Point
from .region import Region
from .says import Says, said_by, told_by
from .verdict import Voices, names_reviewers, verdict_of

_GUESSED = 0.3


class Account:
    """Follows the paragraphs of a section, so that it knows of whom they speak."""

    def __init__(self, section: Section, region: Region, genre: Genre) -> None:
        self._region = region
        self._title = section.sense.title
        self._judges = not (region.ended or is_earlier(section))
        self._told = region.uncertain
        self._own = region.uncertain and not genre.committee
        self._reviewers = False

    def says_of(self, point: Point) -> Says | None:
        """What a paragraph says of itself: its kind, where it praises or finds fault outright, or that it reports."""
        voices = Voices(self._own, self._told, self._reviewers)
        judges = self._judges and not (self._own and tells_of_itself(point.text))
        verdict = verdict_of(point.text, voices) if judges else None
        self._reviewers = names_reviewers(point.text) or (self._reviewers and verdict is not None)
        if verdict is not None:
            return told_by(verdict, self._region, title=self._title)
        if asks_about(point, self._region):
            return said_by(self._region, title=self._title, confidence=_GUESSED)
        return None
