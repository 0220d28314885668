"""What stands on every page: running heads and page numbers go, footnotes are set apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ..columns import kind_of
from ..furniture import is_page_number, shape_of
from .beside import side_titles
from .lines import Line, visual_rows

_EDGE = 4
"""How many lines at the top and the bottom of a page may be furniture."""
_SAME_HEIGHT = 8.0
_SMALL = 0.93
_LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d{1,4}$|…{2,}\s*\d{1,4}$")
_NOTE = re.compile(r"(\d{1,2}|[*†‡])[.)]?\s+\S")


def without_furniture(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """The lines of each page that belong to the text."""
    repeated = _running_heads(pages)
    return [
        [
            line
            for line in page
            if not _LEADERS.search(line.text)
            and line not in apart
            and not _is_furniture(line, edge, repeated)
        ]
        for page, edge, apart in ((page, _edges(page) - side_titles(page), _foot(page)) for page in pages)
    ]


def without_notes(page: list[Line], body_size: float) -> tuple[list[Line], list[list[Line]]]:
    """The text of a page and its footnotes, which need not stand at its foot."""
    marks = {mark for line in page for mark in line.marks}
    notes: list[list[Line]] = []
    going_on = False
    for line in sorted(page, key=lambda line: line.top):
        if line.size >= body_size * _SMALL:
            going_on = False
            continue
        found = _NOTE.match(line.text)
        if line.note_mark or (found and found.group(1) in marks):
            notes.append([line])
            going_on = True
        elif going_on:
            notes[-1].append(line)
    inside = {id(line) for note in notes for line in note}
    return [line for line in page if id(line) not in inside], notes


def _edges(page: list[Line]) -> set[int]:
    ordered = sorted(page, key=lambda line: line.top)
    return {id(line) for line in ordered[:_EDGE] + ordered[-_EDGE:]}


def _foot(page: list[Line]) -> list[Line]:
    """The lowest line of a page, where the number of the page stands beside it."""
    rows = visual_rows(page)
    return rows[-1] if rows and len(rows[-1]) > 1 and is_page_number(rows[-1][-1].text) else []


def _running_heads(pages: Sequence[list[Line]]) -> set[tuple[str, int]]:
    """Lines at the edge of many pages, at one height: the same words, whatever the page number."""
    counts: Counter[tuple[str, int]] = Counter()
    for page in pages:
        edge = _edges(page)
        counts.update({place for line in page if id(line) in edge for place in _places(line)})
    return {place for place, count in counts.items() if place[0] and count >= max(2, len(pages) // 3)}


def _places(line: Line) -> list[tuple[str, int]]:
    """The shape of a line with its height, rounded both ways so that near heights meet."""
    shape, step = shape_of(line.text), line.top / _SAME_HEIGHT
    return [(shape, int(step)), (shape, int(step + 0.5) + 100_000)]


def _is_furniture(line: Line, edge: set[int], repeated: set[tuple[str, int]]) -> bool:
    if id(line) not in edge or kind_of(line.text) is not None:
        return False
    return is_page_number(line.text) or any(place in repeated for place in _places(line))
