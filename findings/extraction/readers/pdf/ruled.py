"""Tables with a line under each cell and none between them: told by the places where those lines join."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from .edges import NEAR, Edge
from .glyphs import Word

_FEWEST_COLUMNS = 2
_ABOVE = 2.2
"""How far above its line the text of a row of headings may begin, in type sizes."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """A line across the page that is drawn in pieces: where they join, with both ends."""

    at: float
    joints: tuple[float, ...]

    def fits(self, other: _Rule) -> bool:
        """Whether both are joined at the same places, as the lines of one table are."""
        return len(self.joints) == len(other.joints) and all(
            abs(mine - its) <= NEAR for mine, its in zip(self.joints, other.joints, strict=True)
        )


def ruled_columns(
    pieces: Sequence[Edge], down: Sequence[Edge], words: Sequence[Word]
) -> tuple[list[Edge], list[Edge]]:
    """The lines across and down that tables would have which are drawn with lines under their cells alone."""
    across: list[Edge] = []
    sides: list[Edge] = []
    for rules in _tables(list(_rules(pieces))):
        left, right, bottom = rules[0].joints[0], rules[0].joints[-1], rules[-1].at
        if any(left - NEAR <= edge.at <= right + NEAR and edge.start <= bottom for edge in down):
            continue
        top = _top_of_headings(rules[0], words)
        if top is None and len(rules) < _FEWEST_COLUMNS:
            continue
        start = rules[0].at if top is None else top
        across.append(Edge(start, left, right))
        sides += [Edge(joint, start, bottom) for joint in rules[0].joints]
    return across, sides


def _rules(pieces: Sequence[Edge]) -> Iterator[_Rule]:
    """The lines that are drawn in pieces, each of which begins where the last ended."""
    ordered = sorted(pieces, key=lambda edge: (round(edge.at), edge.start))
    for _, level in groupby(ordered, key=lambda edge: round(edge.at)):
        joints: list[float] = []
        at = 0.0
        for edge in level:
            if joints and abs(edge.start - joints[-1]) <= NEAR:
                joints.append(edge.end)
                continue
            if len(joints) > _FEWEST_COLUMNS:
                yield _Rule(at, tuple(joints))
            joints, at = [edge.start, edge.end], edge.at
        if len(joints) > _FEWEST_COLUMNS:
            yield _Rule(at, tuple(joints))


def _tables(rules: Sequence[_Rule]) -> Iterator[list[_Rule]]:
    """Lines one below the other that join at the same places."""
    table: list[_Rule] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if table and not table[-1].fits(rule):
            yield table
            table = []
        table.append(rule)
    if table:
        yield table


def _top_of_headings(rule: _Rule, words: Sequence[Word]) -> float | None:
    """Where a row begins whose text stands right above the first line, in more than one of the columns."""
    left, right = rule.joints[0], rule.joints[-1]
    above = [
        word
        for word in words
        if word.bottom <= rule.at + NEAR
        and rule.at - word.top <= _ABOVE * word.size
        and word.x1 > left
        and word.x0 < right
    ]
    crossed = any(
        word.x0 < joint - NEAR and word.x1 > joint + NEAR for word in above for joint in rule.joints
    )
    columns = {sum(word.x0 + NEAR >= joint for joint in rule.joints) for word in above}
    if crossed or len(columns) < _FEWEST_COLUMNS:
        return None
    return min(word.top for word in above) - 1
