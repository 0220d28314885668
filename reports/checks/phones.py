"""Telephone numbers."""

import re
from collections.abc import Iterator

from reports.checks.finding import Check
from reports.checks.known import Known
from reports.checks.patterns import finder

REGION = "GB"
BEGINS_A_NUMBER = ("0", "+", "(0")
FEWEST_DIGITS = 10


def look(text: str) -> Iterator[str]:
    """Return telephone numbers."""
    # Imported here: loading it takes as long as answering a page does, and most processes look for no number.
    import phonenumbers

    for match in phonenumbers.PhoneNumberMatcher(text, REGION, phonenumbers.Leniency.POSSIBLE):
        number = match.raw_string
        if number.startswith(BEGINS_A_NUMBER) and len(digits(number)) >= FEWEST_DIGITS:
            yield number


def is_the_councils(number: str, known: Known) -> bool:
    """Tell the numbers at which the council says that it can be reached."""
    return digits(number) in digits(f"{known.contacts} {known.contact_line}")


def digits(text: str) -> str:
    """Return the digits of a text."""
    return re.sub(r"\D", "", text)


CHECK = Check(
    "phones",
    "Telephone numbers",
    "Give the number of a team or of the council, in the contact details.",
    finder(look, "“{words}” looks like a telephone number.", is_right=is_the_councils, has_digits=True),
)
