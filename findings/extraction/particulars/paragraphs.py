"""The numbered paragraphs of a paper, whole, with the section that each stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..text import fold, tidy
from .passages import Passage, Unit

_FEWEST = 3
_LEAST_SHARE = 0.4
"""Where less of the text than this stands in numbered paragraphs, the numbers count something else."""


@dataclass(frozen=True, slots=True)
class NumberedParagraph:
    """One numbered paragraph with the points under it."""

    number: int
    section: str
    lines: tuple[int, int]
    text: str

    def as_dict(self) -> dict[str, object]:
        """As plain data, in the shape of the inventories."""
        return {
            "number": self.number,
            "section": self.section or None,
            "lines": list(self.lines),
            "text": self.text,
        }


def numbered_paragraphs(passages: Sequence[Passage]) -> list[NumberedParagraph]:
    """The numbered paragraphs of a paper; none where numbers only count a list or headings."""
    grouped: dict[int, list[Passage]] = {}
    for passage in passages:
        if passage.number is None or passage.unit in {Unit.HEADING, Unit.CELL}:
            continue
        if passage.opens or (passage.number in grouped and not _is_reason(passage)):
            grouped.setdefault(passage.number, []).append(passage)
    words = sum(len(passage.text.split()) for passage in passages)
    inside = sum(len(passage.text.split()) for group in grouped.values() for passage in group)
    if len(grouped) < _FEWEST or inside < words * _LEAST_SHARE:
        return []
    return [_paragraph(number, group) for number, group in grouped.items()]


def _paragraph(number: int, group: list[Passage]) -> NumberedParagraph:
    lines = [line for passage in group for line in passage.lines]
    first = min(lines, default=0)
    return NumberedParagraph(
        number,
        group[0].section,
        (first, max(lines, default=first)),
        " ".join(tidy(_as_written(passage)) for passage in group),
    )


def _as_written(passage: Passage) -> str:
    return f"{passage.marker}. {passage.text}" if passage.marker else passage.text


def _is_reason(passage: Passage) -> bool:
    return fold(passage.text).startswith("reason:") or fold(passage.title) in {"reason", "reasons"}
