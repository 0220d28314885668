"""What stands around a point or a table: counts, the headings above, the sentence before."""

from __future__ import annotations

from dataclasses import dataclass

from .finds import Context
from .genre import tells_of_itself
from .lead_in import LeadIn
from .points import Point
from .regions import Region
from .suggestion import suggest_kind

_NARRATIVE_WORDS = 20


@dataclass(slots=True)
class Counter:
    """Numbers the tables and the lists of a document."""

    tables: int = 0
    lists: int = 0
    last: int = 0
    """The number of the last recommendation."""


def is_aside(point: Point, region: Region) -> bool:
    """Whether a scrutineer speaks here of something else than what was found."""
    if region.summary:
        counted = point.unit in {"para", "item"}
        return not counted or not suggest_kind(point.text).words or tells_of_itself(point.text)
    if not region.narrative:
        return False
    running = point.unit == "para" or len(point.text.split()) >= _NARRATIVE_WORDS
    return not running or point.unit in {"bullet", "item"} or tells_of_itself(point.text)


def tell_context(context: Context, region: Region | None, lead: LeadIn | None) -> None:
    """Note what the sentence before a table says of it, or else the headings above, where they still hold."""
    if lead is not None and lead.kind is not None:
        context.kind, context.label, context.weight = lead.kind, lead.phrase, lead.weight
        context.recommends = lead.recommends
        context.reason = f"in the table introduced with “{lead.phrase}”"
    elif region is not None and not region.ended:
        context.kind, context.label, context.weight = region.kind, region.title, region.weight
        context.uncertain, context.recommends = region.uncertain, region.recommends
        context.reason = f"in the table under the heading “{region.title or region.place}”"
