"""Sheets in which every standard has columns of its own, read as if each had a row of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..text import tidy
from ..vocabulary import Kind
from .columns import OF_FINDINGS, Column, kind_of, suggest_columns

Rows = Sequence[tuple[str, ...]]
_HEADED_WITHIN, _FEWEST = 20, 2
_PARTS = re.compile(r"\s*\n\s*|\s+[-–—:|/]\s+|:\s+|\s*\((?=[^()]*\)$)")
"""What stands in a heading between the name of a standard and the kind of what is said of it."""
_NAMED = re.compile(
    r"(?P<name>\S.*?)\s+(?P<what>comments?|evidence|findings?|gaps?|narrative|notes?|strengths?)",
    re.IGNORECASE,
)
_SIGNS = {"+": Column.STRENGTH, "+ve": Column.STRENGTH, "-": Column.AREA, "-ve": Column.AREA}


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
    held = {column for columns in spread.groups.values() for column in columns}
    kept = [column for column in OF_FINDINGS if column in held]
    titles = (Column.REFERENCE.value, Column.STRAND.value, *(column.value for column in kept))
    return [titles, *_gather(rows, spread, kept)]


def _spread(rows: Rows, head: int) -> _Spread | None:
    """How a sheet is spread, if the row of its headings is this one."""
    headings = rows[head]
    held = {at: named for at, heading in enumerate(headings) if (named := _column_and_name(heading))}
    if not held:
        return None
    above = _filled(rows[head - 1] if head else (), len(headings))
    groups: dict[str, dict[Column, list[int]]] = {}
    for at, (column, own) in held.items():
        name = own or above[at]
        if not name:
            return None
        groups.setdefault(name, {}).setdefault(column, []).append(at)
    paired = any(len(columns) > 1 for columns in groups.values())
    if len(groups) < _FEWEST or not (paired or set(headings).issuperset(groups)):
        return None
    beside = [heading or above[at] for at, heading in enumerate(headings) if at < min(held)]
    strand = next((at for at, c in suggest_columns(beside).columns.items() if c is Column.STRAND), None)
    return _Spread(head, groups, strand)


def _column_and_name(heading: str) -> tuple[Column, str] | None:
    """What a heading says that its column holds, and the standard beside it if it names one."""
    column = _column_of(heading)
    if column is not None:
        return column, ""
    parts = [part.strip(" )") for part in _PARTS.split(heading) if part.strip(" )")]
    named = _NAMED.fullmatch(tidy(heading))
    if len(parts) == 1 and named is not None:
        parts = [named["name"], named["what"]]
    for column_at, name_at in ((-1, slice(0, -1)), (0, slice(1, None))):
        column = _column_of(parts[column_at], beside=True) if len(parts) > 1 else None
        if column is not None:
            return column, tidy(": ".join(parts[name_at]))
    return None


def _column_of(heading: str, *, beside: bool = False) -> Column | None:
    """The kind of finding in a column; `beside` the name of a standard, comments and evidence are findings too."""
    if heading.strip() in _SIGNS:
        return _SIGNS[heading.strip()]
    kind = kind_of(heading)
    if kind is not None:
        return Column.STRENGTH if kind is Kind.STRENGTH else Column.AREA
    remark = _NAMED.fullmatch(f"- {heading}") if beside else None
    return Column.FINDING if remark is not None else None


def _filled(row: Sequence[str], width: int) -> list[str]:
    """The names above the headings; one in merged cells stands only in the first of them."""
    names = [""]
    for at in range(width):
        names.append(tidy(row[at]) if at < len(row) and row[at] else names[-1])
    return names[1:]


def _gather(rows: Rows, spread: _Spread, kept: Sequence[Column]) -> Iterator[tuple[str, ...]]:
    used = {at for columns in spread.groups.values() for places in columns.values() for at in places}
    for number, row in enumerate(rows[spread.head + 1 :], start=spread.head + 2):
        label = next(
            (tidy(t) for at, t in enumerate(row) if t and at not in used and at != spread.strand), ""
        )
        for name, columns in spread.groups.items():
            texts = ["\n".join(_texts(row, columns.get(column, []))) for column in kept]
            if not any(texts):
                continue
            named = _texts(row, [spread.strand] if spread.strand is not None else [])
            beside = name if spread.strand is not None else label
            place = ", ".join(filter(None, [f"Row {number}", beside]))
            yield (place, named[0] if named else ("" if spread.strand is not None else name), *texts)


def _texts(row: Sequence[str], places: Sequence[int]) -> list[str]:
    return [row[at] for at in places if at < len(row) and row[at]]
