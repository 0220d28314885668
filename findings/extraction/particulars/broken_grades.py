"""A grade that a narrow column broke over several lines, put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..text import fold

_LONG_GRADE = ["requires", "improvement", "to", "be", "good"]
"""The one grade of the scales that is too long for a narrow column."""
GAP = re.compile(r"\s{2,}|\t")
"""What parts the columns of plain text."""


def with_whole_grades(lines: Sequence[str]) -> list[str]:
    """The lines with each broken grade whole in its first, as its end alone would read like a better grade."""
    whole: list[str] = []
    open_at, begun = -1, ""
    for line in lines:
        *before, cell = GAP.split(line.strip())
        goes_on = bool(begun) and (not before or cell[:1].islower()) and _begins_grade(f"{begun} {cell}")
        if cell and goes_on:
            begun = f"{begun} {cell}"
            whole[open_at] = f"{whole[open_at].rstrip()} {cell}"
            line = line.rstrip().removesuffix(cell).rstrip()
        elif cell:
            open_at, begun = len(whole), cell if _begins_grade(cell) else ""
        if line or not cell:
            whole.append(line)
    return whole


def _begins_grade(text: str) -> bool:
    words = fold(text).split()
    return words == _LONG_GRADE[: len(words)]
