"""From the blocks of any document to candidate findings."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from ..blocks import Block
from ..vocabulary import Kind
from .finds import Found
from .outline import outline
from .stitching import stitch
from .strands import Strands
from .walk import findings_in

TICKED_FROM = 0.6
"""The confidence from which a candidate is ticked by default."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that the document seems to say, for a person to accept, correct or drop."""

    kind: Kind
    theme: str | None
    headline: bool
    text: str
    source_ref: str
    also_relates_to: tuple[str, ...]
    selected: bool
    lines: tuple[int, ...]
    split_across_pages: bool
    confidence: float
    reason: str
    recommendation: bool = False

    def as_dict(self) -> dict[str, object]:
        """The candidate as plain data, in the shape that other programs read."""
        return {
            "kind": self.kind.value,
            "theme": self.theme,
            "headline": self.headline,
            "text": self.text,
            "source_ref": self.source_ref,
            "also_relates_to": list(self.also_relates_to),
            "selected": self.selected,
        }


def recognise(blocks: list[Block]) -> tuple[tuple[Candidate, ...], tuple[str, ...]]:
    """The candidates in a document and the strands that they belong to."""
    found = findings_in(outline(stitch(blocks)))
    strands = Strands()
    themes = [strands.settle(finding.strand.text) for finding in found]
    numbers: Counter[str] = Counter()
    candidates = []
    for finding, theme in zip(found, themes, strict=True):
        row = f", row '{theme}'" if theme and finding.from_table else ""
        place = finding.place.replace("{strand}", row)
        numbers[f"{place}, {finding.unit}"] += 1
        number = numbers[f"{place}, {finding.unit}"]
        source_ref = ", ".join(filter(None, [place, f"{finding.unit} {number}"]))
        candidates.append(_candidate(finding, theme, source_ref, strands))
    return tuple(candidates), strands.names


def _candidate(finding: Found, theme: str | None, source_ref: str, strands: Strands) -> Candidate:
    return Candidate(
        kind=finding.kind,
        theme=theme,
        headline=theme is None and not finding.from_table,
        text=finding.text,
        source_ref=source_ref,
        also_relates_to=tuple(strands.also_relates_to(finding.text, own=theme)),
        selected=finding.confidence >= TICKED_FROM,
        lines=finding.lines,
        split_across_pages=finding.split,
        confidence=round(finding.confidence, 2),
        reason=finding.reason,
        recommendation=finding.recommends,
    )
