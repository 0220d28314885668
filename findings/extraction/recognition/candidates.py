"""What recognition hands over: candidates, each with its place, its prominence and the reason it was taken."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from ..vocabulary import Kind
from .finds import Found
from .strands import Strands

TICKED_FROM = 0.6
"""The confidence from which a candidate is ticked by default."""
_DECIMAL = re.compile(r"\d{1,3}(?:\.\d{1,3})+")
"""The number that a paper gives to a paragraph, by which readers cite it; no list counts so."""
_SECOND = 2
"""From this part on, those of one paragraph are counted with the first."""


class Prominence(StrEnum):
    """How prominently a document says something; the values are those that findings are stored with."""

    HEADLINE = "headline"
    RECOMMENDATION = "recommendation"
    DETAIL = "detail"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that the document seems to say, for a person to accept, correct or drop."""

    kind: Kind
    theme: str | None
    prominence: Prominence
    text: str
    source_ref: str
    also_relates_to: tuple[str, ...]
    lines: tuple[int, ...]
    split_across_pages: bool
    """Whether parts of it on two pages were joined. Only tests ask: the inventories say so too."""
    confidence: float
    reason: str
    asks_kind: bool = False
    """The document does not say of which kind it is; `kind` is then only a suggestion."""
    parent: str | None = None
    """The source reference of the point that it stands under."""
    page: int | None = None
    paragraph: int | None = None
    """The number that the document itself gives to the paragraph."""

    @property
    def selected(self) -> bool:
        """Whether it is ticked by default."""
        return not self.asks_kind and self.confidence >= TICKED_FROM

    @property
    def headline(self) -> bool:
        """Whether it is one of the document's headlines."""
        return self.prominence is Prominence.HEADLINE

    @property
    def recommendation(self) -> bool:
        """Whether the document recommends it."""
        return self.prominence is Prominence.RECOMMENDATION

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
            "prominence": self.prominence.value,
            "parent": self.parent,
            "asks_kind": self.asks_kind,
            "confidence": self.confidence,
            "reason": self.reason,
            "place": {"page": self.page, "paragraph": self.paragraph, "lines": list(self.lines)},
        }


def candidates_of(found: list[Found], pages: Sequence[int]) -> tuple[tuple[Candidate, ...], tuple[str, ...]]:
    """The candidates for what was found, under settled names of strands; and those names."""
    strands = Strands()
    themes = [strands.settle(finding.strand.text) for finding in found]
    references = _references(found, themes)
    urgent = any(finding.urgent for finding in found)
    labelled = any(not finding.asks and not finding.recommends for finding in found)
    candidates = []
    for finding, theme in zip(found, themes, strict=True):
        prominence = _prominence(finding, theme, urgent=urgent, labelled=labelled)
        candidate = _candidate(finding, theme, prominence, references, strands)
        line = min(finding.lines, default=0)
        candidates.append(replace(candidate, page=pages[line - 1]) if 0 < line <= len(pages) else candidate)
    return tuple(candidates), strands.names


def _references(found: list[Found], themes: list[str | None]) -> dict[int, str]:
    """Where each finding stands in the document, as a reader would say it, by identity."""
    numbers: Counter[str] = Counter()
    references: dict[int, str] = {}
    for finding, theme in zip(found, themes, strict=True):
        row = f", row '{theme}'" if theme and finding.from_table else ""
        place = finding.place.replace("{strand}", row)
        if finding.parent is not None:
            place = references[id(finding.parent)]
        if finding.unit == "letter":
            references[id(finding)] = f"{place}({finding.marker})"
            continue
        numbers[f"{place}, {finding.unit}"] += finding.part < _SECOND
        point = f"{finding.unit} {numbers[f'{place}, {finding.unit}']}"
        if finding.unit == "para" or _DECIMAL.fullmatch(finding.marker):
            own = f"para {finding.marker}"
            numbers[f"{place}, {own}"] += finding.part < _SECOND
            point = own if finding.unit == "para" or numbers[f"{place}, {own}"] == 1 else point
        part = f"part {finding.part}" if finding.part else ""
        references[id(finding)] = ", ".join(filter(None, [place, point, part]))
    return references


def _prominence(finding: Found, theme: str | None, *, urgent: bool, labelled: bool) -> Prominence:
    """A headline stands under no strand; where there are areas for priority action, only those are headlines."""
    if finding.recommends:
        return Prominence.RECOMMENDATION
    if theme is not None or finding.from_table or finding.parent is not None or finding.narrated:
        return Prominence.DETAIL
    if finding.urgent if urgent else not (finding.asks and labelled):
        return Prominence.HEADLINE
    return Prominence.DETAIL


def _candidate(
    finding: Found, theme: str | None, prominence: Prominence, references: dict[int, str], strands: Strands
) -> Candidate:
    parent = finding.parent
    return Candidate(
        kind=finding.kind,
        theme=theme,
        prominence=prominence,
        text=finding.text,
        source_ref=references[id(finding)],
        also_relates_to=tuple(strands.also_relates_to(finding.text, own=theme)),
        lines=finding.lines,
        split_across_pages=finding.split,
        confidence=round(finding.confidence, 2),
        reason=finding.reason,
        asks_kind=finding.asks,
        parent=references[id(parent)] if parent is not None else None,
        paragraph=int(finding.marker) if finding.unit == "para" else None,
    )
