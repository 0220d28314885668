"""Two officers write a section of a report: seen while it is typed, kept, never over one another, brought back."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Request, Route, expect

from tests.journeys.steps import new_title
from tests.journeys.test_report import committee, draft_it
from tests.journeys.test_version import news_of
from tests.journeys.visitor import Visitor

__all__ = ["committee"]

pytestmark = pytest.mark.browser
COLLEAGUE = "policy.scrutiny@fenwold.example"
COLLEAGUE_IS_WRITING = "Policy and Scrutiny Officer is also writing this section"
KEEPING = re.compile("/sections/keep/$")
NOT_IN_THE_REPORT = re.compile("Kept for you on .+ Not saved in the report yet")


@pytest.fixture
def colleague(visitor: Callable[..., Visitor]) -> Visitor:
    """Another officer, in a browser without scripts."""
    person = visitor(has_scripts=False)
    person.sign_in_with(COLLEAGUE, person.portal.password)
    return person


def test_two_writers_of_a_section(
    visitor_as: Callable[..., Visitor], colleague: Visitor, committee: str
) -> None:
    officer = visitor_as("officer")
    address = draft_it(officer, committee, new_title("Safeguarding report"))
    officer.follow("Edit the section Introduction")
    form = officer.page.url.removeprefix(officer.portal.address)
    officer.follow("Back")
    keep_without_scripts(colleague, form)

    type_and_close(officer, form)
    take_up(officer, form)
    save_theirs_first(colleague)
    save_on_top(officer, address)
    bring_back(officer, address)
    discard(officer, form)


def keep_without_scripts(colleague: Visitor, form: str) -> None:
    """Type something and keep it with the button."""
    colleague.open(form)
    colleague.fill("Text", "Members met care leavers.")
    colleague.press("Keep and go on")
    colleague.sees("Your text is kept. It is not in the report until you save it")
    colleague.sees("This is your text from")
    expect(colleague.field("Text")).to_have_value("Members met care leavers.")


def type_and_close(officer: Visitor, form: str) -> None:
    """Type something, see it beside the form and kept, and go away without saving."""
    officer.open(form)
    officer.sees(COLLEAGUE_IS_WRITING)
    officer.fill("Text", "Members met **foster carers**.\n\n<b>Not loud</b>")
    preview = preview_of(officer)
    expect(preview.locator("strong")).to_have_text("foster carers")
    expect(preview.get_by_text("<b>Not loud</b>")).to_be_visible()
    expect(officer.page.get_by_text(NOT_IN_THE_REPORT)).to_be_visible()
    officer.open("/reports/")


def take_up(officer: Visitor, form: str) -> None:
    """Come back, and go on with what was typed."""
    officer.open(form)
    officer.sees("that is not saved.")
    officer.look("Edit the section")
    officer.follow("Continue with this text")
    expect(officer.field("Text")).to_have_value("Members met **foster carers**.\n\n<b>Not loud</b>")
    expect(preview_of(officer).locator("strong")).to_have_text("foster carers")
    officer.look("Edit the section")


def save_theirs_first(colleague: Visitor) -> None:
    """Save before the other writer does."""
    colleague.press("Save")
    colleague.sees("Your changes are saved")
    colleague.sees("Members met care leavers.")


def save_on_top(officer: Visitor, address: str) -> None:
    """Be told of what was saved meanwhile, see how both texts differ, and save all the same."""
    officer.fill("Text", "Members met foster carers.")
    officer.press("Save")
    officer.sees("This was changed by Policy and Scrutiny Officer")
    expect(officer.page.locator("main ins").filter(has_text="foster carers")).to_be_visible()
    expect(officer.page.locator("main del").filter(has_text="care leavers")).to_be_visible()
    officer.look("Edit the section")
    officer.press("Save")
    officer.sees("Your changes are saved")
    assert officer.page.url.startswith(officer.portal.address + address)
    officer.sees("Members met foster carers.")


def bring_back(officer: Visitor, address: str) -> None:
    """Read the earlier texts and bring the colleague's back."""
    officer.follow("Earlier texts of the section Introduction")
    officer.look("Earlier texts of the section")
    officer.follow("Text 2")
    officer.look("Text 2 of this section")
    expect(officer.page.locator("main del").filter(has_text="care leavers")).to_be_visible()
    officer.press("Bring this text back")
    officer.sees("Text 2 is brought back")
    officer.sees("Members met care leavers.")


def discard(officer: Visitor, form: str) -> None:
    """Type something else, come back, and discard it."""
    officer.open(form)
    officer.fill("Text", "Members met nobody.")
    expect(officer.page.get_by_text(NOT_IN_THE_REPORT)).to_be_visible()
    officer.open(form)
    officer.follow("Discard it")
    officer.look("Discard the text that you have not saved?")
    officer.sees("Members met nobody.")
    officer.press("Discard the text")
    officer.sees("The text that you had not saved is discarded")
    expect(officer.field("Text")).to_have_value("Members met care leavers.")
    officer.does_not_see("that is not saved.")


