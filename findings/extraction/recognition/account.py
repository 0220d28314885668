"""What running text tells of its own kind, under headings that give none."""

from __future__ import annotations

from ..vocabulary import Kind
from .around import asks_about, tells_only_of_the_visit
from .genre import Genre, tells_of_itself, tells_progress
from .headings import is_earlier
from .outline import Section
from .parting import begins_with_topic, parted
from .points import Point, is_counted
from .region import Region
from .says import Says, felt_by, leant_by, said_by, told_by
from .verdict import Voices, leaning_of, names_reviewers, verdict_of

_GUESSED = 0.3
_PROSE = {"item", "para", "paragraph"}
_OWN = Voices(own=True)
"""Those of inspectors who write “we” in running text, of which it only leans to what they label."""


class Account:
    """Follows the paragraphs of a section, so that it knows of whom they speak."""

    def __init__(self, section: Section, region: Region, genre: Genre) -> None:
        self._region = region
        self._title = section.sense.title
        self._judges = not (region.ended or is_earlier(section))
        self._committee = genre.committee
        self._told = region.uncertain or region.kind is not None
        self._own = self._told and not genre.committee
        self._reviewers = False

    def told(self, point: Point) -> list[tuple[Point, Says]]:
        """What a paragraph tells; where it praises and finds fault in turn, each part, of which the kind is asked."""
        parts = parted(point, told=self._kind_told) if self._runs_on(point) else [point]
        if len(parts) == 1:
            says = self.says_of(point)
            return [(point, says)] if says is not None else []
        if self.outright(point) is None and not asks_about(point, self._region):
            return []
        asked = said_by(self._region, title=self._title, confidence=_GUESSED)
        return [(part, asked) for part in parts if self._offers(part)]

    def _kind_told(self, text: str) -> Kind | None:
        """The kind that a sentence gives outright."""
        voices = Voices(self._own, self._told, self._reviewers)
        verdict = verdict_of(text, voices) if self._judges else None
        return verdict.kind if verdict is not None else None

    def _offers(self, part: Point) -> bool:
        """Whether a part of a paragraph may be a finding, and does not only tell of the inspection itself."""
        return not (self._region.practice and tells_only_of_the_visit(part.text))

    def _runs_on(self, point: Point) -> bool:
        """Whether a paragraph is one of an account in prose, and not one point of a list of findings."""
        counted = bool(point.marker) and not self._region.practice
        return point.unit in _PROSE and (not counted or begins_with_topic(point.text))

    def says_of(self, point: Point) -> Says | None:
        """What a paragraph says of itself: its kind, where it praises or finds fault outright, or that it reports."""
        outright = self.outright(point)
        if outright is not None:
            return outright
        felt = verdict_of(point.text, _OWN) if self._region.practice else None
        if felt is not None and asks_about(point, self._region):
            return felt_by(felt, self._region, title=self._title)
        updates = self._committee and tells_progress(point.text)
        if asks_about(point, self._region) and not updates:
            return said_by(self._region, title=self._title, confidence=_GUESSED)
        return self._leans(point) if not updates else None

    def _leans(self, point: Point) -> Says | None:
        """What a numbered paragraph of a committee's paper tells of its subject, without saying who found it."""
        counted = is_counted(point) or (point.unit == "paragraph" and bool(point.marker))
        asks = self._committee and self._judges and counted
        leaning = leaning_of(point.text) if asks else None
        return leant_by(leaning, title=self._title) if leaning is not None else None

    def outright(self, point: Point) -> Says | None:
        """What a paragraph says outright, whatever the headings say of those around it."""
        voices = Voices(self._own, self._told, self._reviewers)
        judges = self._judges and not (self._own and tells_of_itself(point.text))
        verdict = verdict_of(point.text, voices) if judges else None
        self._reviewers = names_reviewers(point.text) or (self._reviewers and verdict is not None)
        return told_by(verdict, self._region, title=self._title) if verdict is not None else None
