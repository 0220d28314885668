"""Points that name their own kind, with what their labels say of them."""

from __future__ import annotations

from dataclasses import replace

from .genre import asks_body, resolves
from .lead_in import LeadIn
from .leading import Leading
from .named_points import labelled_parts, listed_in, run_in
from .points import Point
from .says import Says

_RUN_IN = 0.75


def labels_of(point: Point) -> list[Point]:
    """A point, or each of several labels of a kind that it runs together."""
    return [replace(point, text=text) for text in labelled_parts(point.text)]


def labelled(point: Point, leading: Leading, *, members: bool) -> list[tuple[Point, Says]] | None:
    """The findings after the label of a point, of which there are none where a body is asked; None without label."""
    found = run_in(point.text)
    if found is None or found[0].kind is None or found[1].endswith(":"):
        return None
    sense, rest = found
    if sense.recommends and (asks_body(rest) or (members and resolves(rest))):
        return []
    says = leading.says(LeadIn(sense.kind, sense.title, 1.0, recommends=sense.recommends))
    return [
        (
            Point(text, point.lines, point.unit, point.split, point.marker),
            Says(says.kind, _RUN_IN, says.why, says.place, says.recommends),
        )
        for text in listed_in(rest, sense)
    ]
