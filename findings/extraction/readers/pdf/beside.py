"""Lists that are set side by side, each under a title of its own, as slides set what works beside what does not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ...text import split_glyph
from .flow import Look
from .lines import Line, visual_rows

_SAME_START = 6.0
_TITLE_LENGTH = 80
_MOST_COLUMNS = 3
_WIDEST_GAP = 5.0
"""From one line of such lists to the next, in type sizes."""


def stretches_of(lines: Sequence[Line], look: Look) -> list[list[Line]]:
    """The lines of a page in stretches to be read one after the other: more than one where lists stand side by side."""
    rows = visual_rows(lines)
    stretches: list[list[Line]] = []
    plain: list[Line] = []
    position = 0
    while position < len(rows):
        columns, end = _columns_at(rows, position, look)
        if columns:
            stretches += [plain, *columns]
            plain, position = [], end
        else:
            plain += rows[position]
            position += 1
    return [stretch for stretch in [*stretches, plain] if stretch]


def side_titles(page: Sequence[Line]) -> set[int]:
    """The identities of lines that stand beside each other right above points, which are titles on page after page."""
    return {
        id(line)
        for row, below in pairwise(visual_rows(page))
        if 1 < len(row) <= _MOST_COLUMNS and len(below) == len(row)
        if all(split_glyph(line.text) for line in below) and not any(split_glyph(line.text) for line in row)
        for line in row
    }


def _columns_at(rows: Sequence[list[Line]], start: int, look: Look) -> tuple[list[list[Line]], int]:
    """The lists under a row of titles, each with its title, and the position after them; none under any other row."""
    titles = rows[start]
    if not 1 < len(titles) <= _MOST_COLUMNS or not all(_is_title(line, look) for line in titles):
        return [], start
    columns = [[title] for title in titles]
    end = start + 1
    while end < len(rows) and _near(rows[end - 1], rows[end]):
        places = [_column_of(line, titles) for line in rows[end]]
        if None in places or any(_is_title(line, look) for line in rows[end]):
            break
        for line, place in zip(rows[end], places, strict=True):
            columns[place or 0].append(line)
        end += 1
    listed = all(len(column) > 1 and split_glyph(column[1].text) for column in columns)
    return (columns, end) if listed else ([], start)


def _is_title(line: Line, look: Look) -> bool:
    short = len(line.text) <= _TITLE_LENGTH and any(letter.isalpha() for letter in line.text)
    return short and look.is_title(line.size, line.bold) and split_glyph(line.text) is None


def _near(before: Sequence[Line], row: Sequence[Line]) -> bool:
    return row[0].baseline - before[0].baseline <= _WIDEST_GAP * row[0].size


def _column_of(line: Line, titles: Sequence[Line]) -> int | None:
    """The column that a line stands in: it begins at or after its title and ends before the next."""
    starts = [title.x0 - _SAME_START for title in titles]
    at = sum(line.x0 >= start for start in starts) - 1
    if at < 0 or (at + 1 < len(starts) and line.x1 > titles[at + 1].x0):
        return None
    return at
