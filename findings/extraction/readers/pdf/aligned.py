"""Tables without lines between their columns: told by text that begins at the same places row after row."""

from __future__ import annotations

from collections.abc import Sequence

from ...text import starts_lower
from .edges import Edge
from .lines import Line, visual_rows
from .rulings import Grid, GridCell

_SAME_START = 4.0
_WIDEST_GAP = 4.0
"""From one line of a table to the next, in type sizes."""
_NEXT_LINE = 1.45
_FEWEST_ROWS = 2
_FEWEST_OF_PROSE = 6
_FILLED = 0.6


def read_aligned(lines: Sequence[Line], rules: Sequence[Edge]) -> tuple[list[Grid], list[Line]]:
    """The tables among the lines of a page, and the lines outside of them.

    `rules` are the lines drawn across the page, which part the rows of a table that has them.
    """
    rows = visual_rows(lines)
    grids: list[Grid] = []
    outside: list[Line] = []
    position = 0
    while position < len(rows):
        groups = _groups(rows[position : _end_of_run(rows, position)], rules)
        if _is_table(groups):
            grids.append(_grid(groups))
            position += sum(map(len, groups))
        else:
            outside += rows[position]
            position += 1
    return grids, outside


def _end_of_run(rows: Sequence[list[Line]], start: int) -> int:
    """The position after the last row that fits the columns in which this one begins."""
    starts = [line.x0 for line in rows[start]]
    end = start + 1
    if len(starts) > 1:
        while end < len(rows) and _near(rows[end - 1], rows[end]) and _fits(rows[end], starts):
            end += 1
    return end


def _groups(rows: Sequence[list[Line]], rules: Sequence[Edge]) -> list[list[list[Line]]]:
    """The rows of a table with the lines of each; what follows its last row is left out."""
    groups: list[list[list[Line]]] = []
    for row in rows:
        if groups and _goes_on(groups[-1], row, rules):
            groups[-1].append(row)
        else:
            groups.append([row])
    while groups and max(map(len, groups[-1])) < 2:
        groups.pop()
    return groups


def _is_table(groups: Sequence[list[list[Line]]]) -> bool:
    if len(groups) < _FEWEST_ROWS:
        return False
    rows = [row for group in groups for row in group]
    goes_on = any(starts_lower(group[0][0].text) for group in groups)
    return not goes_on and not _is_prose(rows, [line.x0 for line in rows[0]])


def _near(before: Sequence[Line], row: Sequence[Line]) -> bool:
    return row[0].baseline - before[0].baseline <= _WIDEST_GAP * row[0].size


def _fits(row: Sequence[Line], starts: Sequence[float]) -> bool:
    """Whether each text of a row begins where a column does and ends before the next."""
    for line in row:
        column = _column(line, starts)
        if column is None or (column + 1 < len(starts) and line.x1 > starts[column + 1] - _SAME_START / 2):
            return False
    return True


def _column(line: Line, starts: Sequence[float]) -> int | None:
    found = (index for index, start in enumerate(starts) if abs(line.x0 - start) <= _SAME_START)
    return next(found, None)


def _is_prose(rows: Sequence[list[Line]], starts: Sequence[float]) -> bool:
    """Whether the columns are rather columns of running text, set side by side."""
    if len(rows) < _FEWEST_OF_PROSE:
        return False
    ends = [*starts[1:], max(line.x1 for row in rows for line in row)]
    shares = []
    for column, (start, end) in enumerate(zip(starts, ends, strict=True)):
        widths = [line.x1 - line.x0 for row in rows for line in row if _column(line, starts) == column]
        shares.append(sum(widths) / len(widths) / max(end - start, 1.0))
    side_by_side = sum(len(row) > 1 for row in rows) > len(rows) * _FILLED
    return side_by_side and min(shares) > _FILLED


def _grid(groups: Sequence[list[list[Line]]]) -> Grid:
    starts = [line.x0 for line in groups[0][0]]
    cells = []
    for number, group in enumerate(groups):
        for column in range(len(starts)):
            lines = [line for row in group for line in row if _column(line, starts) == column]
            cells.append(GridCell(number, column, words=[word for line in lines for word in line.words]))
    everything = [line for group in groups for row in group for line in row]
    tops = [min(line.top for line in group[0]) for group in groups]
    right, bottom = max(line.x1 for line in everything), max(line.bottom for line in everything)
    return Grid([*starts, right + 1], [*tops, bottom], cells)


def _goes_on(group: Sequence[list[Line]], row: Sequence[Line], rules: Sequence[Edge]) -> bool:
    """Whether a line of a table belongs to the row above it."""
    before = group[-1]
    if any(before[0].baseline < rule.at < row[0].baseline for rule in rules):
        return False
    if any(group[0][0].top > rule.at for rule in rules) and any(rule.at > row[0].baseline for rule in rules):
        return True
    close = row[0].baseline - before[0].baseline <= _NEXT_LINE * row[0].size
    return close and len(row) < len(group[0])
