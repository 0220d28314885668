"""One action about findings of two reviews, from agreed to proven: it slips, is delivered, and helps only later."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from portal.wording import day
from tests.journeys.running import days_later
from tests.journeys.steps import days_ahead, log_review, new_title, record_area
from tests.journeys.visitor import NARROW, Visitor

pytestmark = pytest.mark.browser
LEAD = "Assistant Director, Safeguarding and Care (Fenwold Council)"
COMMITTEE = "Children and Young People Scrutiny Committee"
DONE = "The rota is filled and in use at every front door"
HEARD = "Eleven of twelve families say that they were called back the same day"
LOOK_AGAIN_DAYS = 90
NOT_SHOWN, SHOWN = "Addressed, improvement not shown", "Addressed and improved"


def test_action_about_two_reviews_is_proven(visitor_as: Callable[..., Visitor]) -> None:
    officer = visitor_as("officer")
    title = new_title("Call every family back the same day")
    areas = [record_in_new_review(officer, words) for words in ("Families wait", "Callers give up")]
    address = agree(officer, title, areas)
    lead = visitor_as("manager", size=NARROW)
    post_the_first_update(lead, title, address)
    ask_for_more_time(lead, title)
    decider = visitor_as("director")
    grant_it_for_the_committee(decider, title, address)
    deliver_with_evidence(lead, title, address)

    lead.is_refused(f"{address}sign-offs/add/", status=403)
    sign_off_without_a_difference(decider, title, address)
    for area in areas:
        see_progress(officer, area, NOT_SHOWN)

    add_what_families_say(lead, title, address)
    do_not_owe_it_yet(decider, title)
    with days_later(decider.portal, LOOK_AGAIN_DAYS) as portal:
        owe_it_now(visitor_as("director", at=portal), title)
    look_again(decider, title, address)
    for area in areas:
        see_progress(officer, area, SHOWN)
    officer.open(address)
    for told in ("Agreed", "Due date slipped by 60 days", "Reported as delivered", "Look again on", HEARD):
        officer.sees(told)


def record_in_new_review(officer: Visitor, words: str) -> str:
    """Log a review and record an area in it; returns the finding's address."""
    log_review(officer, new_title("Visit to the front door"))
    record_area(officer, words)
    return officer.page.url.removeprefix(officer.portal.address)


def agree(officer: Visitor, title: str, areas: list[str]) -> str:
    """Agree an action about both findings, led by a manager; returns its address."""
    officer.open(areas[1])
    other = officer.page.get_by_role("heading", level=1).inner_text().removeprefix("Finding ")
    officer.open(areas[0])
    officer.sees("Nothing agreed")
    officer.follow("Agree an action")
    officer.fill("What will be done", title)
    officer.fill("How you will know that it has worked", "Families say that they were called back")
    officer.fill("Other findings that the action is about (optional)", other)
    officer.choose("Lead", LEAD)
    officer.fill_date("Start date", days_ahead(0))
    officer.fill_date("Due date", days_ahead(60))
    officer.press("Agree action")
    officer.look(title)
    officer.sees("Families wait")
    officer.sees("Callers give up")
    return officer.page.url.removeprefix(officer.portal.address)


def post_the_first_update(lead: Visitor, title: str, address: str) -> None:
    """Report that half is done."""
    lead.open(address)
    lead.follow("Post an update")
    lead.look("Post an update")
    lead.fill("What has happened since the last update", "Half of the rota is filled")
    lead.fill("How much is done, in per cent", "50")
    lead.tick("Medium")
    lead.press("Post update")
    lead.sees("Half of the rota is filled")
    lead.look(title)


def ask_for_more_time(lead: Visitor, title: str) -> None:
    """Ask for sixty days."""
    lead.follow("Ask for an extension")
    lead.look("Ask for an extension")
    lead.fill_date("New due date", days_ahead(120))
    lead.fill("Why is more time needed?", "Two posts are empty until the autumn")
    lead.press("Ask for the extension")
    lead.sees("A manager will decide")
    lead.look(title)


def grant_it_for_the_committee(decider: Visitor, title: str, address: str) -> None:
    """Record that a committee granted the extension; without the day of its meeting it is not taken."""
    decider.open(address)
    decider.follow("Decide the extension")
    decider.look("Decide the extension")
    decider.tick("Grant it")
    decider.fill("Why?", "Members heard why and want a report in the spring")
    decider.field("Committee that decided this (optional)").select_option(COMMITTEE)
    decider.press("Save decision")
    met = decider.page.get_by_role("group", name="Date of its meeting")
    decider.is_told("Enter the date of the committee’s meeting", focuses=met.get_by_label("Day"))
    decider.look("Decide the extension")
    decider.fill_date("Date of its meeting", days_ahead(-1))
    decider.press("Save decision")
    decider.sees(f"{COMMITTEE}, {day(days_ahead(-1))}")
    decider.sees(f"Extended once, 60 days after the original date of {day(days_ahead(60))}")
    decider.look(title)


