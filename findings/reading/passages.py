"""A document's text cut into passages, to be shown beside the candidates that were found in it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from itertools import groupby
from typing import Any

from findings.extraction.blocks import (
    Block,
    Heading,
    ListItem,
    Note,
    PageBreak,
    Paragraph,
    Row,
    Table,
    cell_text,
)
from findings.extraction.recognition.candidates import Candidate
from findings.extraction.text import fold

WHOLE_UP_TO = 2_000
CONTEXT = 3
SHORT_CELL = 80
SHORTEST_PART = 12


@dataclass(slots=True)
class Passage:
    """One heading, paragraph, list item or table row; a gap stands for passages that are left out."""

    kind: str
    text: str = ""
    level: int = 0
    lines: tuple[int, ...] = ()
    candidates: list[int] = field(default_factory=list)
    """Numbers of the candidates that were found here."""
    page: int | None = None

    def as_dict(self) -> dict[str, Any]:
        """The passage as plain data, without the lines, which only serve to match it."""
        kept = asdict(self)
        del kept["lines"]
        return kept


def passages_of(
    blocks: Iterable[Block], candidates: Sequence[Candidate], *, pages: Sequence[int] = ()
) -> list[Passage]:
    """Cut a document into passages, each with the numbers of the candidates found in it; `pages` are its lines'.

    Of a very long document only the surroundings of the candidates are kept, or where it has none its beginning.
    """
    passages = list(_cut(blocks))
    at_line: dict[int, list[int]] = {}
    for index, passage in enumerate(passages):
        first = min(passage.lines, default=0)
        passage.page = pages[first - 1] if 0 < first <= len(pages) else None
        for line in passage.lines:
            at_line.setdefault(line, []).append(index)
    for number, candidate in enumerate(candidates, start=1):
        for index in _places(candidate, passages, at_line):
            passages[index].candidates.append(number)
    return passages if len(passages) <= WHOLE_UP_TO else _shortened(passages)


def _cut(blocks: Iterable[Block]) -> Iterator[Passage]:
    for block in blocks:
        match block:
            case Heading(text, level, lines):
                yield Passage("heading", text, level, lines)
            case Paragraph(text, lines) | Note(text, lines):
                yield Passage("paragraph", text, 0, lines)
            case ListItem(text, level, _, lines):
                yield Passage("item", text, level, lines)
            case PageBreak(lines):
                yield Passage("break", "", 0, lines)
            case Table(rows):
                for row in rows:
                    yield from _cut_row(row)


def _cut_row(row: Row) -> Iterator[Passage]:
    texts = [cell_text(cell) for cell in row.cells]
    is_plain = all(len(cell.blocks) <= 1 for cell in row.cells)
    if is_plain and all(len(text) <= SHORT_CELL for text in texts):
        kind = "heading" if all(cell.header for cell in row.cells) else "row"
        yield Passage(kind, " | ".join(filter(None, texts)), 0, row.lines)
        return
    for index, cell in enumerate(row.cells):
        for passage in _cut(cell.blocks):
            if index == 0 and passage.kind == "paragraph" and len(passage.text) <= SHORT_CELL:
                passage.kind = "label"
            yield passage


def _places(candidate: Candidate, passages: list[Passage], at_line: dict[int, list[int]]) -> list[int]:
    """Where a candidate stands: the passages on its lines that share its words, or else all on its lines."""
    words = fold(candidate.text)
    near = sorted({index for line in candidate.lines for index in at_line.get(line, ())})
    return [index for index in near if _shares(fold(passages[index].text), words)] or near


def _shares(part: str, words: str) -> bool:
    return words in part or (len(part) >= SHORTEST_PART and part in words)


def _shortened(passages: list[Passage]) -> list[Passage]:
    near = {
        index + step
        for index, passage in enumerate(passages)
        if passage.candidates
        for step in range(-CONTEXT, CONTEXT + 1)
    }
    if not near:
        return [*passages[:WHOLE_UP_TO], Passage("gap")]
    kept: list[Passage] = []
    for is_near, run in groupby(enumerate(passages), key=lambda pair: pair[0] in near):
        kept += [passage for _, passage in run] if is_near else [Passage("gap")]
    return kept
