"""References of cases, by which a family can be found."""

import re
from collections.abc import Iterator

from reports.checks.finding import Check
from reports.checks.patterns import finder

NUMBER = r"[A-Z]{0,4}[-/]?\d(?:[A-Z/-]?\d){3,}"
CASE = re.compile(
    r"\b(?i:(?:case|file|client|child|person|referral|court|crime|incident|police|LCS|Mosaic|UPN|URN)"
    r"(?:\s+(?:number|no|reference|ref|id))?\.?)\s*[:#]?\s*"
    rf"({NUMBER})(?![\w-])"
)
COURT = re.compile(r"\b[A-Z]{2}\d{2}[A-Z]\d{5}\b")
YEAR = re.compile(r"(?:19|20)\d\d(?:[-/]\d{2,4})?")


def look(text: str) -> Iterator[str]:
    """Return what is called a case, and the numbers that family courts give; years are none."""
    yield from (words for words in CASE.findall(text) if not YEAR.fullmatch(words))
    yield from COURT.findall(text)


CHECK = Check(
    "cases",
    "References of cases",
    "Leave the reference out: a family can be found by it.",
    finder(look, "“{words}” looks like the reference of a case.", has_digits=True),
)
