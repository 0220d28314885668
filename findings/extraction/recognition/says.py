"""What is said of a point by what stands around it, and the finding that comes of both."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..text import is_numbered
from ..vocabulary import Kind
from .finds import Found, StrandName
from .lead_in import LeadIn
from .points import Point
from .region import Region
from .stated import leaning_of_heading
from .suggestion import Suggestion, suggest_by_likeness
from .verdict import Verdict

_OFFERED, _SURE, _TOLD = 0.3, 0.6, 0.7
_LEANS = 1.0
_UNITS = {"item": "Numbered point", "para": "Numbered paragraph", "letter": "Lettered point"}


@dataclass(frozen=True, slots=True)
class Says:
    """What is said of a point: its kind, how surely, and why."""

    kind: Kind | None
    confidence: float
    why: str
    place: str
    recommends: bool = False
    likely: Kind = Kind.STRENGTH
    """The kind to suggest where the words of the point do not lean to one."""
    leans: float = 0.0
    """How much the sentence before it leans to that kind, without being sure of it."""
    leaning: Suggestion | None = None
    """What the heading suggests, where it says itself what was found."""

    def offered(self) -> Says:
        """For points that finish their parent's sentence: they are in its text already, so they are only offered."""
        why = f"{self.why}; the point above has it in its text"
        return replace(self, why=why, confidence=min(self.confidence, _OFFERED))


def said_by(region: Region, *, title: str, confidence: float) -> Says:
    """What the headings around a place say; `title` is that of the section itself."""
    if region.kind is not None:
        why = f"under the heading “{region.title}”"
    elif region.narrative:
        why = "in a scrutineer's account, which does not say of which kind"
    else:
        why = f"under the heading “{region.place or title}”, which does not say of which kind"
    likely = region.likely or Kind.STRENGTH
    leaning = leaning_of_heading(region.stated)
    place = region.place or title
    return Says(region.kind, confidence, why, place, region.recommends, likely, leaning=leaning)


def introduced_by(lead: LeadIn, region: Region, *, weight: float, place: str) -> Says:
    """What the sentence before a list says, which gives the kind where its weight is enough."""
    if lead.kind is None or weight < _SURE:
        why = f"introduced with “{lead.phrase}”, which does not say of which kind"
        likely = lead.kind or region.likely or Kind.STRENGTH
        return Says(None, _OFFERED, why, place, likely=likely, leans=_LEANS if lead.kind else 0.0)
    return Says(lead.kind, weight, f"introduced with “{lead.phrase}”", place, lead.recommends)


def told_by(verdict: Verdict, region: Region, *, title: str) -> Says:
    """What a paragraph says itself of its kind."""
    why = f"that says “{verdict.phrase}”"
    return Says(verdict.kind, _TOLD, why, region.place or title)


def leant_by(verdict: Verdict, *, title: str) -> Says:
    """What a paragraph tells in which nobody is named who found it."""
    why = f"that tells that something “{verdict.phrase}”, and does not say who found that"
    return Says(None, _OFFERED, why, title, likely=verdict.kind)


def felt_by(verdict: Verdict, region: Region, *, title: str) -> Says:
    """What inspectors say in running text that they felt, under no heading of findings."""
    why = f"that says “{verdict.phrase}”, under no heading of findings"
    return Says(None, _OFFERED, why, region.place or title, likely=verdict.kind, leans=2 * _LEANS)


def doubted_by(region: Region) -> Says:
    """What the headings say of a paragraph that seems to be about something else."""
    why = f"under the heading “{region.title}”, but it seems to tell of something else"
    return Says(None, _OFFERED, why, region.place, likely=region.kind or Kind.AREA)


def unsaid_by(region: Region) -> Says:
    """What the headings say of a point whose words speak for another kind than the one they seem to stand for."""
    around = f"under “{region.title}”" if region.title else "in a list"
    why = f"{around}, which does not say of which kind"
    return Says(None, _OFFERED, why, region.place, likely=region.kind or Kind.STRENGTH)


def found_in(point: Point, says: Says, *, strand: str | None, unit: str, parent: Found | None) -> Found:
    """The finding that a point is; where its kind is left open, with a suggestion and the words for it."""
    words = None if says.kind else suggest_by_likeness(point.text, otherwise=says.likely, leaning=says.leans)
    suggestion = words and (says.leaning or words)
    reason = f"{_UNITS.get(unit, unit.capitalize())} {says.why}"
    return Found(
        says.kind or (suggestion.kind if suggestion else says.likely),
        point.text,
        point.lines,
        StrandName(strand),
        says.place,
        unit,
        says.confidence,
        f"{reason}; {suggestion.reason}" if suggestion else reason,
        split=point.split,
        recommends=says.recommends,
        asks=says.kind is None,
        marker=point.marker.strip("()."),
        parent=parent,
        part=point.part,
    )


def unit_of(point: Point, parent: Found | None, *, listed: bool) -> str:
    """What a point is called in its reference; `listed` if a numbered paragraph introduces its list."""
    lettered = is_numbered(point.marker) and not point.marker.strip("().").replace(".", "").isdigit()
    if lettered and (listed or (parent is not None and parent.unit == "para")):
        return "letter"
    return "sub-bullet" if parent is not None else point.unit
