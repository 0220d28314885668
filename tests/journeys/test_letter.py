"""An officer takes in a reviewers' letter: by upload and by pasting, corrected before anything is recorded."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import FilePayload, Locator, expect

from tests.journeys.steps import have_read, log_review, new_title
from tests.journeys.visitor import Visitor
from tests.sources import require_source

pytestmark = pytest.mark.browser
LETTER = "2011-04-peer-review-letter.md"
SHORT_LETTER = """# Visit of the lead reviewer

## Strengths

- Children know their social worker by name
- Records are written on the day of the visit

## Areas for consideration

- Plans seldom say what will have changed for the child
"""
DAMAGED = FilePayload(
    name="letter.pdf", mimeType="application/pdf", buffer=b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"
)
PROGRAM = FilePayload(name="letter.docx", mimeType="application/msword", buffer=b"MZ\x90\x00 a program")
REFUSED = [
    (FilePayload(name="empty.md", mimeType="text/markdown", buffer=b""), "“empty.md” is empty"),
    (PROGRAM, "“letter.docx” is a program, not a document"),
    (
        FilePayload(name="notes.md", mimeType="text/markdown", buffer=bytes(range(256)) * 8),
        "“notes.md” is not text",
    ),
]
NO_FINDINGS = FilePayload(
    name="news.txt", mimeType="text/plain", buffer=b"The visit went well and we met many people."
)


def test_letter_is_uploaded_corrected_and_accepted(visitor_as: Callable[..., Visitor]) -> None:
    letter = require_source(LETTER)
    officer = visitor_as("officer")
    title = new_title("Peer review of safeguarding")
    log_review(officer, title)
    review = officer.page.url

    officer.follow("Take in a document")
    officer.look("Take in a document")
    officer.field("Upload a file").set_input_files(letter)
    have_read(officer)
    officer.look(f"Check the findings of “{LETTER}”")
    assert counts_of(officer) == (49, 47)
    expect(selection(officer)).to_contain_text("96")

    correct_and_drop(officer)
    officer.press("Save and come back later")
    officer.sees("No finding is recorded yet")
    officer.look(title)
    officer.follow("Go on checking")
    expect(words(officer, 2)).to_have_value("Corrected by hand while checking")
    expect(picked(officer, 5)).not_to_be_checked()
    expect(selection(officer)).to_contain_text("95")
    officer.press("Accept selected findings")

    officer.sees(f"95 findings recorded from “{LETTER}”")
    officer.look(title)
    officer.sees("Findings 1 to 50 of 95")
    expect(officer.page.get_by_role("link", name=re.compile(r"^F-\d{4}-\d{3,}$"))).to_have_count(50)
    tab = officer.page.url
    officer.open("/findings/?words=Corrected+by+hand+while+checking")
    officer.sees("1 finding")
    officer.page.goto(tab)
    officer.follow("Choose themes for the new strands")
    officer.look("Choose themes for the new strands")
    refuse_it_again(officer, review)


def correct_and_drop(officer: Visitor) -> None:
    officer.page.get_by_text("Compare and correct finding 2", exact=True).click()
    words(officer, 2).fill("Corrected by hand while checking")
    picked(officer, 5).uncheck()
    expect(selection(officer)).to_contain_text("95")


def refuse_it_again(officer: Visitor, review: str) -> None:
    officer.page.goto(f"{review}intake/")
    officer.field("Upload a file").set_input_files(require_source(LETTER))
    officer.press("Read the document")
    officer.is_told(re.compile("already"))
    officer.look("Take in a document")
    officer.follow("See what was taken in")
    officer.look(f"What was taken in from “{LETTER}”")
    officer.sees("Recorded (95)")
    officer.sees("Not recorded (1)")


def test_short_letter_is_pasted(visitor_as: Callable[..., Visitor]) -> None:
    officer = visitor_as("officer")
    title = new_title("Visit of the lead reviewer")
    log_review(officer, title)
    officer.follow("Take in a document")

    officer.fill("Or paste the text", SHORT_LETTER)
    have_read(officer)

    officer.look(re.compile("^Check the findings of “Pasted text of .+”$"))
    assert counts_of(officer) == (2, 1)
    officer.press("Accept selected findings")
    officer.sees("3 findings recorded")
    officer.look(title)
    officer.sees("Plans seldom say what will have changed for the child")


def test_letter_is_set_aside_and_checked_again(visitor_as: Callable[..., Visitor]) -> None:
    officer = visitor_as("officer")
    log_review(officer, new_title("Visit of the lead reviewer"))
    officer.follow("Take in a document")
    officer.fill("Or paste the text", SHORT_LETTER)
    have_read(officer)

    officer.follow("Set the document aside without recording anything")
    officer.look(re.compile("^Set “Pasted text of .+” aside"))
    officer.press("Set the document aside")
    officer.follow(re.compile("Set aside"))
    officer.look(re.compile("^What was taken in from “Pasted text of .+”$"))
    officer.sees("Nothing was recorded")
    officer.press("Check this document again")

    officer.look(re.compile("^Check the findings of “Pasted text of .+”$"))
    assert counts_of(officer) == (2, 1)


def test_documents_that_cannot_be_taken_in(visitor_as: Callable[..., Visitor]) -> None:
    officer = visitor_as("officer")
    title = new_title("Visit without a letter")
    log_review(officer, title)
    review = officer.page.url
    officer.follow("Take in a document")
    field = officer.field("Upload a file")

    officer.press("Read the document")
    officer.is_told("Upload a file or paste the text of the document", focuses=field)
    for file, reason in REFUSED:
        field.set_input_files(file)
        officer.press("Read the document")
        officer.is_told(reason, focuses=field)
        officer.look("Take in a document")
    officer.page.goto(f"{review}intake/")
    field.set_input_files(DAMAGED)
    have_read(officer)
    officer.sees("“letter.pdf” is damaged and cannot be opened")
    officer.look("Take in “letter.pdf”")
    expect(officer.page.get_by_role("link", name="Record a finding by hand")).to_be_visible()

    officer.follow("Discard it")
    officer.look("Discard “letter.pdf”")
    officer.press("Discard the document")
    officer.sees("No document is kept on this review yet")
    officer.look(title)


def test_document_without_recognised_findings_is_read_and_a_passage_made_a_finding(
    visitor_as: Callable[..., Visitor],
) -> None:
    officer = visitor_as("officer")
    log_review(officer, new_title("Visit that was told in prose"))
    officer.follow("Take in a document")
    officer.field("Upload a file").set_input_files(NO_FINDINGS)
    have_read(officer)
    officer.sees("No finding was recognised in this document.")
    officer.look("Check the findings of “news.txt”")

    officer.press(re.compile("^Add as a finding.*The visit went well"))
    officer.look("Check the findings of “news.txt”")
    officer.page.get_by_label("Strength", exact=True).check()
    officer.press("Accept selected findings")

    officer.sees("1 finding recorded from “news.txt”")


def counts_of(officer: Visitor) -> tuple[int, int]:
    """The numbers of strengths and of areas that were recognised."""
    headings = officer.page.get_by_role("heading", level=2).all_inner_texts()
    found = dict(re.findall(r"(Strengths|Areas for consideration) \((\d+)\)", "\n".join(headings)))
    return int(found["Strengths"]), int(found["Areas for consideration"])


def picked(officer: Visitor, number: int) -> Locator:
    """The box that selects a candidate."""
    return officer.field(re.compile(f"^Record finding {number}: "))


def words(officer: Visitor, number: int) -> Locator:
    """The words of a candidate."""
    return officer.field(f"Words of finding {number}")


def selection(officer: Visitor) -> Locator:
    """How many candidates are selected, as the page says it."""
    return officer.page.locator("[data-portal-selection]")
