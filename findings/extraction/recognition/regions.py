"""For each section: findings of which kind may stand in it, and of which strand."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from .. import genres, vocabulary
from ..text import fold
from ..vocabulary import Kind
from .acting import BARE
from .advice import asks_committee, asks_throughout, names_suggestions, suggests
from .document_titles import titles
from .genre import genre_of
from .graded_titles import is_grade, without_grade
from .headings import (
    bodies_named,
    introduces_kind,
    is_earlier,
    is_told,
    leaning_labels,
    only_leads_in,
    pairs_with_areas,
    repeats_in_annex,
    speaker_before,
    speaks_before,
    strands_above_kinds,
    unknown_labels,
    unlabelled_strands,
)
from .outline import Section
from .owners import owners_beside_kinds, owners_of_labels
from .prose import Prose
from .region import Region
from .sense import Role, strand_of
from .slipped import paired, slipped_strands, tells_of_itself
from .stated import states_finding, titles_inspection

_AND_THEN, _YOURS = re.compile(genres.AND_THEN, re.IGNORECASE), re.compile(r"your ", re.IGNORECASE)
_DATED, _SUMMARY = re.compile(genres.DATED), re.compile(vocabulary.SUMMARIES)
_UNSURE, _LEFT_OVER, _SURE_BESIDE, _UNSURE_NAME = 0.5, 0.75, 0.9, 0.55
_FEW = 2
"""A pattern of headings counts as one when it occurs this often."""


class Regions:
    """Gives every section its region, in the order of the document."""

    def __init__(self, sections: list[Section]) -> None:
        """Look over all headings once, for patterns that repeat."""
        self._sections = sections
        self._regions: dict[int, Region] = {}
        self._titles = titles(sections)
        self._above_kinds = strands_above_kinds(sections) | owners_of_labels(sections, self._titles)
        self._owners = owners_beside_kinds(sections, self._titles)
        self._bodies = bodies_named(sections, self._titles)
        self._beside_strands = unlabelled_strands(
            sections, self._titles, {owner.index for owner in self._owners.values()}
        )
        self._unknown = leaning_labels(sections) | unknown_labels(sections)
        self._paired = paired(sections)
        self._slipped = slipped_strands(sections, self._paired)
        self._beside: dict[Kind, set[str]] = {}
        self._inheriting: dict[int, Section] = {}
        self._titled = Counter(fold(section.sense.title) for section in sections)
        self._introducing = sum(introduces_kind(section) for section in sections)
        self._names_both = len({s.sense.kind for s in sections if not s.sense.recommends} - {None}) > 1
        self.genre = genre_of(sections)
        self.prose = Prose(sections, self.genre)

    def region_of(self, section: Section) -> Region:
        """The region of a section; ask in document order."""
        region = self._find(section)
        self._regions[section.index] = region
        return region

    def strand_around(self, section: Section) -> str | None:
        """The strand named by the headings around a place that have no kind themselves."""
        current: Section | None = section
        while current is not None and current.parent is not None:
            if self._names_strand(current):
                return without_grade(current.sense.title)
            if current.sense.role is Role.FINDINGS and current.sense.strand:
                return current.sense.strand
            current = current.parent
        return None

    def _body_around(self, section: Section) -> str | None:
        """The body that this heading of findings, or one around it, names."""
        current: Section | None = section
        while current is not None and current.index not in self._bodies:
            current = current.parent
        return self._bodies[current.index].sense.title if current is not None else None

    def _names_strand(self, section: Section) -> bool:
        if section.sense.role is not Role.OTHER or section.index in self._titles or section.parent is None:
            return False
        tells = self.genre.inspection and (states_finding(section) or titles_inspection(section))
        if tells or is_grade(section.sense.title):
            return False
        return section.level != BARE or self._introducing >= _FEW or section.index in self._above_kinds

    def _find(self, section: Section) -> Region:
        role = section.sense.role
        if role in {Role.END, Role.CLOSING} and section.index not in self._titles:
            return self.prose.ending(section, around=self.strand_around(section))
        if section.index in self._titles:
            return self._account(section)
        if role is Role.KIND:
            return self._of_kind(section)
        if names_suggestions(section, self._sections) and not asks_committee(
            section, self._sections, self.genre
        ):
            title = section.sense.title
            return Region(Kind.AREA, None, title, title, _SURE_BESIDE, recommends=True)
        if role in {Role.MIXED, Role.FINDINGS}:
            strand = self.strand_around(section) or self._body_around(section)
            return Region(uncertain=True, place=section.sense.title, strand=strand)
        if section.index in self._unknown:
            title = section.sense.title
            strand = self.strand_around(section.parent) if section.parent is not None else None
            return Region(uncertain=True, strand=strand, place=title, likely=self._unknown[section.index])
        around = self._regions.get(section.parent.index) if section.parent is not None else None
        if role is Role.OTHER and self.prose.enquires(section, around):
            return self._account(section)
        if role is Role.OTHER and section.parent is not None:
            return self._inherited(section)
        if self._judges_whole(section):
            return Region(
                uncertain=True, summary=True, sparing=self.genre.inspection, place=section.sense.title
            )
        return self._account(section)

    def _judges_whole(self, section: Section) -> bool:
        """Whether reviewers who name strengths and areas elsewhere give their view of the whole here."""
        if section.sense.role is not Role.CONTAINER or self.genre.committee:
            return False
        return self._names_both and _SUMMARY.fullmatch(fold(section.sense.title)) is not None

    def _account(self, section: Section, strand: str | None = None) -> Region:
        """The region of running text under no heading of findings."""
        return self.prose.region(section, around=self.strand_around(section), strand=strand)

    def _of_kind(self, section: Section) -> Region:
        sense = section.sense
        around = self._regions.get(section.parent.index, Region()) if section.parent else Region()
        if (sense.recommends and asks_committee(section, self._sections, self.genre)) or repeats_in_annex(
            section, self._sections
        ):
            return Region(ended=True)
        above = section.parent
        told = above is not None and above.index in self._paired and tells_of_itself(above)
        beside = told or (above is not None and above.greets)
        dated = self.genre.inspection and sense.recommends and _DATED.search(fold(sense.title)) is not None
        doubted = dated or (around.ended and not beside) or (above is not None and is_earlier(above))
        weight = min(sense.weight, _UNSURE) if doubted else self._weight_beside(section)
        strand, named, alone = sense.strand, None, sense.overall and self._titled[fold(sense.title)] == 1
        if strand is None and (is_told(section.parent) or not alone):
            strand = named = self._strand_for_kind(section, around)
        place = f"{named} > {sense.title}" if named else sense.title
        recommends = sense.recommends or suggests(section, self._sections) or asks_throughout(section)
        return Region(sense.kind, strand, place, sense.title, weight, recommends=recommends)

    def _weight_beside(self, section: Section) -> float:
        """How sure a kind is: surer beside its counterpart, as “What works” before “Issues” is."""
        sense, index = section.sense, section.index
        after = self._sections[index + 1 : index + 2] if sense.kind is Kind.STRENGTH else []
        near = [self._sections[index - 1], *after]
        beside = any(
            other.sense.role is Role.KIND
            and other.sense.kind is not sense.kind
            and (other.sense.weight >= _SURE_BESIDE or _YOURS.match(other.sense.title))
            and (other.parent is section.parent and other.level == section.level)
            for other in near
        )
        named = sense.weight > _UNSURE_NAME or _YOURS.match(sense.title) is not None
        return max(sense.weight, _SURE_BESIDE) if beside and named else sense.weight

    def _strand_for_kind(self, section: Section, around: Region) -> str | None:
        speaker = speaker_before(section, self._sections)
        if speaker is not None and (speaker.sense.strand or speaker.sense.title):
            return speaker.sense.strand or speaker.sense.title
        above = self.strand_around(section.parent) if section.parent is not None else None
        body = above or self._body_around(section)
        if body is not None:
            return body
        owner = self._owners.get(section.index)
        if owner is not None:
            return owner.sense.title
        before = self._sections[section.index - 1]
        goes_with = before.parent is section.parent and before.sense.role is Role.OTHER
        if around.kind is not None and goes_with and section.has_list:
            return self._regions[before.index].strand
        return None

    def _inherited(self, section: Section) -> Region:
        """The region of a section without a kind of its own, from what is around or before it."""
        parent = section.parent
        above = self._regions.get(parent.index, Region()) if parent is not None else Region()
        if parent is not None and not parent.closed:
            if above.kind is not None or (above.uncertain and not above.narrative):
                return self._set_against(section, self._under(section, above))
            if above.ended and not (parent.greets or section.index in self._slipped):
                return Region(ended=True)
        giver = self._giver(section)
        if giver is None:
            if section.index in self._beside_strands:
                return Region(uncertain=True, strand=section.sense.title, place=section.sense.title)
            return self._spoken(section)
        self._inheriting[section.index] = giver
        given = self._regions[giver.index]
        region = self._under(section, given)
        return self._weighed(region) if given.kind is not None else region

    def _spoken(self, section: Section) -> Region:
        """What one inspector reports on a strand, or else a part of a scrutineer's account."""
        title = section.sense.title
        if self.genre.inspection and not section.sense.strand_named:
            stated = title if states_finding(section) else ""
            return Region(practice=True, strand=self.strand_around(section), place=title, stated=stated)
        if not section.sense.strand_named:
            return self._account(section, title)
        strand = title or self.strand_around(section.parent or section)
        region = Region(strand=strand, place=strand or "", uncertain=True)
        paired = sum(pairs_with_areas(other, self._sections) for other in self._sections)
        if paired >= _FEW and section.acts_only and not pairs_with_areas(section, self._sections):
            return replace(self._praised(section, region), left_over=True)
        return self._set_against(section, region)

    @staticmethod
    def _praised(section: Section, region: Region) -> Region:
        """The strengths that a speaker names before going on to what is wanted, or in a document that is so built."""
        title = section.sense.title or region.place
        return replace(
            region, kind=Kind.STRENGTH, weight=_LEFT_OVER, title=title, uncertain=False, inferred=True
        )

    def _set_against(self, section: Section, region: Region) -> Region:
        """Points before an “and areas for …” are of the other kind; sure only where a heading names both."""
        after = self._sections[section.index + 1] if section.index + 1 < len(self._sections) else None
        if region.kind is not None or after is None or after.sense.kind is None:
            return region
        spoken = speaks_before(section, after)
        if not (spoken or _AND_THEN.match(after.sense.title)) or not section.has_list:
            return region
        other = Kind.STRENGTH if after.sense.kind is Kind.AREA else Kind.AREA
        if spoken and other is Kind.STRENGTH:
            return self._praised(section, region)
        above = section.parent
        named = (
            above
            if above is not None and above.sense.role is Role.MIXED
            else self._named_elsewhere(section, other)
        )
        if named is not None:
            return replace(region, kind=other, weight=_LEFT_OVER, title=named.sense.title, uncertain=False)
        return replace(region, likely=other)

    def _named_elsewhere(self, section: Section, kind: Kind) -> Section | None:
        """Where a speaker before this one, reporting in the same form on another strand, says what is of the kind."""
        before = reversed(self._sections[: section.index]) if section.sense.strand_named else ()
        return next((s for s in before if s.sense.strand_named and s.sense.kind is kind), None)

    def _under(self, section: Section, above: Region) -> Region:
        title = section.sense.title
        return Region(
            above.kind,
            (None if is_told(section.parent) else above.strand) or strand_of(title),
            f"{above.place} > {title}",
            above.title,
            above.weight,
            above.uncertain,
            above.recommends,
        )

    def _giver(self, section: Section) -> Section | None:
        """The heading of a kind, without points of its own, that this section follows on the same level."""
        before = self._sections[section.index - 1]
        alike = before.level == section.level or (before.acts_only and section.acts_only)
        if not alike or before.closed:
            return None
        if before.index in self._inheriting:
            return self._inheriting[before.index]
        if before.sense.role is Role.FINDINGS and not before.blocks and section.level < before.level:
            return before
        gives = before.sense.role is Role.KIND and not before.has_list and only_leads_in(before)
        return before if gives else None

    def _weighed(self, region: Region) -> Region:
        """Doubt a heading that is no strand of the other kind, where several are."""
        if region.kind is None or region.strand is None:
            return region
        own = self._beside.setdefault(region.kind, set())
        own.add(region.strand.casefold())
        others = set().union(*(names for kind, names in self._beside.items() if kind is not region.kind))
        if len(others) < _FEW or region.strand.casefold() in others:
            return region
        return replace(region, weight=min(region.weight, _UNSURE))
