"""Postcodes and addresses of houses."""

import re
from collections.abc import Iterator

from reports.checks.finding import Check
from reports.checks.known import Known
from reports.checks.patterns import finder
from reports.checks.reading import Reading

POSTCODE = re.compile(r"\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})\b")
ROADS = "Street|Road|Avenue|Lane|Close|Drive|Crescent|Terrace|Gardens|Grove|Court|Place|Square|Way"
HOUSE = re.compile(rf"\b\d{{1,4}}[A-Za-z]?,? (?:[A-Z][\w’'-]+ ){{1,3}}(?:{ROADS})\b")


def look(text: str, known: Known, reading: Reading) -> Iterator[str]:
    """Return postcodes and houses, but for what stands in the council's own contact line."""
    for pattern in (HOUSE, POSTCODE):
        yield from (words for words in pattern.findall(text) if words not in known.contact_line)


CHECK = Check(
    "addresses",
    "Postcodes and addresses",
    "Name the area or leave it out.",
    finder(look, "“{words}” looks like where somebody lives.", has_digits=True),
)
