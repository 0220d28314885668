"""What no rule picked up, read again by the sentence: what is like findings that people labelled is offered."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import groupby

from ..blocks import ListItem, Paragraph, Table
from ..learned import likeness_of
from ..text import fold, tidy
from ..vocabulary import Kind
from .finds import Found, StrandName
from .outline import Section
from .parting import sentences_of
from .region import Region

_LIKE, _LIKE_AFTER = float(os.environ.get("T1", 0.6)), float(os.environ.get("T2", 0.85))
"""How like findings a sentence must be to be offered; more so where the findings of a document have ended."""
_OFFERED = 0.3
_FEWEST_WORDS = 4
_KIND_NAMES = {Kind.STRENGTH: "strengths", Kind.AREA: "areas for consideration"}


def read_again(section: Section, region: Region, found: list[Found], *, strand: str | None) -> list[Found]:
    """The findings of a section with those that only their likeness speaks for, in the order of the text."""
    taken = [fold(each.text) for each in found]
    like = _LIKE_AFTER if region.ended else _LIKE
    again = [
        _offered(text, kind, block, place=region.place or section.sense.title, strand=strand)
        for block in _texts(section.blocks)
        for kind, text in _runs(block.text, taken, like)
    ]
    return sorted([*found, *again], key=lambda each: min(each.lines, default=0)) if again else found


def _texts(blocks: list[ListItem | Paragraph | Table]) -> Iterator[ListItem | Paragraph]:
    for block in blocks:
        if not isinstance(block, Table):
            yield block
            continue
        for row in block.rows:
            for cell in row.cells:
                if not cell.header:
                    yield from (each for each in cell.blocks if isinstance(each, ListItem | Paragraph))


def _runs(text: str, taken: list[str], like: float) -> Iterator[tuple[Kind, str]]:
    """Neighbouring sentences of a text that are like findings of one kind, and are in none that was taken."""
    kinds = [(_kind(sentence, taken, like), sentence) for sentence in sentences_of(tidy(text))]
    for kind, run in groupby(kinds, key=lambda each: each[0]):
        if kind is not None:
            yield kind, " ".join(sentence for _, sentence in run)


def _kind(sentence: str, taken: list[str], like: float) -> Kind | None:
    if len(sentence.split()) < _FEWEST_WORDS or sentence.endswith(":"):
        return None
    likeness = likeness_of(sentence)
    if likeness.finding < like or any(fold(sentence) in each for each in taken):
        return None
    return likeness.kind


def _offered(text: str, kind: Kind, block: ListItem | Paragraph, *, place: str, strand: str | None) -> Found:
    unit = "paragraph" if isinstance(block, Paragraph) else "bullet"
    reason = f"{unit.capitalize()} that nothing around it speaks for; it reads like {_KIND_NAMES[kind]}"
    return Found(
        kind,
        text,
        block.lines,
        StrandName(strand),
        place,
        unit,
        _OFFERED,
        reason,
        split=block.split,
        asks=True,
    )
