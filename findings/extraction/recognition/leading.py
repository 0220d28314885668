"""The sentence that led on to the list, table or words that are being read, and what it says of them."""

from __future__ import annotations

from dataclasses import replace

from ..vocabulary import other_kind
from .around import Counter
from .headings import is_earlier
from .lead_in import LeadIn
from .outline import Section
from .points import Point, list_unit
from .region import Region
from .says import Says, introduced_by

BULLET = 0.95
_RECOMMENDED = 0.85


class Leading:
    """Keeps the sentence of one section that holds, until what it introduced is over."""

    def __init__(self, section: Section, region: Region, counter: Counter, *, committee: bool) -> None:
        self._place = "" if section.greets else region.place or section.sense.title
        self._region = region
        self._earlier = is_earlier(section)
        self._counter = counter
        self._committee = committee
        self._list_number = 0
        self._unit: str | None = None
        self._before = region.kind
        self._afresh = False
        self.lead: LeadIn | None = None
        self.paragraph = ""
        """The number of the paragraph that the points stand under."""

    def begin(self, lead: LeadIn, *, paragraph: str = "", afresh: bool = False) -> None:
        """Let a sentence hold for what follows it, if it says anything of that; `afresh` after the list of a label."""
        self.end()
        self._afresh = afresh or lead.turns
        self.lead = lead if lead.kind is not None or lead.asks else None
        self.paragraph = paragraph
        self._list_number = 0

    def end(self) -> LeadIn | None:
        """The sentence that held until now."""
        lead, self.lead, self._unit, self.paragraph = self.lead, None, None, ""
        self._before = (lead.kind if lead is not None else None) or self._before
        return lead

    def reach(self, point: Point) -> None:
        """Note of what unit the points of the list are."""
        self._unit = list_unit(point) if self.lead is not None else None

    def is_over(self, point: Point) -> bool:
        """Whether a point is of another list than those before it."""
        return self._unit not in {None, list_unit(point)}

    @property
    def tells(self) -> bool:
        """Whether the sentence says more about a list than the headings above it."""
        region, lead = self._region, self.lead
        if lead is not None and lead.kind is not None and lead.kind is region.kind:
            return self.weight(lead) > region.weight
        return lead is not None and (lead.kind is not None or region.kind is None or self._afresh)

    def weight(self, lead: LeadIn) -> float:
        """How surely a sentence gives the kind; recommendations are doubted only in a committee's paper."""
        trusted = lead.recommends and not self._committee
        return max(lead.weight, _RECOMMENDED) if trusted else lead.weight

    def says(self, lead: LeadIn) -> Says:
        """What a sentence says of a point that it introduces."""
        weight = 0.0 if self._earlier else BULLET * self.weight(lead)
        says = introduced_by(lead, self._region, weight=weight, place=self._place)
        if lead.turns and self._before is not None:
            says = replace(says, likely=other_kind(self._before))
        if says.kind is not None and not (self._place or self._list_number or self.paragraph):
            self._counter.lists += 1
            self._list_number = self._counter.lists
        own = self._place or (f"List {self._list_number}" if self._list_number else "")
        named = says.kind is not None and own
        return replace(says, place=self.within(f"{own} ({lead.phrase})" if named else own))

    def within(self, place: str) -> str:
        """A place, with the numbered paragraph that the points stand under."""
        return ", ".join(filter(None, [place, f"para {self.paragraph}" if self.paragraph else ""]))
