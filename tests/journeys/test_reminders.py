"""An action lead chooses reminders, and reads what they owe in a calendar program."""

import re
import urllib.error
import urllib.request
from collections.abc import Callable

import pytest
from icalendar import Calendar

from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.browser


def test_lead_chooses_reminders(visitor_as: Callable[..., Visitor]) -> None:
    lead = visitor_as("lead")
    lead.open("/account/")
    lead.follow("Your reminders by e-mail")
    lead.look("Your reminders")

    for box in lead.page.get_by_role("checkbox").all():
        box.uncheck()
    lead.press("Save")
    first = lead.field("My actions that are overdue, each week")
    lead.is_told("Select what you want to be reminded of", focuses=first)
    lead.look("Your reminders")
    lead.tick("My actions that are overdue, each week")
    lead.tick("Once a week, on Monday")
    lead.press("Save")

    lead.look("Your account")
    lead.sees("Your choice is saved")
    lead.sees("once a week, on monday")


def test_lead_gives_a_calendar_another_address(visitor_as: Callable[..., Visitor]) -> None:
    lead = visitor_as("lead")
    lead.open("/account/")
    lead.follow("Your actions in your calendar")
    lead.look("Your calendar")
    lead.follow("Make a secret address")
    lead.look("Make a secret address")
    lead.press("Make a secret address")
    lead.look("The address of your calendar")
    first = address_on(lead)
    assert re.fullmatch(r"A-\d{4}-\d{3} (due|milestone)", summaries(first)[0])

    lead.follow("Back to your calendar")
    lead.follow("End the address")
    lead.look("End the address of your calendar?")
    lead.press("End the address")
    lead.sees("The address no longer works")
    lead.look("Your calendar")
    with pytest.raises(urllib.error.HTTPError, match="404"):
        summaries(first)

    lead.follow("Make a secret address")
    lead.tick(re.compile("Also what will be done"))
    lead.press("Make a secret address")
    assert re.fullmatch(r"A-\d{4}-\d{3} (due|milestone): .+", summaries(address_on(lead))[0])


def address_on(lead: Visitor) -> str:
    """The address that the page shows."""
    return lead.page.locator("#address").inner_text()


def summaries(address: str) -> list[str]:
    """What a calendar program, which is not signed in, reads at an address."""
    with urllib.request.urlopen(address, timeout=10) as answer:
        return [str(event["SUMMARY"]) for event in Calendar.from_ical(answer.read()).events]
