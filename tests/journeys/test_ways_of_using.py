"""The portal by keyboard, without scripts, through search, and for somebody who is not signed in."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.steps import have_read, log_review, new_title
from tests.journeys.visitor import NARROW, Visitor

pytestmark = pytest.mark.browser
FEW_TABS = 25


def test_stranger_finds_the_way_in(visitor: Callable[..., Visitor]) -> None:
    stranger = visitor()
    stranger.open("/actions/")
    stranger.look("Sign in")

    stranger.press("Sign in")
    stranger.is_told("Enter your e-mail address", focuses=stranger.field("E-mail address"))
    stranger.look("Sign in")
    stranger.fill("E-mail address", stranger.portal.email("officer"))
    stranger.fill("Password", "not the password")
    stranger.press("Sign in")
    stranger.is_told("Check your e-mail address and password")
    stranger.look("Sign in")
    stranger.follow("Forgotten your password?")
    stranger.look(re.compile(r"\S"))
    stranger.fill("E-mail address", "nobody@example.org")
    stranger.press("Send the link")
    stranger.look(re.compile(r"\S"))
    stranger.follow("Accessibility statement")
    stranger.look("Accessibility statement")
    stranger.is_refused("/no-such-page/", status=404)

    stranger.open("/actions/")
    stranger.fill("E-mail address", stranger.portal.email("officer"))
    stranger.fill("Password", stranger.portal.password)
    stranger.page.keyboard.press("Enter")
    stranger.look("Actions")


def test_review_is_opened_by_keyboard_alone(visitor_as: Callable[..., Visitor]) -> None:
    officer = visitor_as("officer")
    officer.open("/reviews/")
    page = officer.page

    page.keyboard.press("Tab")
    expect(focused(page)).to_have_text("Skip to main content")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(focused(page)).to_have_text("Log a review")
    assert has_visible_focus(page)
    page.keyboard.press("Enter")
    officer.look("Log a review")
    tab_to(page, "Title")
    page.keyboard.type("A review that is not finished")
    page.keyboard.press("Enter")

    officer.is_told("Choose the kind of review")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(officer.field("Kind of review")).to_be_focused()
    officer.look("Log a review")


def test_menu_opens_by_keyboard_on_a_narrow_screen(visitor_as: Callable[..., Visitor]) -> None:
    officer = visitor_as("officer", size=NARROW)
    page = officer.page
    officer.open("/reviews/")
    reports = page.get_by_role("navigation", name="Menu").get_by_role("link", name="Reports")
    expect(reports).to_be_hidden()

    tab_to(page, "Menu")
    page.keyboard.press("Enter")

    expect(reports).to_be_visible()
    officer.look("Reviews")


def test_document_is_taken_in_without_scripts(visitor: Callable[..., Visitor]) -> None:
    officer = visitor(has_scripts=False, size=NARROW)
    officer.sign_in("officer")
    expect(
        officer.page.get_by_role("navigation", name="Menu").get_by_role("link", name="Reports")
    ).to_be_visible()
    title = new_title("Visit without scripts")
    log_review(officer, title)
    officer.follow("Take in a document")

    officer.press("Read the document")
    officer.sees("Upload a file or paste the text of the document")
    officer.fill("Or paste the text", "# Strengths\n\n- Children are seen\n- Children are heard\n")
    have_read(officer, has_scripts=False)
    officer.field(re.compile("^Record finding 2: ")).uncheck()
    officer.press("Accept selected findings")

    officer.sees("1 finding recorded")
    officer.sees("Children are seen")


def test_search_finds_what_the_reader_may_see(visitor_as: Callable[..., Visitor]) -> None:
    officer, member = visitor_as("officer"), visitor_as("member")
    officer.open("/findings/1/")
    reference = officer.page.get_by_role("heading", level=1).inner_text().removeprefix("Finding ")

    for person, heading in ((officer, f"Finding {reference}"), (member, "Search")):
        person.page.get_by_label("Search the portal").fill(reference)
        person.page.keyboard.press("Enter")
        person.look(heading)
    member.sees("Nothing found")

    for person in (officer, member):
        person.page.get_by_label("Search the portal").fill(reference[:-1])
        person.page.keyboard.press("Enter")
        person.look("Search")
    expect(officer.page.get_by_role("main").get_by_role("link", name=reference)).not_to_have_count(0)
    expect(member.page.get_by_role("main").get_by_role("link", name=reference)).to_have_count(0)

    officer.fill("Words, or a reference such as A-2026-012", "a")
    officer.page.keyboard.press("Enter")
    officer.is_told("Enter 2 letters or more")
    officer.look("Search")


def focused(page: Page) -> Locator:
    """What has the focus."""
    return page.locator(":focus")


def has_visible_focus(page: Page) -> bool:
    """Tell whether what has the focus looks different from the rest."""
    look = page.locator(":focus").evaluate(
        "element => [getComputedStyle(element).outlineStyle, getComputedStyle(element).boxShadow]"
    )
    return look != ["none", "none"]


def tab_to(page: Page, name: str) -> None:
    """Press Tab until the field or button with this name has the focus."""
    field, button = (page.get_by_role(role, name=name, exact=True) for role in ("textbox", "button"))
    target = field.or_(button)
    for _ in range(FEW_TABS):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"{name} is not reached with {FEW_TABS} presses of Tab")


def test_person_is_found_among_folded_organisations(visitor_as: Callable[..., Visitor]) -> None:
    officer = visitor_as("officer")
    officer.open("/groups/add/")
    page = officer.page
    boxes = page.locator("[data-portal-box]:visible")
    expect(boxes).to_have_count(0)

    officer.fill("Find a name or an organisation", "nurse designated")

    expect(boxes).to_have_text(["Designated Nurse for Safeguarding and Children in Care"])
    officer.fill("Find a name or an organisation", "")
    expect(boxes).to_have_count(0)
