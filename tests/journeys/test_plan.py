"""From two areas of a review to its action plan: actions agreed at once, a milestone, and one that waits."""

import re
from collections.abc import Callable

import pytest

from portal.wording import day
from tests.journeys.steps import LEAD, days_ahead, log_review, new_title, record_area
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.browser


def test_officer_plans_what_will_be_done_about_two_areas(visitor_as: Callable[..., Visitor]) -> None:
    officer = visitor_as("officer")
    title = new_title("Visit to the front door")
    log_review(officer, title)
    review = officer.page.url.removeprefix(officer.portal.address)
    for words in ("Callers wait too long", "Nobody rings callers back"):
        officer.open(review)
        record_area(officer, words)

    officer.open(f"{review}findings/")
    first, second = agree_actions(officer)
    plan_the_first(officer, first)
    let_the_second_wait(officer, first, second)

    officer.open(f"{review}action-plan/")
    officer.look("Action plan")
    officer.sees("Callers wait too long")
    officer.sees(f"Due {day(days_ahead(10))}")


def agree_actions(officer: Visitor) -> list[str]:
    """Agree an action for each area; returns the titles of both."""
    officer.follow("Agree actions about several areas")
    officer.look("Agree actions about several areas")
    officer.press("Continue")
    officer.is_told(
        "Select the areas that something will be done about",
        focuses=officer.page.get_by_role("checkbox").first,
    )
    officer.look("Agree actions about several areas")
    for box in officer.page.get_by_role("checkbox").all():
        box.check()
    officer.tick("An action for each of them")
    officer.press("Continue")
    officer.look("Agree 2 actions")
    titles = [new_title("Answer every call"), new_title("Ring back within the hour")]
    areas = officer.page.get_by_role("group", name=re.compile(r"^F-\d"))
    for place, title in enumerate(titles):
        area = areas.nth(place)
        area.get_by_label("What will be done").fill(title)
        area.get_by_label("How you will know that it has worked").fill("Callers say so")
    officer.choose("Lead", LEAD)
    officer.fill_date("Due date", days_ahead(60))
    officer.press("Agree these actions")
    officer.sees("2 actions agreed")
    return titles


def plan_the_first(officer: Visitor, title: str) -> None:
    """Add a milestone, after one that would be due too late."""
    officer.follow(re.compile(re.escape(title)))
    officer.follow("Add a milestone")
    officer.look("Add a milestone")
    officer.fill("What will be reached", "The new rota has begun")
    officer.fill_date("Date it is due", days_ahead(61))
    officer.press("Save milestone")
    due = officer.page.get_by_role("group", name="Date it is due")
    officer.is_told("while the action runs", focuses=due.get_by_label("Day"))
    officer.look("Add a milestone")
    officer.fill_date("Date it is due", days_ahead(10))
    officer.press("Save milestone")
    officer.sees("The milestone is added")
    officer.look(title)


def let_the_second_wait(officer: Visitor, first: str, second: str) -> None:
    """Let the second action wait for the first, which then cannot wait for the second."""
    first_reference = reference_of(officer)
    here = officer.page.url.removeprefix(officer.portal.address)
    officer.open("/actions/?sort=newest")
    officer.follow(re.compile(re.escape(second)))
    second_reference = reference_of(officer)
    officer.follow("Say what it waits for")
    officer.fill("Which action does it wait for?", first_reference)
    officer.press("Save")
    officer.sees(f"{second_reference} waits for {first_reference}")
    officer.look(second)

    officer.open(here)
    officer.sees(second)
    officer.follow("Say what it waits for")
    officer.fill("Which action does it wait for?", second_reference)
    officer.press("Save")
    officer.is_told(
        "Two actions cannot wait for each other", focuses=officer.field("Which action does it wait for?")
    )
    officer.look("Say what it waits for")


def reference_of(officer: Visitor) -> str:
    """The reference of the action whose page is open."""
    found = re.search(r"A-\d{4}-\d+", officer.page.title())
    assert found is not None
    return found.group()
