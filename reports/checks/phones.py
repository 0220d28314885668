"""Telephone numbers."""

import re
from collections.abc import Iterator

import phonenumbers

from reports.checks.finding import Check
from reports.checks.known import Known
from reports.checks.patterns import finder
from reports.checks.reading import Reading

REGION = "GB"
BEGINS_A_NUMBER = ("0", "+", "(0")
FEWEST_DIGITS = 10


def look(text: str, known: Known, reading: Reading) -> Iterator[str]:
    """Return telephone numbers, but for those at which the council says that it can be reached."""
    contacts = digits(f"{known.contacts} {known.contact_line}")
    for found in phonenumbers.PhoneNumberMatcher(text, REGION, phonenumbers.Leniency.POSSIBLE):
        number = digits(found.raw_string)
        is_number = found.raw_string.startswith(BEGINS_A_NUMBER) and len(number) >= FEWEST_DIGITS
        if is_number and number not in contacts:
            yield found.raw_string


def digits(text: str) -> str:
    """Return the digits of a text."""
    return re.sub(r"\D", "", text)


CHECK = Check(
    "phones",
    "Telephone numbers",
    "Give the number of a team or of the council, in the contact details.",
    finder(look, "“{words}” looks like a telephone number."),
)
