"""The tables of a section, with what is said around them of their findings."""

from __future__ import annotations

from ..blocks import Table
from .around import Counter
from .finds import Context, Found, told_of_progress
from .headings import is_earlier
from .lead_in import LeadIn
from .outline import Section
from .region import Region
from .table_titles import parted_by_titles, strand_titling
from .tables import read_table


class SectionTables:
    """Reads the tables of one section, whose titles may be strands of their own."""

    def __init__(self, section: Section, region: Region, counter: Counter) -> None:
        self._section = section
        self._region = region
        self._counter = counter
        self._parted = parted_by_titles(section.blocks)
        self._of_progress = is_earlier(section)

    def read(self, table: Table, lead: LeadIn | None, *, strand: str | None) -> list[Found]:
        """The findings of a table; `lead` is the sentence before it, if that still holds."""
        self._counter.tables += 1
        if self._region.ended and lead is None and not self._of_progress:
            return []
        title = strand_titling(table)
        own = title if title is not None and (self._parted or strand is None) else strand
        context = Context(strand=own, table=self._counter.tables)
        _tell(context, None if self._section.closed else self._region, lead)
        found = read_table(table, context)
        return [told_of_progress(each) for each in found] if self._of_progress else found


def _tell(context: Context, region: Region | None, lead: LeadIn | None) -> None:
    """Note what the sentence before a table says of it, or else the headings above, where they still hold."""
    if lead is not None and lead.kind is not None:
        context.kind, context.label, context.weight = lead.kind, lead.phrase, lead.weight
        context.recommends = lead.recommends
        context.reason = f"in the table introduced with “{lead.phrase}”"
    elif region is not None and not region.ended:
        context.kind, context.label, context.weight = region.kind, region.title, region.weight
        context.uncertain, context.recommends = region.uncertain, region.recommends
        context.reason = f"in the table under the heading “{region.title or region.place}”"
