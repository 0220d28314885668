"""An officer says whether a finding was raised before: one suggestion is confirmed, another dismissed."""

import re
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from tests.journeys.steps import days_ahead, log_review, new_title, record_area
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.browser
COMPARED_WITHIN_SECONDS = 60
YEARS_AGO = 3 * 365
BEFORE = "Missing children wait for a return-home interview"
ALSO_BEFORE = "Return-home interviews of missing children do not reach the police"
NOW = "Return-home interviews are offered late to missing children"


def test_area_is_linked_to_what_an_earlier_review_said(visitor_as: Callable[..., Visitor]) -> None:
    officer = visitor_as("officer")
    log_review(officer, new_title("Earlier visit"), reported_days_ago=YEARS_AGO)
    review = officer.page.url
    earlier = record(officer, review, BEFORE)
    other = record(officer, review, ALSO_BEFORE)
    log_review(officer, new_title("Later visit"))
    later = officer.page.url
    area = record(officer, later, NOW)

    officer.page.goto(f"{later}findings/")
    officer.follow("Check for recurrences")
    wait_until_compared(officer, area, earlier)
    question = officer.page.get_by_role("region", name=re.compile(area))
    expect(question.locator("blockquote mark").first).to_be_visible()
    expect(about(question, earlier)).to_contain_text(re.compile("alike: .*return-home interview"))
    officer.look("Check for recurrences")

    about(question, other).get_by_role("button", name="No, something else").click()
    officer.sees(f"{other} is not suggested for {area} any more")
    about(question, earlier).get_by_role("button", name=re.compile("^Yes")).click()
    officer.sees(f"{area} is linked to {earlier}")

    officer.page.goto(f"{later}findings/")
    officer.follow(re.compile(area))
    officer.look(re.compile(area))
    officer.follow(f"Raised twice since {days_ahead(-YEARS_AGO).year}")
    officer.look("Findings")
    officer.sees("2 findings")
    officer.sees(BEFORE)
    officer.sees(NOW)


def record(officer: Visitor, review: str, words: str) -> str:
    """Record an area on a review; returns its reference."""
    officer.page.goto(review)
    record_area(officer, words)
    heading = officer.page.get_by_role("heading", level=1)
    expect(heading).to_have_text(re.compile("^Finding F-"))
    return heading.inner_text().removeprefix("Finding ")


def wait_until_compared(officer: Visitor, area: str, earlier: str) -> None:
    """Open the page again until a worker has compared the area with the earlier one."""
    deadline = time.monotonic() + COMPARED_WITHIN_SECONDS
    while not officer.page.get_by_role("region", name=re.compile(area)).get_by_text(earlier).count():
        assert time.monotonic() < deadline, f"{area} was not compared with {earlier}"
        officer.page.wait_for_timeout(200)
        officer.page.reload()


def about(question: Locator, reference: str) -> Locator:
    """The suggestion that names an earlier finding."""
    return question.get_by_role("listitem").filter(has_text=reference)
