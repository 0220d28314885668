"""Tables in which one column holds a view of each subject, beside what it rests on and what is planned."""

from __future__ import annotations

import re
from dataclasses import replace

from .. import tabular
from ..blocks import Row, cell_text
from ..text import fold
from .layout import Column, Holds
from .sense import Role, Sense

_VIEW, _EVIDENCE, _PLAN = (
    re.compile(pattern) for pattern in (tabular.VIEW_COLUMNS, tabular.EVIDENCE_COLUMNS, tabular.PLAN_COLUMNS)
)
_FEWEST_WORDS = 4
_LEAST_SHARE = 0.5


def viewed(columns: list[Column], rows: tuple[Row, ...]) -> list[Column] | None:
    """The columns of such a table, of which the view may be a finding; None for any other."""
    titles = [fold(column.title).rstrip(" ?:") for column in columns]
    view = next((at for at, title in enumerate(titles) if at and _VIEW.fullmatch(title)), None)
    if view is None or not _states(rows, view):
        return None
    others = [title for at, title in enumerate(titles) if title and at != view]
    if not any(_EVIDENCE.fullmatch(title) or _PLAN.fullmatch(title) for title in others):
        return None
    kept = [column if column.holds in _KEPT else replace(column, holds=Holds.OTHER) for column in columns]
    kept[view] = Column(Holds.FINDINGS, columns[view].title, Sense(Role.FINDINGS, columns[view].title))
    if not any(column.holds is Holds.STRAND for column in kept):
        kept[0] = Column(Holds.STRAND, columns[0].title)
    return kept


_KEPT = frozenset({Holds.STRAND, Holds.NUMBER})


def _states(rows: tuple[Row, ...], view: int) -> bool:
    """Whether most cells of a column say something, as grades do not."""
    said = [cell_text(row.cells[view]) for row in rows if view < len(row.cells) and row.cells[view].blocks]
    return sum(len(text.split()) >= _FEWEST_WORDS for text in said) > len(said) * _LEAST_SHARE
