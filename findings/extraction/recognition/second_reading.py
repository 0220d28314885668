"""What no rule picked up, read again by the sentence: what is like findings that people labelled is offered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ..blocks import ListItem, Paragraph, Table
from ..learned import likeness_of
from ..text import ended, fold, tidy
from ..vocabulary import Kind
from .finds import Found, StrandName
from .named_points import run_in
from .outline import Section
from .parting import sentences_of
from .region import Region
from .regions import Regions

_LIKE = 0.6
"""How like findings a sentence must be to be offered."""
_OFFERED = 0.3
_FEWEST_FOUND = 3
"""A document in which rules find fewer is no account of findings."""
_FEWEST_WORDS, _FEWEST_OF_A_FRAGMENT = 4, 7
_KIND_NAMES = {Kind.STRENGTH: "strengths", Kind.AREA: "areas for consideration"}


@dataclass(frozen=True, slots=True)
class SectionFindings:
    """What the rules found in one section, and what its headings say of it."""

    section: Section
    region: Region
    strand: str | None
    found: list[Found]


def read_again(sections: list[SectionFindings], regions: Regions) -> list[Found]:
    """The findings of a document with those that only their likeness speaks for, in the order of the text."""
    genre = regions.genre
    is_other = genre.committee or genre.minutes or genre.scrutineer
    is_account = sum(len(part.found) for part in sections) >= _FEWEST_FOUND and not is_other
    return [
        each
        for part in sections
        for each in (_with_likely(part) if is_account and _is_open(part, regions) else part.found)
    ]


def _with_likely(part: SectionFindings) -> list[Found]:
    """The findings of a section and what reads like some, as they follow one another."""
    again = _like_findings(part)
    return sorted([*part.found, *again], key=lambda each: min(each.lines, default=0)) if again else part.found


def _is_open(part: SectionFindings, regions: Regions) -> bool:
    """Whether findings may stand in a section beside those that the rules found."""
    return regions.prose.comes_before_plans(part.section) and not (
        part.region.ended or part.section.closed or part.section.greets
    )


def _like_findings(part: SectionFindings) -> list[Found]:
    taken: dict[int, list[str]] = defaultdict(list)
    for found in part.found:
        for line in found.lines:
            taken[line].append(fold(found.text))
    return [
        _offered(text, kind, block, part)
        for block in _texts(part.section.blocks)
        for kind, text in _runs(block.text, [each for line in block.lines for each in taken[line]])
    ]


def _texts(blocks: list[ListItem | Paragraph | Table]) -> Iterator[ListItem | Paragraph]:
    for block in blocks:
        if not isinstance(block, Table):
            yield block
            continue
        for row in block.rows:
            for cell in row.cells:
                if not cell.header:
                    yield from (each for each in cell.blocks if isinstance(each, ListItem | Paragraph))


def _runs(text: str, taken: list[str]) -> Iterator[tuple[Kind, str]]:
    """Neighbouring sentences of a text that are like findings of one kind, and are in none that was taken."""
    kinds = [(_kind(sentence, taken), sentence) for sentence in sentences_of(tidy(text))]
    for kind, run in groupby(kinds, key=lambda each: each[0]):
        if kind is not None:
            yield kind, " ".join(sentence for _, sentence in run)


def _kind(sentence: str, taken: list[str]) -> Kind | None:
    fewest = _FEWEST_WORDS if ended(sentence) else _FEWEST_OF_A_FRAGMENT
    if len(sentence.split()) < fewest or sentence.endswith((":", "?")):
        return None
    likeness = likeness_of(sentence)
    label = run_in(sentence)
    said = fold(label[1] if label is not None else sentence)
    return likeness.kind if likeness.finding_share >= _LIKE and not _is_taken(said, taken) else None


def _is_taken(sentence: str, taken: list[str]) -> bool:
    """Whether a sentence without its label is in what was found, or has a good part of it behind its number."""
    return any(sentence in each or (each in sentence and 2 * len(each) > len(sentence)) for each in taken)


def _offered(text: str, kind: Kind, block: ListItem | Paragraph, part: SectionFindings) -> Found:
    unit = "paragraph" if isinstance(block, Paragraph) else "bullet"
    place = part.region.place or part.section.sense.title
    return Found(
        kind,
        text,
        block.lines,
        StrandName(part.strand),
        place,
        unit,
        _OFFERED,
        f"{unit.capitalize()} that nothing around it speaks for; it reads like {_KIND_NAMES[kind]}",
        split=block.split,
        asks=True,
        narrated=True,
    )
