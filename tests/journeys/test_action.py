"""An action's way from agreement to sign-off: what its lead does, and what a manager decides."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from portal.wording import day
from tests.journeys.steps import agree_action, days_ahead, log_review, new_title, record_area
from tests.journeys.visitor import NARROW, Visitor

pytestmark = pytest.mark.browser


@pytest.fixture
def agreed(visitor_as: Callable[..., Visitor]) -> tuple[str, str]:
    """The title and the address of an action that an officer has just agreed with the lead."""
    officer = visitor_as("officer")
    log_review(officer, new_title("Audit of missing children"))
    record_area(officer, "Children who come back are not always asked where they were")
    title = new_title("Ask every child who comes back")
    agree_action(officer, title)
    officer.look(title)
    return title, officer.page.url.removeprefix(officer.portal.address)


def test_lead_reports_on_a_telephone_and_a_manager_decides(
    visitor_as: Callable[..., Visitor], agreed: tuple[str, str]
) -> None:
    title, address = agreed
    lead = visitor_as("lead", size=NARROW)
    lead.look("My work")
    lead.follow(re.compile(re.escape(title)))
    lead.look(title)
    lead.sees("Children who come back are not always asked where they were")

    post_an_update(lead, title)
    ask_for_an_extension(lead, title)
    add_evidence(lead, title)
    decide_the_extension(visitor_as("manager"), title, address)
    say_delivered(lead, title)
    sign_off(visitor_as("manager"), title, address)

    lead.open(address)
    lead.sees("Signed off")
    lead.look(title)
    lead.open("/my-work/")
    lead.look("My work")


def post_an_update(lead: Visitor, title: str) -> None:
    lead.follow("Post an update")
    lead.look("Post an update")
    lead.press("Post update")
    lead.is_told("Enter what has happened", focuses=lead.field("What has happened since the last update"))
    lead.look("Post an update")
    lead.fill("What has happened since the last update", "The officers of the first district are trained")
    lead.fill("How much is done, in per cent", "40")
    lead.tick("Medium")
    lead.press("Post update")
    lead.sees("The officers of the first district are trained")
    lead.look(title)


def ask_for_an_extension(lead: Visitor, title: str) -> None:
    lead.follow("Ask for an extension")
    lead.look("Ask for an extension")
    lead.fill_date("New due date", days_ahead(10))
    lead.fill("Why is more time needed?", "The second district begins its training in a month")
    lead.press("Ask for the extension")
    asked = lead.page.get_by_role("group", name="New due date")
    lead.is_told("The new due date must be after the due date", focuses=asked.get_by_label("Day"))
    lead.look("Ask for an extension")
    lead.fill_date("New due date", days_ahead(120))
    lead.press("Ask for the extension")
    lead.sees("A manager will decide")
    lead.sees(f"An extension to {day(days_ahead(120))} waits for a decision")
    lead.look(title)


def add_evidence(lead: Visitor, title: str) -> None:
    lead.follow("Add evidence")
    lead.look("Add evidence")
    lead.tick("Observation of practice")
    lead.fill("What does it show?", "Nine of ten conversations are held within three days")
    lead.fill_date("Date of the evidence", days_ahead(2))
    lead.press("Add evidence")
    dated = lead.page.get_by_role("group", name="Date of the evidence")
    lead.is_told("must be today or in the past", focuses=dated.get_by_label("Day"))
    lead.fill_date("Date of the evidence", days_ahead(-2))
    lead.press("Add evidence")
    lead.sees("Nine of ten conversations are held within three days")
    lead.look(title)


def decide_the_extension(manager: Visitor, title: str, address: str) -> None:
    manager.open("/my-work/")
    manager.look("My work")
    waiting = manager.page.get_by_role("listitem").filter(has_text=title)
    manager.follow(re.compile("Decide the extension|extension", re.I), within=waiting)
    manager.look("Decide the extension")
    manager.tick("Grant it")
    manager.press("Save decision")
    manager.is_told("Enter the reason for your decision", focuses=manager.field("Why?"))
    manager.look("Decide the extension")
    manager.fill("Why?", "The training is booked and paid for")
    manager.press("Save decision")
    manager.sees("Your decision is saved")
    manager.sees(day(days_ahead(120)))
    manager.sees("Due date slipped by 60 days")
    manager.look(title)
    manager.is_refused(f"{address}no-such-page/", status=404)


def say_delivered(lead: Visitor, title: str) -> None:
    lead.page.reload()
    lead.follow("Post an update")
    lead.fill("What has happened since the last update", "All districts are trained and the list is in use")
    lead.fill("How much is done, in per cent", "100")
    lead.tick("High")
    lead.tick("This action is delivered")
    lead.press("Post update")
    lead.sees("Delivered")
    lead.look(title)


def sign_off(manager: Visitor, title: str, address: str) -> None:
    manager.open(address)
    manager.follow("Sign off")
    manager.look("Sign off")
    manager.press("Save sign-off")
    delivered = manager.page.get_by_role("group", name="Was it delivered as agreed?")
    difference = manager.page.get_by_role("group", name="Has it made a difference to children?")
    manager.is_told("Select whether it was delivered as agreed", focuses=delivered.get_by_label("Yes"))
    manager.look("Sign off")
    delivered.get_by_label("Yes").check()
    difference.get_by_label("Not yet").check()
    manager.fill("How do you know?", "I sat in on four of the conversations")
    manager.press("Save sign-off")
    manager.is_told("Select the evidence that it was delivered")
    manager.look("Sign off")
    rests_on = manager.page.get_by_role("group", name="Evidence that it was delivered")
    rests_on.get_by_label(re.compile("Nine of ten conversations")).check()
    manager.fill_date("Date to look again", days_ahead(180))
    manager.press("Save sign-off")
    manager.sees("The sign-off is saved")
    manager.sees(f"Look again on {day(days_ahead(180))}")
    manager.look(title)


def test_lead_sees_only_their_own_actions(visitor_as: Callable[..., Visitor]) -> None:
    officer, lead = visitor_as("officer"), visitor_as("lead", size=NARROW)
    officer.open("/actions/")
    everybodys = set(action_links(officer))
    lead.open("/my-work/")
    lead.look("My work")
    own = set(action_links(lead))
    assert own
    others = sorted(everybodys - own)
    assert others

    lead.is_refused(others[0], status=404)
    for register in ("/actions/", "/reviews/", "/findings/", "/dashboard/", "/reports/", "/papers/"):
        lead.open(register)
        expect(lead.page.get_by_role("heading", level=1)).to_have_text("You cannot do this")
    lead.is_refused("/admin-area/", status=403)


def test_managers_dashboard_leads_to_what_it_counts(visitor_as: Callable[..., Visitor]) -> None:
    manager = visitor_as("manager")
    manager.look("Dashboard")
    figures = manager.page.locator(".portal-figures__link")
    addresses = figures.evaluate_all("links => links.map(link => [link.href, link.innerText])")
    assert len(addresses) >= 4

    for address, text in addresses:
        number = int(re.findall(r"\d+", text)[0])
        manager.page.goto(address)
        assert rows_in_all(manager) == number, f"{address}: {text}"
    manager.look(re.compile(r"\S"))


def rows_in_all(visitor: Visitor) -> int:
    """The rows of a register, counted over all of its pages."""
    count = 0
    while True:
        count += visitor.page.locator(".portal-records__item").count()
        following = visitor.page.locator(".govuk-pagination__next a")
        if not following.count():
            return count
        visitor.page.goto(following.evaluate("link => link.href"))


def action_links(visitor: Visitor) -> list[str]:
    """The addresses of the actions in a list."""
    links = visitor.page.locator("main .portal-records__title a")
    paths: list[str] = links.evaluate_all("links => links.map(link => link.pathname)")
    return [path for path in paths if re.fullmatch(r"/actions/\d+/", path)]