def test_new_section_is_kept_while_it_is_typed(
    visitor_as: Callable[..., Visitor], colleague: Visitor, committee: str
) -> None:
    officer = visitor_as("officer")
    address = draft_it(officer, committee, new_title("Safeguarding report"))
    form = f"{address}sections/add/"
    type_a_new_one_and_close(officer, form)
    officer.open(form)
    officer.sees("that is not saved.")
    officer.look("Add a section")
    officer.follow("Continue with this text")
    expect(officer.field("Heading")).to_have_value("What visitors saw")
    officer.look("Add a section")
    add_while_words_are_on_their_way(officer)
    officer.open(form)
    officer.does_not_see("that is not saved.")

    keep_without_scripts(colleague, form)
    type_a_new_one_and_close(officer, form)
    officer.open(form)
    officer.follow("Discard it")
    officer.look("Discard the text that you have not saved?")
    officer.press("Discard the text")
    officer.sees("The text that you had not saved is discarded")
    expect(officer.field("Text")).to_have_value("")


def type_a_new_one_and_close(officer: Visitor, form: str) -> None:
    """Type a new section, see it kept, and go away without saving."""
    officer.open(form)
    officer.fill("Heading", "What visitors saw")
    officer.fill("Text", "Members met foster carers.")
    expect(officer.page.get_by_text(NOT_IN_THE_REPORT)).to_be_visible()
    officer.open("/reports/")


def add_while_words_are_on_their_way(officer: Visitor) -> None:
    """Type on and save while the words before the last ones are still being kept, over a slow line."""
    held: list[Route] = []
    sent: list[Request] = []
    officer.page.route(KEEPING, lambda route: held.append(route))
    officer.page.on("request", lambda request: sent.append(request) if is_of_the_form(request) else None)
    with officer.page.expect_request(KEEPING):
        officer.fill("Text", "Members met foster carers and")
    officer.fill("Text", "Members met foster carers and children.")
    officer.press("Save")
    # A second press within a second is kept back by the button itself.
    officer.page.wait_for_timeout(1100)
    officer.press("Save")
    officer.page.wait_for_timeout(300)
    assert len(sent) == 0
    held[0].continue_()
    officer.sees("The section is added")
    assert len(sent) == 1
    officer.sees("Members met foster carers and children.")
    officer.page.unroute(KEEPING)


def is_of_the_form(request: Request) -> bool:
    """Whether the browser leaves the page with what was typed in it."""
    return request.method == "POST" and request.is_navigation_request()


def test_comments_on_a_paragraph(visitor_as: Callable[..., Visitor], committee: str) -> None:
    officer, scrutineer, member = visitor_as("officer"), visitor_as("scrutineer"), visitor_as("member")
    title = new_title("Safeguarding report")
    address = draft_it(officer, committee, title)
    ask_about_first_paragraph(scrutineer, address)

    assert "Who says this?" not in news_of(officer, f"Comment on “{title}”").get_content()
    officer.open(address)
    officer.page.locator("summary").filter(has_text="1 open comment").click()
    officer.follow(re.compile("Paragraph 1: Who says this"))
    officer.page.locator("summary").filter(has_text="1 comment on paragraph 1").click()
    officer.sees("Independent Scrutineer")
    officer.look(re.compile("Safeguarding report"))
    officer.follow("Send for review")
    officer.sees("1 comment is not resolved.")
    officer.look("Send this report for review?")
    answer_and_resolve(officer, address)
    open_again(officer, address)
    member.is_refused(address, status=403)
    member.is_refused(f"{address}comments/", status=403)


def ask_about_first_paragraph(scrutineer: Visitor, address: str) -> None:
    """Comment on the first paragraph, with nothing first."""
    scrutineer.open(address)
    scrutineer.follow("Comment on paragraph 1")
    scrutineer.press("Add the comment")
    scrutineer.is_told("Enter your comment", focuses=scrutineer.field("Your comment"))
    scrutineer.look("Comment on paragraph 1")
    scrutineer.fill("Your comment", "Who says this?")
    scrutineer.press("Add the comment")
    scrutineer.sees("Your comment is added")


def answer_and_resolve(officer: Visitor, address: str) -> None:
    """Reply in the thread, then resolve it."""
    officer.open(f"{address}comments/")
    officer.follow("Open the thread of “Who says this?”")
    officer.fill("Your reply", "The record does.")
    officer.press("Reply")
    officer.sees("Your reply is added")
    officer.open(f"{address}comments/")
    officer.follow("Open the thread of “Who says this?”")
    officer.look("Comment on paragraph 1")
    officer.press("Resolve the comment")
    officer.sees("The comment is resolved")
    officer.follow("Comments")
    officer.sees("Every comment is resolved.")
    officer.look(re.compile("Safeguarding report"))


def open_again(officer: Visitor, address: str) -> None:
    """Open the resolved comment again."""
    officer.follow("Open the thread of “Who says this?”")
    officer.look("Comment on paragraph 1")
    officer.press("Open the comment again")
    officer.sees("The comment is open again")
    officer.open(f"{address}comments/")
    officer.sees("1 comment is open.")


def preview_of(officer: Visitor) -> Locator:
    """How the text will read."""
    return officer.page.get_by_role("region", name="How it will read")
