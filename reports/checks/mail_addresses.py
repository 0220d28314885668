"""E-mail addresses of people who are not the council's, nor another public body's."""

import re
from collections.abc import Iterator

from reports.checks.finding import Check
from reports.checks.known import PROVIDERS, Known
from reports.checks.patterns import finder

ADDRESS = re.compile(r"(?<![\w.+-])[\w.+’'-]{1,64}@(?:[\w-]{1,63}\.){1,5}[A-Za-z]{2,24}(?![\w-])")
PUBLIC_BODIES = (
    ".gov.uk",
    ".gov.wales",
    ".gov.scot",
    ".nhs.uk",
    "nhs.net",
    ".police.uk",
    ".sch.uk",
    ".parliament.uk",
)
MAILBOXES = re.compile(
    r"(?:admin|advice|complaints?|contact(?:us)?|enquir(?:y|ies)|feedback|hello|help(?:line)?|info(?:rmation)?|mail"
    r"|media|office|press|referrals?|reception|safeguarding|secretary|support|team|[._-])+",
    re.IGNORECASE,
)
"""What stands before the @ of an address that is nobody's own."""


def look(text: str) -> Iterator[str]:
    """Return addresses, but for those of public bodies and of mailboxes."""
    if "@" not in text:
        return
    for address in ADDRESS.findall(text):
        mailbox, _, domain = address.casefold().partition("@")
        is_shared = MAILBOXES.fullmatch(mailbox) and domain not in PROVIDERS
        if not is_shared and not f".{domain}".endswith(PUBLIC_BODIES):
            yield address


def is_the_councils(address: str, known: Known) -> bool:
    """Tell the addresses at which the council says that it can be reached, and others at its domains."""
    name = address.casefold()
    return name.partition("@")[2] in known.mail_domains or name in known.contacts.casefold()


CHECK = Check(
    "mail_addresses",
    "E-mail addresses",
    "Give the address of a team or of the council, in the contact details.",
    finder(look, "“{words}” looks like somebody’s own e-mail address.", is_right=is_the_councils),
)
