"""Reporting from a telephone: a question, an update that answers it with a file, a correction, a later version."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Locator, expect

from tests.actions.rules.files import archive, docx, pdf
from tests.journeys.steps import agree_action, log_review, new_title, record_area
from tests.journeys.visitor import NARROW, Visitor

pytestmark = pytest.mark.browser


def a_file(name: str, data: bytes) -> FilePayload:
    return FilePayload(name=name, mimeType="application/octet-stream", buffer=data)


@pytest.fixture
def agreed(visitor_as: Callable[..., Visitor]) -> tuple[str, str]:
    """The title and the address of an action that an officer has just agreed with the lead."""
    officer = visitor_as("officer")
    log_review(officer, new_title("Audit of visits"))
    record_area(officer, "Children are not always seen alone")
    title = new_title("See every child alone")
    agree_action(officer, title)
    officer.look(title)
    return title, officer.page.url.removeprefix(officer.portal.address)


def test_lead_answers_a_question_from_a_telephone_with_proof(
    visitor_as: Callable[..., Visitor], agreed: tuple[str, str]
) -> None:
    title, address = agreed
    ask(visitor_as("scrutineer"), title, address)
    lead = visitor_as("lead", size=NARROW, has_touch=True)
    count_taps(lead)
    post_the_first_update(lead, title)
    post_in_three_taps(lead, title)
    post_with_proof(lead, title)
    correct(lead, title)
    add_a_version(lead)
    ask_again(visitor_as("scrutineer"), title, address)
    answer_in_words(lead)


def ask(scrutineer: Visitor, title: str, address: str) -> None:
    scrutineer.open(address)
    scrutineer.follow("Ask a question")
    scrutineer.look("Ask a question")
    scrutineer.press("Ask the question")
    scrutineer.is_told("Enter your question", focuses=scrutineer.field("What do you want to know?"))
    scrutineer.look("Ask a question")
    scrutineer.fill("What do you want to know?", f"How many were seen alone? ({title})")
    scrutineer.press("Ask the question")
    scrutineer.sees("Waits for an answer")
    scrutineer.look(title)


def row_of(lead: Visitor, title: str) -> Locator:
    """The action's row in what somebody leads."""
    lead.open("/my-work/")
    lead.look("My work")
    rows = lead.page.get_by_role("listitem")
    return rows.filter(has=lead.page.get_by_role("link", name=re.compile(f"^A-.*{re.escape(title)}$")))


def count_taps(lead: Visitor) -> None:
    """Let the browser count how often the screen is touched, from page to page."""
    lead.page.add_init_script(
        "window.taps = () => Number(sessionStorage.getItem('taps'));"
        "addEventListener('touchend', () => sessionStorage.setItem('taps', taps() + 1), true);"
    )


def taps_until(lead: Visitor, told: str) -> int:
    """How often the screen was touched until the page said this; counts anew from here."""
    lead.sees(told)
    taps: int = lead.page.evaluate("taps()")
    lead.page.evaluate("sessionStorage.clear()")
    return taps


def tap_to_report(lead: Visitor, title: str, words: str) -> None:
    """From My work to the form, and type what has happened."""
    row_of(lead, title).get_by_role("link", name=re.compile("^Post an update")).tap()
    lead.field("What has happened since the last update").tap()
    lead.page.keyboard.type(words)


def post_the_first_update(lead: Visitor, title: str) -> None:
    """The first update has no figures to begin with: both are given."""
    tap_to_report(lead, title, "The first team sees children alone")
    lead.field("How much is done, in per cent").tap()
    lead.page.keyboard.type("40")
    lead.page.get_by_label("Medium").tap()
    lead.page.get_by_role("button", name="Post update").tap()
    assert taps_until(lead, "Your update is posted") == 5


def post_in_three_taps(lead: Visitor, title: str) -> None:
    """Every later one begins with the last figures: to the form, into the words, post."""
    tap_to_report(lead, title, "The second team has begun")
    expect(lead.field("How much is done, in per cent")).to_have_value("40")
    expect(lead.page.get_by_label("Medium")).to_be_checked()
    lead.page.get_by_role("button", name="Post update").tap()
    assert taps_until(lead, "Your update is posted") == 3


def post_with_proof(lead: Visitor, title: str) -> None:
    lead.follow("Post an update")
    lead.fill("What has happened since the last update", "All three teams see children alone")
    lead.fill("How much is done, in per cent", "90")
    lead.tick(re.compile("How many were seen alone"))
    lead.page.get_by_text("Attach evidence (optional)").click()
    lead.look("Post an update")
    lead.field("File to upload").set_input_files(a_file("audit.pdf", pdf() + archive()))
    lead.fill("What does it show?", "Nineteen of twenty were seen alone")
    lead.press("Post update")
    lead.is_told(
        "“audit.pdf” also holds a zip archive, so it was not kept. Save it as a new document and choose that",
        focuses=lead.field("File to upload"),
    )
    lead.look("Post an update")
    lead.field("File to upload").set_input_files(a_file("audit.pdf", pdf()))
    lead.press("Post update")
    lead.sees("Evidence with an update")
    lead.sees("Answered questions (1)")
    lead.look(title)


def correct(lead: Visitor, title: str) -> None:
    lead.follow(re.compile("Correct this"))
    lead.look("Correct an update")
    lead.press("Save correction")
    lead.is_told("Enter what was wrong with the update", focuses=lead.field("What was wrong?"))
    lead.look("Correct an update")
    lead.fill("What was wrong?", "The third team begins next week")
    lead.fill("What had happened", "Two of three teams see children alone")
    lead.fill("How much is done, in per cent", "60")
    lead.press("Save correction")
    lead.sees("Correction of an update")
    lead.sees("60% done")
    lead.look(title)


def add_a_version(lead: Visitor) -> None:
    lead.follow(re.compile("This evidence in full"))
    lead.look(re.compile("^Evidence of "))
    lead.follow("Add a version")
    lead.look("Add a version of the file")
    lead.field("Changed file").set_input_files(a_file("audit.docx", docx()))
    lead.fill("What has changed?", "The third team is in it")
    lead.press("Add version")
    lead.sees("Version 2: audit.docx")
    lead.sees("Version 1: audit.pdf")
    lead.look(re.compile("^Evidence of "))
    with lead.page.expect_download() as download:
        lead.follow("Version 1: audit.pdf")
    assert download.value.suggested_filename == "audit.pdf"
    assert Path(download.value.path()).read_bytes() == pdf()


def ask_again(scrutineer: Visitor, title: str, address: str) -> None:
    scrutineer.open(address)
    scrutineer.follow(re.compile("^Ask again"))
    scrutineer.look("Ask again")
    scrutineer.fill("Your reply", "And in the third team?")
    scrutineer.press("Send reply")
    scrutineer.sees("Waits for an answer")
    scrutineer.look(title)


def answer_in_words(lead: Visitor) -> None:
    lead.open("/my-work/")
    lead.look("My work")
    lead.follow(re.compile("Answer about .*How many were seen alone"))
    lead.look("Answer a question")
    lead.fill("Your reply", "It begins next week")
    lead.press("Send reply")
    lead.sees("Answered questions (1)")
