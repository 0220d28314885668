"""A document as text to read, with the places in it that findings lead to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from findings.models import PASSAGES_OF_WORDS, Candidate


@dataclass(frozen=True)
class Line:
    """One passage of the document's text, numbered from 1; its anchor is where a finding's link leads."""

    number: int
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

    @property
    def can_be_findings(self) -> bool:
        """Whether its passages can be made findings: they are words, and no headings."""
        return self.kind in PASSAGES_OF_WORDS


def parts_of(passages: Sequence[Mapping[str, Any]], candidates: Iterable[Candidate]) -> list[Part]:
    """Arrange a document's passages for reading, each with the candidates that were found in it."""
    found: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        for index in candidate.passages:
            found.setdefault(index, []).append(candidate)
    pages = pages_of(passages)
    parts = []
    for kind, run in groupby(enumerate(passages), key=lambda pair: str(pair[1]["kind"])):
        lines = [
            Line(
                index + 1,
                f"place-{index}",
                passage["text"],
                passage["level"],
                pages[index],
                found.get(index, ()),
            )
            for index, passage in run
        ]
        parts.append(Part(kind, lines))
    return parts


def left_out(parts: Iterable[Part]) -> int:
    """How many passages no finding was made of, that could be one."""
    return sum(1 for part in parts if part.can_be_findings for line in part.lines if not line.candidates)


def pages_of(passages: Sequence[Mapping[str, Any]]) -> list[int | None]:
    """The page of each passage; a break has that of the page which begins there, whatever page it was read on."""
    pages: list[int | None] = []
    following: int | None = None
    for passage in reversed(passages):
        page = passage.get("page")
        if passage["kind"] != "break":
            following = page or following
        elif following:
            page, following = following, following - 1
        pages.append(page)
    return pages[::-1]
