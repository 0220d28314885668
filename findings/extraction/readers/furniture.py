"""Page furniture: running heads, page numbers and page ends, taken out before reading."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from ..text import fold, indent_of
from .bullet_signs import with_bullets
from .unmarked_pages import LONGEST_HEAD, PAGE, page_ends

_PAGE_OF = re.compile(
    rf"\s*[-–|]?\s*(?:{PAGE}(?:\s+|\s*\|\s*)\d{{1,4}}(?:\s*(?:of|/)\s*\d{{1,4}})?|\d{{1,4}}\s*\|\s*{PAGE})"
    r"\s*[-–|]?\s*",
    re.IGNORECASE,
)
_LONE_NUMBER = re.compile(r"\s*[-–]?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\s*[-–]?\s*")
_EDGE = 3
"""How many lines at the top and the bottom of a page may be running heads."""
_FAR_IN = 20
_MARKERS = "•-*–#>|◼▪"


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the document with its number; a page break carries no text."""

    text: str
    number: int
    page_break: bool = False

    @property
    def indent(self) -> int:
        """How many blanks it begins with."""
        return indent_of(self.text)


def source_lines(text: str) -> list[SourceLine]:
    """The document's lines without page furniture, with page breaks marked and bullets for signs that mean them."""
    pages = _pages(with_bullets(text))
    if len(pages) == 1:
        return _without_page_ends(pages[0])
    repeated = _running_heads(pages)
    lines: list[SourceLine] = []
    for index, page in enumerate(pages):
        if index:
            lines.append(SourceLine("", page[0].number if page else lines[-1].number, page_break=True))
        edge = _edge_positions(page)
        for position, line in enumerate(page):
            furniture = _PAGE_OF.fullmatch(line.text) or (
                position in edge and (_LONE_NUMBER.fullmatch(line.text) or shape_of(line.text) in repeated)
            )
            lines.append(SourceLine("", line.number) if furniture else line)
    return lines


def _without_page_ends(lines: list[SourceLine]) -> list[SourceLine]:
    """The lines of a text that shows no pages, with page breaks where running heads and page numbers stood."""
    breaks: set[int] = set()
    removed: set[int] = set()
    for end in page_ends([line.text for line in lines]):
        removed.update(end)
        breaks.add(end[0])
    kept: list[SourceLine] = []
    begun = False
    for position, line in enumerate(lines):
        if position in breaks and begun:
            kept.append(SourceLine("", line.number, page_break=True))
        begun = begun or (position not in removed and bool(line.text.strip()))
        kept.append(SourceLine("", line.number) if position in removed else line)
    return kept


def is_page_number(text: str) -> bool:
    """Whether a line says only which page it stands on."""
    return bool(_PAGE_OF.fullmatch(text) or _LONE_NUMBER.fullmatch(text))


def _pages(text: str) -> list[list[SourceLine]]:
    pages: list[list[SourceLine]] = [[]]
    lines = text.split("\n")
    for number, raw in enumerate(lines, start=1):
        parts = raw.split("\f")
        for index, part in enumerate(parts):
            if index:
                pages.append([])
            if part or len(parts) == 1:
                pages[-1].append(SourceLine(part, number))
        if len(parts) == 1 and (_PAGE_OF.fullmatch(raw) or _is_foot(lines, number - 1)):
            pages.append([])
    return [page for page in pages if any(line.text.strip() for line in page)] or [[]]


def _is_foot(lines: list[str], position: int) -> bool:
    """Whether a line holds nothing but the number of a page, far in and with space around it."""
    raw = lines[position]
    if indent_of(raw) < _FAR_IN or not _LONE_NUMBER.fullmatch(raw):
        return False
    beside = lines[max(0, position - 1) : position] + lines[position + 1 : position + 2]
    return not any(line.strip() for line in beside)


def _edge_positions(page: list[SourceLine]) -> set[int]:
    filled = [
        position
        for position, line in enumerate(page)
        if line.text.strip() and not _PAGE_OF.fullmatch(line.text)
    ]
    return set(filled[:_EDGE] + filled[-_EDGE:])


def _running_heads(pages: list[list[SourceLine]]) -> set[str]:
    """Lines that stand at the edge of most pages: the same words, whatever the page number."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({shape_of(page[position].text) for position in _edge_positions(page)})
    counts.pop("", None)
    return {shape for shape, count in counts.items() if count >= max(2, len(pages) // 2)}


def shape_of(text: str) -> str:
    """A line without its numbers, in which running heads are alike; empty for what cannot be one."""
    if text.lstrip()[:1] in _MARKERS or len(text) > LONGEST_HEAD:
        return ""
    return re.sub(r"\d+", "#", fold(text))
