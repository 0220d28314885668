"""Lines that name what was graded and end with the grade, as “Leadership: Good” does."""

from __future__ import annotations

import re

_GRADES = r"(?:outstanding|good|adequate|inadequate|requires improvement(?: to be good)?)$"
_GRADE_AFTER = re.compile(rf"\s*[:–—]\s*{_GRADES}", re.IGNORECASE)
_GRADED = re.compile(rf"(?:^|\w\s+){_GRADES}", re.IGNORECASE)


def without_grade(title: str) -> str:
    """What a title names, so that the grade after a colon is no part of the name of a strand."""
    return _GRADE_AFTER.sub("", title)


def is_grade(title: str) -> bool:
    """Whether a title is a line of a list of grades, or a grade alone, which is no heading."""
    return _GRADED.search(without_grade(title)) is not None
