"""Tables in which one column tells what was found, and another says or signs of each row how far a standard is met."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .. import tabular
from ..blocks import Cell, Row, cell_text
from ..text import fold
from ..vocabulary import Kind
from .layout import Column, Holds
from .sense import Role, Sense

_RATING, _FOUND = re.compile(tabular.RATING_COLUMNS), re.compile(tabular.COMMENT_COLUMNS)
_MET, _UNMET = re.compile(tabular.MET_CELLS), re.compile(tabular.UNMET_CELLS)
_FEWEST_ROWS = 2


def heads_ratings(filled: Sequence[Cell]) -> bool:
    """Whether a row heads what was found and, beside it, how it was rated."""
    titles = [fold(cell_text(cell)) for cell in filled]
    return any(map(_FOUND.fullmatch, titles)) and any(map(_RATING.fullmatch, titles))


def rated(columns: list[Column], rows: tuple[Row, ...]) -> list[Column] | None:
    """The columns of such a table, where every row has its rating; None for any other."""
    titles = [fold(column.title) for column in columns]
    found = next((at for at, title in enumerate(titles) if title and _FOUND.fullmatch(title)), None)
    ratings = [at for at, title in enumerate(titles) if title and _RATING.fullmatch(title)]
    rating = max(
        (at for at in ratings if found is not None and at < found), default=next(iter(ratings), None)
    )
    if found is None or rating is None or len(rows) < _FEWEST_ROWS:
        return None
    if any(at >= len(row.cells) or kind_rated(row.cells[at]) is None for row in rows for at in [rating]):
        return None
    kept = list(columns)
    kept[found] = Column(Holds.FINDINGS, columns[found].title, Sense(Role.FINDINGS, columns[found].title))
    kept[rating] = Column(Holds.RATING, columns[rating].title)
    if not any(column.holds is Holds.STRAND for column in kept) and kept[0].holds is Holds.OTHER:
        kept[0] = Column(Holds.STRAND, columns[0].title)
    return kept


def kind_rated(cell: Cell) -> Kind | None:
    """The kind for which a rating speaks: “met” for a strength, “partly met” for an area for consideration."""
    said = fold(cell_text(cell)).rstrip(".")
    if _MET.fullmatch(said):
        return Kind.STRENGTH
    return Kind.AREA if _UNMET.fullmatch(said) else None
