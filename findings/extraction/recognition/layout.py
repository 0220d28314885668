"""How a table is laid out: what each of its columns holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from .. import tabular
from ..text import fold
from .sense import Sense

_ASPECT = re.compile(tabular.ASPECT_COLUMNS)


class Holds(StrEnum):
    """What a column holds."""

    STRAND = "strand"
    FINDINGS = "findings"
    KIND = "kind"
    NUMBER = "number"
    REASON = "reason"
    RATING = "rating"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it holds, and of which kind its findings are if its heading says so."""

    holds: Holds
    title: str = ""
    sense: Sense | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table and where its rows begin."""

    columns: tuple[Column, ...]
    first_row: int
    sparing: bool = False
    """Whether it tells of much, of which only what praises or finds fault is a finding."""

    @property
    def labels_aspects(self) -> bool:
        """Whether its rows are what one exercise looked at, rather than strands of it."""
        at = self.position(Holds.STRAND)
        return at is not None and _ASPECT.fullmatch(fold(self.columns[at].title)) is not None

    def position(self, holds: Holds) -> int | None:
        """The first column that holds such a thing."""
        return next((index for index, column in enumerate(self.columns) if column.holds is holds), None)
