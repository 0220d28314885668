"""An officer logs a review, records what it found, answers it and agrees what will be done."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.steps import LEAD, PROVIDER, days_ahead, log_review, new_title, record_area
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.browser


def test_from_a_review_to_an_agreed_action(visitor_as: Callable[..., Visitor]) -> None:
    officer = visitor_as("officer")
    title = new_title("Peer review of the front door")

    log_the_review(officer, title)
    add_a_strand(officer, title)
    record_findings(officer, title)
    answer_the_area(officer)
    agree_the_action(officer)

    officer.follow("History", within=officer.page.get_by_role("navigation", name=re.compile("action", re.I)))
    officer.look("See every child within a working day")
    officer.open("/")
    officer.look(re.compile(r"\S"))


def log_the_review(officer: Visitor, title: str) -> None:
    officer.follow("Reviews")
    officer.look("Reviews")
    officer.follow("Log a review")
    officer.look("Log a review")
    officer.press("Save and continue")
    officer.is_told("Enter the title of the review", focuses=officer.field("Title"))
    officer.look("Log a review")

    officer.fill("Title", title)
    officer.tick("Reported")
    officer.choose("Kind of review", "Peer review")
    officer.choose("Carried out by", PROVIDER)
    officer.fill_date("Fieldwork started", days_ahead(-50))
    officer.fill_date("Fieldwork ended", days_ahead(-55))
    officer.fill_date("Report received", days_ahead(-30))
    officer.press("Save and continue")
    end = officer.page.get_by_role("group", name="Fieldwork ended")
    officer.is_told("Enter a date for the end of the fieldwork", focuses=end.get_by_label("Day"))
    officer.look("Log a review")

    officer.fill_date("Fieldwork ended", days_ahead(-48))
    officer.press("Save and continue")
    officer.sees("The review is logged")
    officer.look(title)


def add_a_strand(officer: Visitor, title: str) -> None:
    officer.follow("Add a strand")
    officer.look("Add a strand")
    officer.fill("Name", "Help at the front door")
    officer.tick("Early help and the front door")
    officer.press("Save and continue")
    officer.look(title)
    officer.sees("Help at the front door")


def record_findings(officer: Visitor, title: str) -> None:
    officer.follow("Record a finding")
    officer.look("Record a finding")
    officer.press("Save and continue")
    officer.is_told(
        "Choose whether it is a strength or an area for consideration", focuses=officer.field("Strength")
    )
    officer.look("Record a finding")

    officer.tick("Strength")
    officer.fill(
        "The reviewers’ words", "Callers are answered by people who know the children of the district"
    )
    officer.tick("Headline")
    officer.choose("Strand (optional)", "Help at the front door")
    officer.press("Save and continue")
    officer.look(re.compile(r"^Finding F-\d{4}-\d{3,}$"))
    officer.sees("Early help and the front door")

    officer.follow(title)
    officer.follow("Findings", within=officer.page.get_by_role("navigation", name=re.compile("review", re.I)))
    officer.look(title)
    officer.follow("Record a finding")
    officer.tick("Area for consideration")
    officer.fill("The reviewers’ words", "Some children wait two days before anybody sees them")
    officer.choose("Strand (optional)", "Help at the front door")
    officer.press("Save and continue")
    officer.look(re.compile(r"^Finding F-\d{4}-\d{3,}$"))


def answer_the_area(officer: Visitor) -> None:
    officer.follow("Respond")
    officer.look("Respond to the finding")
    officer.tick("Partly accepted")
    officer.press("Save response")
    officer.is_told("Enter the reason why", focuses=officer.field("Reason"))
    officer.look("Respond to the finding")

    officer.fill("Reason", "The wait is over weekends only, and staff are being found")
    officer.press("Save response")
    officer.sees("The wait is over weekends only, and staff are being found")
    officer.look(re.compile(r"^Finding F-"))


def agree_the_action(officer: Visitor) -> None:
    officer.follow("Agree an action")
    officer.look("Agree an action")
    officer.fill("What will be done", "See every child within a working day")
    officer.fill("How you will know that it has worked", "No child waits longer than a working day")
    officer.choose("Lead", LEAD)
    officer.fill_date("Start date", days_ahead(30))
    officer.fill_date("Due date", days_ahead(20))
    officer.press("Agree action")
    due = officer.page.get_by_role("group", name="Due date")
    officer.is_told("The due date must be after the start date", focuses=due.get_by_label("Day"))
    officer.look("Agree an action")

    officer.fill_date("Due date", days_ahead(90))
    officer.press("Agree action")
    officer.sees("is agreed")
    officer.look("See every child within a working day")
    officer.sees("Some children wait two days before anybody sees them")


def test_second_of_two_people_is_told_who_changed_the_finding(visitor_as: Callable[..., Visitor]) -> None:
    first, second = visitor_as("officer"), visitor_as("manager")
    log_review(first, new_title("Audit of referrals"))
    record_area(first, "Referrals are not always answered in writing")
    address = first.page.url.removeprefix(first.portal.address)
    first.follow("Edit the finding")
    second.open(f"{address}edit/")

    first.fill("The reviewers’ words", "Referrals are seldom answered in writing")
    first.press("Save and continue")
    first.sees("Referrals are seldom answered in writing")
    second.fill("Place in the document (optional)", "Page 4, third bullet")
    second.press("Save and continue")

    second.is_told(re.compile("This was changed by .+ after you opened it"))
    second.is_told("Referrals are seldom answered in writing")
    expect(second.field("Place in the document (optional)")).to_have_value("Page 4, third bullet")
    second.look("Edit the finding")
    second.fill("The reviewers’ words", "Referrals are seldom answered in writing")
    second.press("Save and continue")
    second.sees("Page 4, third bullet")
    second.sees("Referrals are seldom answered in writing")


def test_form_that_is_sent_twice_records_once(visitor_as: Callable[..., Visitor]) -> None:
    officer = visitor_as("officer")
    log_review(officer, new_title("Focused visit"))
    review = officer.page.url
    officer.follow("Record a finding")
    officer.tick("Strength")
    officer.fill("The reviewers’ words", "Social workers see children alone")

    form = officer.page.locator("main form")
    form.evaluate("form => fetch(form.action, { method: 'POST', body: new FormData(form) })")
    officer.press("Save and continue")

    officer.sees("Social workers see children alone")
    officer.page.goto(f"{review}findings/")
    expect(officer.page.get_by_text("Social workers see children alone")).to_have_count(1)