def deliver_with_evidence(lead: Visitor, title: str, address: str) -> None:
    """Add what shows that it is done, and say so."""
    add_evidence(lead, address, "Observation of practice", DONE)
    lead.look(title)
    lead.follow("Post an update")
    lead.fill("What has happened since the last update", "All of it is done")
    lead.fill("How much is done, in per cent", "100")
    lead.tick("High")
    lead.tick("This action is delivered")
    lead.press("Post update")
    lead.sees("Delivered, awaiting sign-off")
    lead.look(title)


def add_evidence(lead: Visitor, address: str, kind: str, shows: str) -> None:
    """Add a piece of evidence of yesterday."""
    lead.open(address)
    lead.follow("Add evidence")
    lead.look("Add evidence")
    lead.tick(kind)
    lead.fill("What does it show?", shows)
    lead.fill_date("Date of the evidence", days_ahead(-1))
    lead.press("Add evidence")
    lead.sees(shows)


def sign_off_without_a_difference(decider: Visitor, title: str, address: str) -> None:
    """Sign off as delivered; a difference that nothing shows is not taken, so it is looked at again."""
    decider.open(address)
    decider.follow("Sign off")
    decider.look("Sign off")
    answer(decider, "Was it delivered as agreed?", "Yes")
    answer(decider, "Evidence that it was delivered", re.compile(DONE))
    answer(decider, "Has it made a difference to children?", "Yes")
    decider.fill("How do you know?", "I saw the rota in use")
    decider.press("Save sign-off")
    decider.is_told(re.compile("Select the evidence that it has made a difference"))
    decider.look("Sign off")
    answer(decider, "Has it made a difference to children?", "Not yet")
    decider.press("Save sign-off")
    decider.is_told("Enter the date to look again at whether it has made a difference")
    decider.fill_date("Date to look again", days_ahead(LOOK_AGAIN_DAYS))
    decider.press("Save sign-off")
    decider.sees("The sign-off is saved")
    decider.sees(f"Look again on {day(days_ahead(LOOK_AGAIN_DAYS))}")
    decider.look(title)


def add_what_families_say(lead: Visitor, title: str, address: str) -> None:
    """Add evidence of the difference to an action that is signed off and waits for a second look."""
    add_evidence(lead, address, "Feedback from children or families", HEARD)
    lead.look(title)


def do_not_owe_it_yet(decider: Visitor, title: str) -> None:
    """The second look is no work before its day."""
    decider.open("/my-work/?show=decisions")
    decider.look("Waiting for your decision")
    decider.does_not_see(title)


def owe_it_now(decider: Visitor, title: str) -> None:
    """On its day the second look is among what waits for whoever signs off, and leads to the questions."""
    decider.open("/my-work/?show=decisions")
    decider.look("Waiting for your decision")
    waiting = decider.page.get_by_role("listitem").filter(has_text=title)
    expect(waiting).to_contain_text(f"To be looked at again by {day(days_ahead(LOOK_AGAIN_DAYS))}")
    decider.follow(re.compile("^Look again at the difference"), within=waiting)
    decider.look("Look again at the difference")
    decider.sees(title)


def look_again(decider: Visitor, title: str, address: str) -> None:
    """Answer the second question anew, from its own evidence, in the light of the first answer."""
    decider.open(address)
    decider.follow("Look again at the difference")
    decider.look("Look again at the difference")
    decider.sees("I saw the rota in use")
    answer(decider, "Has it made a difference to children?", "Yes")
    answer(decider, "Evidence that it has made a difference", re.compile(HEARD))
    decider.fill("How do you know?", "Families say so themselves")
    decider.press("Save what you found")
    decider.sees("What you found is saved")
    decider.does_not_see("Look again at the difference")
    decider.look(title)


def answer(decider: Visitor, question: str, choice: str | re.Pattern[str]) -> None:
    """Choose an answer to one of the questions."""
    decider.page.get_by_role("group", name=question).get_by_label(choice).check()


def see_progress(officer: Visitor, area: str, progress: str) -> None:
    """See what became of a finding on its page, and find it in the register by that."""
    officer.open(area)
    officer.sees(f"{progress}.")
    officer.look(re.compile("Finding F-"))
    reference = officer.page.get_by_role("heading", level=1).inner_text().removeprefix("Finding ")
    officer.open(f"/findings/?progress={'improved' if progress == SHOWN else 'unproven'}&words={reference}")
    officer.look("Findings")
    officer.sees(reference)
