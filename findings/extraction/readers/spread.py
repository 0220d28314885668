"""Sheets in which every standard has columns of its own, read as if each had a row of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..text import tidy
from ..vocabulary import Kind
from .columns import Column, kind_of, suggest_columns

Rows = Sequence[tuple[str, ...]]
_HEADED_WITHIN, _FEWEST = 20, 2
_PARTS = re.compile(r"\s*\n\s*|\s+[-–—:|/]\s+|:\s+|\s*\((?=[^()]*\)$)")
"""What stands in a heading between the name of a standard and the kind of what is said of it."""
_COLUMNS = (Column.REFERENCE, Column.STRAND, Column.STRENGTH, Column.AREA)


@dataclass(frozen=True, slots=True)
class _Spread:
    """Where the findings of each standard stand: what it is called, and its columns."""

    head: int
    groups: dict[str, dict[Column, list[int]]]
    strand: int | None
    """The column that names a standard in each row, where the groups are something else, as organisations."""


def gathered(rows: Rows) -> list[tuple[str, ...]] | None:
    """The rows of a spread sheet with one for each row and standard; None for any other sheet."""
    spread = next(filter(None, (_spread(rows, head) for head in range(min(len(rows), _HEADED_WITHIN)))), None)
    if spread is None:
        return None
    return [tuple(column.value for column in _COLUMNS), *_gather(rows, spread)]


def _spread(rows: Rows, head: int) -> _Spread | None:
    """How a sheet is spread, if the row of its headings is this one."""
    headings = rows[head]
    kinds = {at: named for at, heading in enumerate(headings) if (named := _kind_and_name(heading))}
    if not kinds:
        return None
    above = _filled(rows[head - 1] if head else (), len(headings))
    groups: dict[str, dict[Column, list[int]]] = {}
    for at, (kind, own) in kinds.items():
        name = own or above[at]
        if not name:
            return None
        column = Column.STRENGTH if kind is Kind.STRENGTH else Column.AREA
        groups.setdefault(name, {}).setdefault(column, []).append(at)
    if len(groups) < _FEWEST or not any(len(columns) > 1 for columns in groups.values()):
        return None
    beside = [heading or above[at] for at, heading in enumerate(headings) if at < min(kinds)]
    held = suggest_columns(beside).columns
    return _Spread(head, groups, next((at for at, c in held.items() if c is Column.STRAND), None))


def _kind_and_name(heading: str) -> tuple[Kind, str] | None:
    """The kind that a heading names, and the standard beside it if it names one."""
    kind = kind_of(heading)
    if kind is not None:
        return kind, ""
    parts = [part.strip(" )") for part in _PARTS.split(heading) if part.strip(" )")]
    for kind_at, name_at in ((-1, slice(0, -1)), (0, slice(1, None))):
        kind = kind_of(parts[kind_at]) if len(parts) > 1 else None
        if kind is not None:
            return kind, tidy(": ".join(parts[name_at]))
    return None


def _filled(row: Sequence[str], width: int) -> list[str]:
    """The names above the headings; one in merged cells stands only in the first of them."""
    names = [""]
    for at in range(width):
        names.append(tidy(row[at]) if at < len(row) and row[at] else names[-1])
    return names[1:]


def _gather(rows: Rows, spread: _Spread) -> Iterator[tuple[str, ...]]:
    used = {at for columns in spread.groups.values() for places in columns.values() for at in places}
    for number, row in enumerate(rows[spread.head + 1 :], start=spread.head + 2):
        label = next(
            (tidy(t) for at, t in enumerate(row) if t and at not in used and at != spread.strand), ""
        )
        for name, columns in spread.groups.items():
            texts = ["\n".join(_texts(row, columns.get(column, []))) for column in _COLUMNS[2:]]
            if not any(texts):
                continue
            named = _texts(row, [spread.strand] if spread.strand is not None else [])
            beside = name if spread.strand is not None else label
            place = ", ".join(filter(None, [f"Row {number}", beside]))
            yield (place, named[0] if named else ("" if spread.strand is not None else name), *texts)


def _texts(row: Sequence[str], places: Sequence[int]) -> list[str]:
    return [row[at] for at in places if at < len(row) and row[at]]
