"""A document as text to read, with the places in it that findings lead to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from findings.models import Candidate


@dataclass(frozen=True)
class Line:
    """One passage of the document's text; its anchor is where a finding's link leads."""

    anchor: str
    text: str
    level: int
    page: int | None
    candidates: Sequence[Candidate]


@dataclass(frozen=True)
class Part:
    """Passages of one kind that follow each other; items of a list belong together."""

    kind: str
    lines: list[Line]


def parts_of(passages: Sequence[Mapping[str, Any]], candidates: Iterable[Candidate]) -> list[Part]:
    """Arrange a document's passages for reading, each with the candidates that were found in it."""
    found: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        for index in candidate.passages:
            found.setdefault(index, []).append(candidate)
    parts = []
    for kind, run in groupby(enumerate(passages), key=lambda pair: str(pair[1]["kind"])):
        lines = [
            Line(
                f"place-{index}",
                passage["text"],
                passage["level"],
                passage.get("page"),
                found.get(index, ()),
            )
            for index, passage in run
        ]
        parts.append(Part(kind, lines))
    return parts
