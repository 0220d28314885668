"""Postcodes and addresses of houses."""

import re
from collections.abc import Iterator

from reports.checks.finding import Check
from reports.checks.known import Known
from reports.checks.patterns import finder

POSTCODE = re.compile(r"\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})\b")
ROADS = "Street|Road|Avenue|Lane|Close|Drive|Crescent|Terrace|Gardens|Grove|Court|Place|Square|Way"
HOUSE = re.compile(rf"\b\d{{1,4}}[A-Za-z]?,? (?:[A-Z][\w’'-]+ ){{1,3}}(?:{ROADS})\b")


def look(text: str) -> Iterator[str]:
    """Return postcodes and houses."""
    for pattern in (HOUSE, POSTCODE):
        yield from pattern.findall(text)


def is_the_councils(words: str, known: Known) -> bool:
    """Tell what stands in the council's own contact line."""
    return words in known.contact_line


CHECK = Check(
    "addresses",
    "Postcodes and addresses",
    "Name the area or leave it out.",
    finder(look, "“{words}” looks like where somebody lives.", is_right=is_the_councils, has_digits=True),
)
