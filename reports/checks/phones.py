"""Telephone numbers."""

import re
from collections.abc import Iterator

import phonenumbers

from reports.checks.finding import Check
from reports.checks.known import Known
from reports.checks.patterns import finder
from reports.checks.reading import LONGEST_KEPT, PASSAGES_KEPT, Reading
from reports.rendering.remembered import remembered

REGION = "GB"
BEGINS_A_NUMBER = ("0", "+", "(0")
FEWEST_DIGITS = 10


def look(text: str, known: Known, reading: Reading) -> Iterator[str]:
    """Return telephone numbers, but for those at which the council says that it can be reached."""
    numbers = numbers_in(text)
    contacts = digits(f"{known.contacts} {known.contact_line}") if numbers else ""
    yield from (number for number in numbers if digits(number) not in contacts)


@remembered(texts=PASSAGES_KEPT, longest=LONGEST_KEPT)
def numbers_in(text: str) -> tuple[str, ...]:
    """Return all telephone numbers of a text, which are the same whenever they are looked for."""
    found = phonenumbers.PhoneNumberMatcher(text, REGION, phonenumbers.Leniency.POSSIBLE)
    written = (match.raw_string for match in found)
    return tuple(
        number
        for number in written
        if number.startswith(BEGINS_A_NUMBER) and len(digits(number)) >= FEWEST_DIGITS
    )


def digits(text: str) -> str:
    """Return the digits of a text."""
    return re.sub(r"\D", "", text)


CHECK = Check(
    "phones",
    "Telephone numbers",
    "Give the number of a team or of the council, in the contact details.",
    finder(look, "“{words}” looks like a telephone number.", has_digits=True),
)
