"""Where reviews tell in running text what was found, under headings that say nothing of it."""

from __future__ import annotations

import re

from ..blocks import Paragraph, Table, cell_text
from ..text import fold
from .genre import Genre
from .lead_in import sense_of_lead_in
from .outline import Section
from .region import Region
from .sense import sense_of_heading

_CONCLUDES = re.compile(r"(?:overall |our )?conclusions?")


def names_findings(sections: list[Section]) -> bool:
    """Whether headings of the document, or of the columns of its tables, say where strengths or areas stand."""
    heads = [b.rows[0].cells for s in sections for b in s.blocks if isinstance(b, Table) and b.rows]
    senses = [section.sense for section in sections]
    senses += [sense_of_heading(text) for cells in heads for cell in cells if (text := cell_text(cell))]
    return any(sense.kind is not None and not sense.recommends for sense in senses)


def concludes(section: Section) -> bool:
    """Whether a heading is that of what a review comes to."""
    return _CONCLUDES.fullmatch(fold(section.sense.title)) is not None


def plans_from(sections: list[Section]) -> int:
    """The first section after a sentence that leads on to what was agreed or is planned; else past the last."""
    for section in sections:
        last = section.blocks[-1] if section.blocks else None
        lead = sense_of_lead_in(last.text) if isinstance(last, Paragraph) else None
        if lead is not None and lead.ends and lead.kind is None:
            return section.index + 1
    return len(sections)


def told_in_prose(section: Section, genre: Genre, *, named: bool, strand: str | None) -> Region | None:
    """The region of an account in a review that names findings elsewhere, or of an inspection as it opens or ends."""
    if not (genre.inspection or (genre.review and named)):
        return None
    return Region(practice=True, sparing=True, strand=strand, place=section.sense.title)
