"""Columns of what is recommended, and of what is said about it beside."""

from __future__ import annotations

import re

from .. import tabular
from ..blocks import Cell, cell_text
from ..text import fold
from ..vocabulary import Kind
from .layout import Column, Holds
from .sense import Role, Sense, sense_of_heading

REASON, BESIDE = re.compile(tabular.REASON_COLUMNS), re.compile(tabular.BESIDE_RECOMMENDATIONS)
_RECOMMENDS, _ACTIONS = re.compile(tabular.RECOMMENDING_COLUMNS), re.compile(tabular.RECOMMENDED_ACTIONS)
_PLAN = re.compile(tabular.PLAN_COLUMNS, re.DOTALL)
_SURE = 0.9


def heads_recommendations(filled: list[Cell]) -> bool:
    """Whether a row heads what is recommended and what is said of it, as why and at what cost."""
    texts = [fold(cell_text(cell)).rstrip(" .:…?") for cell in filled]
    beside = [BESIDE.fullmatch(text) or _PLAN.fullmatch(text) for text in texts]
    recommends = [recommendation_in(cell_text(cell)) is not None for cell in filled]
    rest = [by for by, recommending in zip(beside, recommends, strict=True) if not recommending]
    if any(recommends):
        return any(rest)
    return sum(map(bool, beside)) > 1 and any(REASON.fullmatch(text) for text in texts[1:])


def recommendation_in(title: str) -> Sense | None:
    """What a heading says that stands over recommendations."""
    sense = sense_of_heading(title)
    if sense.role is Role.KIND and sense.recommends:
        return sense
    if _RECOMMENDS.fullmatch(fold(title).rstrip(" .:…?")):
        return Sense(Role.KIND, title.rstrip(" .:…"), kind=Kind.AREA, weight=_SURE, recommends=True)
    return None


def recommending(columns: list[Column]) -> list[Column]:
    """Where recommendations stand and no column is headed so, the first that says nothing else of them."""
    if any(column.sense is not None for column in columns):
        return columns
    for index, column in enumerate(columns):
        title = fold(column.title)
        beside = _PLAN.fullmatch(title) or BESIDE.fullmatch(title)
        if column.holds is Holds.OTHER and title and (not beside or _ACTIONS.fullmatch(title)):
            sense = Sense(Role.KIND, column.title, kind=Kind.AREA, weight=_SURE, recommends=True)
            return [*columns[:index], Column(Holds.FINDINGS, column.title, sense), *columns[index + 1 :]]
    return columns
