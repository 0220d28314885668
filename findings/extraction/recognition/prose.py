"""Where reviews tell in running text what was found, under headings that say nothing of it."""

from __future__ import annotations

import re

from ..blocks import Paragraph, Table, cell_text
from ..text import fold
from .enquiry import lines_of_enquiry, stands_under
from .genre import Genre
from .lead_in import sense_of_lead_in
from .outline import Section
from .region import Region
from .sense import sense_of_heading

_SUMS_UP = re.compile(r"(?:overall |our )?conclusions?|judge?ments?(?:,? (?:and )?grades?)?")


class Prose:
    """Which parts of a document are an account in running text that may tell of findings."""

    def __init__(self, sections: list[Section], genre: Genre) -> None:
        self._genre = genre
        self._plans = _plans_from(sections)
        self._lines = frozenset() if genre.scrutineer or genre.minutes else lines_of_enquiry(sections)
        self._is_review = genre.inspection or genre.account or (genre.review and _names_findings(sections))

    def region(self, section: Section, *, around: str | None, strand: str | None = None) -> Region:
        """The region of such a part: of a review, or of a scrutineer's report; `around` is the strand it stands in."""
        if self.enquires(section):
            return Region(practice=True, sparing=True, enquiry=True, strand=around, place=section.sense.title)
        if self._is_review and section.index < self._plans:
            return Region(practice=True, sparing=True, strand=around, place=section.sense.title)
        if not self._genre.scrutineer:
            return Region()
        return Region(uncertain=True, narrative=True, strand=strand, place=strand or "")

    def comes_before_plans(self, section: Section) -> bool:
        """Whether a section stands before what was agreed or is planned."""
        return section.index < self._plans

    def enquires(self, section: Section, around: Region | None = None) -> bool:
        """Whether a section tells what was found on a line of enquiry, and the region around gives it no kind."""
        if around is not None and (around.kind is not None or around.uncertain):
            return False
        return section.index < self._plans and stands_under(section, self._lines)

    def ending(self, section: Section, *, around: str | None) -> Region:
        """The region under a heading that ends the findings, unless a review is summed up there."""
        told = self.region(section, around=around) if _sums_up(section) else Region()
        return told if told.sparing else Region(ended=True)


def _names_findings(sections: list[Section]) -> bool:
    """Whether headings of the document, or of the columns of its tables, say where strengths or areas stand."""
    heads = [b.rows[0].cells for s in sections for b in s.blocks if isinstance(b, Table) and b.rows]
    senses = [section.sense for section in sections]
    senses += [sense_of_heading(text) for cells in heads for cell in cells if (text := cell_text(cell))]
    return any(sense.kind is not None and not sense.recommends for sense in senses)


def _sums_up(section: Section) -> bool:
    """Whether a heading is that of what a review comes to, or of the grades before it."""
    return _SUMS_UP.fullmatch(fold(section.sense.title)) is not None


def _plans_from(sections: list[Section]) -> int:
    """The first section after a sentence that leads on to what was agreed or is planned; else past the last."""
    for section in sections:
        last = section.blocks[-1] if section.blocks else None
        lead = sense_of_lead_in(last.text) if isinstance(last, Paragraph) else None
        if lead is not None and lead.ends and lead.kind is None:
            return section.index + 1
    return len(sections)
