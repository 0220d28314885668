"""Steps that several journeys begin with, each done on the pages."""

import datetime
import functools
import itertools
import os
import re
import time

from django.utils.timezone import localdate

from tests.journeys.visitor import Visitor

PROVIDER = "Local Government Association"
LEAD = "Detective Superintendent, Public Protection (Wold Valley Police)"
READ_WITHIN_SECONDS = 60
LOOK_EVERY_MILLISECONDS = 200
_numbers = itertools.count(1)


@functools.cache
def first_day() -> datetime.date:
    """The day on which this journey began, as the portal tells days; each journey is told its own."""
    return localdate()


def days_ahead(days: int) -> datetime.date:
    """A day so many days from the one on which this journey began."""
    return first_day() + datetime.timedelta(days=days)


def new_title(words: str) -> str:
    """A title that no other journey uses."""
    return f"{words} {os.getpid()}-{next(_numbers)}"


def log_review(officer: Visitor, title: str, *, reported_days_ago: int = 30) -> None:
    """Log a review, a month from its fieldwork to its report; ends on its page."""
    officer.open("/reviews/add/")
    officer.fill("Title", title)
    officer.tick("Reported")
    officer.choose("Kind of review", "Peer review")
    officer.choose("Carried out by", PROVIDER)
    officer.fill_date("Fieldwork started", days_ahead(-reported_days_ago - 30))
    officer.fill_date("Fieldwork ended", days_ahead(-reported_days_ago - 26))
    officer.fill_date("Report received", days_ahead(-reported_days_ago))
    officer.press("Save and continue")


def record_area(officer: Visitor, words: str) -> None:
    """Record an area for consideration on the review whose page is open; ends on the finding's page."""
    officer.follow("Record a finding")
    officer.tick("Area for consideration")
    officer.fill("The reviewers’ words", words)
    officer.press("Save and continue")


def agree_action(officer: Visitor, title: str) -> None:
    """Agree an action with the sample's action lead on the finding whose page is open; ends on its page."""
    officer.follow("Agree an action")
    officer.fill("What will be done", title)
    officer.fill("How you will know that it has worked", "Every child is seen within a working day")
    officer.choose("Lead", LEAD)
    officer.fill_date("Start date", days_ahead(0))
    officer.fill_date("Due date", days_ahead(60))
    officer.press("Agree action")


def have_read(officer: Visitor, *, has_scripts: bool = True) -> None:
    """Send the document that was uploaded or pasted, and wait until the worker has read it."""
    officer.press("Read the document")
    officer.page.wait_for_url(re.compile(r"/(readings|intake)/\d+/"))
    deadline = time.monotonic() + READ_WITHIN_SECONDS
    being_read = officer.page.get_by_text("The document is not read yet")
    while being_read.is_visible():
        assert time.monotonic() < deadline, "The document was not read"
        if has_scripts:
            officer.page.wait_for_timeout(LOOK_EVERY_MILLISECONDS)
        else:
            with officer.page.expect_navigation():
                officer.follow("Refresh")
