"""A commitment that one report makes and the next one answers, and what the committee resolved in between."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect

from portal.wording import day
from tests.journeys.steps import days_ahead, new_title
from tests.journeys.test_report import approve, draft_it, settle_checks, wait_for_edition
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.browser(minutes=1)
PROMISE = "The Head of Care will bring a count of visits to the next meeting."
ANSWER = "The visits were counted, and there were 412 of them."


@pytest.fixture
def committee(visitor_as: Callable[..., Visitor]) -> str:
    """A committee that meets today and in eight weeks."""
    administrator = visitor_as("admin")
    name = new_title("Promises Panel")
    administrator.open("/admin-area/committees/add/")
    administrator.fill("Name", name)
    administrator.press("Save and continue")
    for days in (0, 56):
        administrator.follow(f"Add a meeting of the {name}")
        administrator.fill_date("Date of the meeting", days_ahead(days))
        administrator.press("Save and continue")
    return name


def test_commitment_of_one_report_is_answered_in_the_next(
    visitor_as: Callable[..., Visitor], committee: str
) -> None:
    officer, manager, member = visitor_as("officer"), visitor_as("manager"), visitor_as("member")
    first = draft_it(officer, committee, new_title("Safeguarding report"))
    write(officer, PROMISE)
    record_it(officer)
    publish(officer, manager, first, late="The chair agreed to take it today")
    expect(row_of(member, committee)).to_contain_text(
        f"Not due yet Due at the meeting on {day(days_ahead(56))}. Owner: Head of Care"
    )
    resolve(officer, first)

    second = draft_it(officer, committee, new_title("Safeguarding report"))
    officer.sees(re.compile("bring a count of visits.*Still to be answered", re.DOTALL))
    write(officer, ANSWER)
    answer_it(officer)
    expect(row_of(member, committee)).to_contain_text("Not due yet")
    publish(officer, manager, second)

    row = row_of(member, committee)
    expect(row).to_contain_text("Answered")
    member.look("Commitments")
    member.follow(re.compile("paragraph .+ of the report to the meeting"), within=row)
    expect(member.page.locator(".portal-paragraph:target")).to_contain_text(ANSWER)
    member.open("/papers/resolutions/")
    member.look("Resolutions")


def write(officer: Visitor, words: str) -> None:
    """Add a paragraph to the introduction of the report whose page is open."""
    officer.follow("Edit the section Introduction")
    officer.fill("Text", f"{officer.field('Text').input_value()}\n\n{words}")
    officer.press("Save")


def record_it(officer: Visitor) -> None:
    """Record the sentence that seems to promise something."""
    officer.follow(re.compile("^Commitments$"))
    officer.look(re.compile("Safeguarding report"))
    officer.follow(re.compile(f"^Record it.*{PROMISE}"))
    officer.look("Record a commitment")
    officer.press("Save")
    officer.sees("The commitment is recorded")


def publish(officer: Visitor, manager: Visitor, address: str, *, late: str = "") -> None:
    """Take a draft to its publication; `late` says why there are not five clear days to the meeting."""
    settle_checks(officer, address)
    officer.follow("Send for review")
    officer.press("Send for review")
    approve(manager, address)
    wait_for_edition(manager.page)
    manager.follow("Publish")
    if late:
        manager.fill("Why is it published late?", late)
    manager.press("Publish the report")
    manager.sees("The report is published")


def row_of(member: Visitor, committee: str) -> Locator:
    """The committee's only commitment, as its members see it."""
    member.open("/papers/commitments/")
    return member.page.locator(".portal-records__item").filter(has_text=committee)


def resolve(officer: Visitor, address: str) -> None:
    """Record what the meeting resolved on the first recommendation, and what came of it."""
    officer.open(f"{address}resolutions/")
    officer.follow(re.compile("^Record what the committee resolved"))
    officer.look("Record what the committee resolved")
    officer.tick("Agreed in other words")
    officer.press("Save")
    officer.is_told(
        "Enter what the committee resolved instead",
        focuses=officer.field("If in other words: what it resolved instead"),
    )
    officer.look("Record what the committee resolved")
    officer.fill("If in other words: what it resolved instead", "Note the report with thanks")
    officer.fill("Who does it (optional)", "Head of Care")
    officer.fill_date("By when (optional)", days_ahead(7))
    officer.press("Save")
    officer.sees("The resolution is recorded")
    officer.follow(re.compile("^Record the outcome"))
    officer.fill("What came of it", "Members thanked the staff")
    officer.fill_date("Day on which it was done", days_ahead(0))
    officer.press("Save")
    officer.sees(f"Done on {day(days_ahead(0))}: Members thanked the staff")


def answer_it(officer: Visitor) -> None:
    """Link the commitment to the paragraph that answers it."""
    officer.follow(re.compile("^Commitments$"))
    officer.follow(re.compile(f"^Answer it in this report.*{PROMISE}"))
    officer.look("Answer a commitment")
    paragraphs = officer.field("Paragraph that answers it")
    chosen = paragraphs.locator("option").filter(has_text=ANSWER).get_attribute("value")
    paragraphs.select_option(chosen)
    officer.press("Save")
    officer.sees("The answer is recorded. It holds once this report is published")
