"""Dates of birth."""

import calendar
import re
from collections.abc import Iterable

from reports.checks.finding import Check
from reports.checks.patterns import finder

MONTH = "|".join(f"{name}|{name[:3]}" for name in calendar.month_name[1:])
DAY = (
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{MONTH})\.?,?\s+\d{{4}}|(?:{MONTH})\.?\s+\d{{1,2}},?\s+\d{{4}}"
)
CUE = r"born|birth|birthday|d\.?\s?o\.?\s?b\b\.?"
BIRTH = re.compile(CUE, re.IGNORECASE)
SOMEBODY_BORN = re.compile(
    rf"(?<!children )(?<!babies )(?<!infants )(?<!people )(?<!pupils )(?<!those )(?<!cohort )\bborn (?:in |around )?"
    rf"((?:{MONTH})\.?,? \d{{4}})\b(?! (?:and|to)\b)",
    re.IGNORECASE,
)
"""A month is told of one person; how many were born in it is a number."""
BORN = re.compile(
    rf"\b(?:{CUE})[^.;\n\d]{{0,25}}?\b({DAY})\b|\b({DAY})[\s,]*\(?(?:d\.?o\.?b\b|date of birth)",
    re.IGNORECASE,
)


def look(text: str) -> Iterable[str]:
    """Return the days that a text calls somebody's birth."""
    # Most texts speak of no birth, and looking for days as well takes several times as long.
    if not BIRTH.search(text):
        return []
    return [*(found[1] or found[2] for found in BORN.finditer(text)), *SOMEBODY_BORN.findall(text)]


CHECK = Check(
    "births",
    "Dates of birth",
    "Give an age or an age group, or leave it out.",
    finder(look, "“{words}” looks like a date of birth.", has_digits=True),
)
