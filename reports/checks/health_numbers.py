"""NHS numbers."""

import re
from collections.abc import Iterator

from stdnum.gb import nhs

from reports.checks.finding import Check
from reports.checks.patterns import finder

TEN_DIGITS = re.compile(r"(?<![\d-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d-])")


def look(text: str) -> Iterator[str]:
    """Return numbers of ten digits whose last is the check digit of an NHS number."""
    yield from (words for words in TEN_DIGITS.findall(text) if nhs.is_valid(words))


CHECK = Check(
    "health_numbers",
    "NHS numbers",
    "Leave the number out.",
    finder(look, "“{words}” is an NHS number by its check digit.", has_digits=True),
)
