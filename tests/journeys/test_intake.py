"""An officer takes in a PDF, by mouse and by keyboard alone, leaves it and goes on, and takes in a spreadsheet."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import FileChooser, FilePayload, Locator, TimeoutError, ViewportSize, expect

from tests.findings.extraction.writing import pdf
from tests.journeys.steps import have_read, log_review, new_title
from tests.journeys.visitor import NARROW, WIDE, Visitor

pytestmark = pytest.mark.browser
NAME = "visit-letter.pdf"
LETTER = """<!doctype html><html lang="en"><body><h1>Letter of the visit</h1>
<p>Dear director, this letter sets out what we found.</p>
<h2>Strengths</h2><ul><li>Children know their social worker by name</li>
<li>Records are written on the day of the visit</li></ul>
<h2>Areas for improvement</h2><ul><li>Plans seldom say what will have changed for the child</li>
<li>Supervision is irregular and audits are not yet used to learn</li></ul></body></html>"""
CHECKING = f"Check the findings of “{NAME}”"
SHEET = (
    "Observation,Owner,Judged as\n"
    "Staff stay long,Head of service,Strength\n"
    "Visits are late,Team,Area for improvement\n"
)


def payload() -> FilePayload:
    """The letter as a PDF."""
    return FilePayload(name=NAME, mimeType="application/pdf", buffer=pdf(LETTER))


def test_pdf_from_upload_to_findings_by_mouse(visitor_as: Callable[..., Visitor]) -> None:
    officer = visitor_as("officer")
    title = new_title("Visit with a PDF")
    log_review(officer, title)
    officer.follow("Take in a document")
    officer.field("Upload a file").set_input_files(payload())
    have_read(officer)
    officer.look(CHECKING)

    split_the_last(officer)
    officer.look(CHECKING)
    expect(candidates(officer)).to_have_count(5)
    merge_the_second(officer)
    expect(candidates(officer)).to_have_count(4)
    officer.press("Save and come back later")
    officer.sees("No finding is recorded yet")

    officer.follow("Go on checking")
    expect(candidates(officer)).to_have_count(4)
    officer.press("Accept selected findings")
    officer.sees(f"4 findings recorded from “{NAME}”")

    officer.follow(re.compile(r"^F-\d{4}-\d{3,}$"))
    officer.follow(re.compile("bullet 1"))
    officer.look(f"The text of “{NAME}”")
    marked = officer.page.locator(":target")
    expect(marked).to_contain_text("Children know their social worker by name")


def split_the_last(officer: Visitor) -> None:
    """Split the last finding in two at a new line."""
    last = candidates(officer).last
    last.get_by_text("Compare and correct").click()
    last.get_by_label("Words of finding 4").fill("Supervision is irregular\nAudits are not yet used to learn")
    last.get_by_role("button", name="Split in two").click()


def merge_the_second(officer: Visitor) -> None:
    """Merge the second strength with the first."""
    second = candidates(officer).nth(1)
    second.get_by_text("Compare and correct").click()
    second.get_by_role("button", name="Merge with the one above").click()


def test_words_are_split_at_the_cursor_whatever_stands_before_it(visitor_as: Callable[..., Visitor]) -> None:
    officer = visitor_as("officer")
    log_review(officer, new_title("Survey with an emoji"))
    officer.page.goto(f"{officer.page.url}intake/")
    officer.fill("Or paste the text", "# Letter\n\n## Strengths\n\n- Children like their school\n")
    have_read(officer)

    candidates(officer).first.get_by_text("Compare and correct").click()
    words = officer.field("Words of finding 1")
    words.fill("\n  😀😀 one two")
    words.evaluate("field => field.setSelectionRange(...Array(2).fill(field.value.indexOf('two')))")
    candidates(officer).first.get_by_role("button", name="Split in two").click()

    expect(candidates(officer)).to_have_count(2)
    expect(officer.field("Words of finding 1")).to_have_value("😀😀 one")
    expect(officer.field("Words of finding 2")).to_have_value("two")


def open_chooser(visitor: Visitor) -> FileChooser:
    """Press Enter until the dialog for a file opens, which counts however late: a busy browser can lose a key."""
    with visitor.page.expect_file_chooser(timeout=60_000) as chooser:
        for patience in (5_000, 10_000, 30_000):
            try:
                with visitor.page.expect_file_chooser(timeout=patience):
                    visitor.page.keyboard.press("Enter")
                break
            except TimeoutError:
                continue
    return chooser.value


def test_pdf_from_upload_to_findings_by_keyboard_alone(visitor_as: Callable[..., Visitor]) -> None:
    officer = visitor_as("officer")
    log_review(officer, new_title("Visit taken in by keyboard"))
    keyboard = officer.page.keyboard
    tab_to(officer, officer.page.get_by_role("button", name="Take in a document"))
    keyboard.press("Enter")
    field = officer.field("Upload a file")
    # A key that is pressed while the page still loads is lost.
    expect(officer.page.get_by_role("heading", level=1)).to_have_text("Take in a document")
    officer.page.wait_for_load_state("networkidle")
    tab_to(officer, officer.page.get_by_role("button", name=re.compile("^(Upload a file|Choose file)")))
    open_chooser(officer).set_files(payload())
    expect(field).to_be_attached()
    tab_to(officer, officer.page.get_by_role("button", name="Read the document"))
    keyboard.press("Enter")
    expect(officer.page.get_by_role("heading", level=1)).to_have_text(CHECKING, timeout=60_000)

    tab_to(officer, officer.field(re.compile("^Record finding 1: ")))
    for key in "xjsja":
        keyboard.press(key)
    expect(officer.page.locator("[data-portal-selection]")).to_contain_text("3 selected: 1 strength, 2 areas")
    for key in "kkx":
        keyboard.press(key)
    keyboard.press("j")
    keyboard.press("e")
    expect(officer.field("Words of finding 2")).to_be_focused()
    keyboard.press("Control+A")
    keyboard.type("Records are written at once")
    tab_to(officer, officer.page.get_by_role("button", name="Accept selected findings"))
    keyboard.press("Enter")

    officer.sees(f"4 findings recorded from “{NAME}”")
    officer.sees("Records are written at once")


def test_shortcuts_can_be_switched_off_and_never_act_on_what_is_typed(
    visitor_as: Callable[..., Visitor],
) -> None:
    officer = visitor_as("officer")
    log_review(officer, new_title("Visit without shortcuts"))
    officer.follow("Take in a document")
    officer.field("Upload a file").set_input_files(payload())
    have_read(officer)
    first = officer.field(re.compile("^Record finding 1: "))

    candidates(officer).first.get_by_text("Compare and correct").click()
    officer.field("Words of finding 1").press("x")
    expect(first).to_be_checked()
    first.press("x")
    expect(first).not_to_be_checked()
    officer.page.get_by_text("Keyboard shortcuts", exact=True).click()
    officer.field("Use keyboard shortcuts").uncheck()
    first.press("x")
    expect(first).not_to_be_checked()


def test_corrected_words_are_not_left_behind_without_a_warning(visitor_as: Callable[..., Visitor]) -> None:
    officer = visitor_as("officer")
    log_review(officer, new_title("Visit with words to correct"))
    officer.follow("Take in a document")
    officer.field("Upload a file").set_input_files(payload())
    have_read(officer)
    note, words = officer.page.get_by_text("Not saved yet"), officer.field("Words of finding 1")
    candidates(officer).first.get_by_text("Compare and correct").click()
    before = words.input_value()
    words.fill("Corrected words")
    expect(note).to_be_visible()
    words.fill(before)
    expect(note).not_to_be_visible()
    words.fill("Corrected words")

    asked: list[str] = []
    officer.page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    officer.page.get_by_role("link", name="Documents", exact=True).click(no_wait_after=True)
    expect(words).to_have_value("Corrected words")
    officer.page.wait_for_function("() => true")
    assert asked == ["beforeunload"]

    officer.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    officer.press("Save and come back later")
    officer.sees("No finding is recorded yet")
    assert asked == ["beforeunload"]


def test_passage_of_the_document_is_made_a_finding(visitor_as: Callable[..., Visitor]) -> None:
    officer = visitor_as("officer")
    log_review(officer, new_title("Visit with a passage to add"))
    officer.follow("Take in a document")
    officer.field("Upload a file").set_input_files(payload())
    have_read(officer)

    officer.page.get_by_role("button", name=re.compile("^Add as a finding.*Dear director")).click()
    officer.look(CHECKING)

    expect(candidates(officer)).to_have_count(5)
    expect(candidates(officer).first).to_contain_text("Dear director, this letter sets out what we found.")
    expect(candidates(officer).first.get_by_label("Words of finding 1")).to_be_visible()
    assert officer.page.url.endswith("?open=1#finding-1")


COVERED = """element => {
  const seen = element.getBoundingClientRect();
  const bars = [...document.querySelectorAll(".portal-intake__bar, .portal-intake__count")]
    .filter(bar => getComputedStyle(bar).position === "sticky").map(bar => bar.getBoundingClientRect());
  const foot = Math.min(window.innerHeight, ...bars.map(bar => bar.top));
  return bars.length === 0 || seen.top < 0 || seen.bottom > foot;
}"""
"""Whether an element is behind the bar that stays at the foot of the window, or out of it."""


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_words_that_a_key_opens_are_never_behind_the_bar(
    visitor_as: Callable[..., Visitor], size: ViewportSize
) -> None:
    officer = visitor_as("officer", size=size)
    log_review(officer, new_title("Visit with many findings"))
    officer.page.goto(f"{officer.page.url}intake/")
    items = "".join(f"- Children in home {n} know their social worker by name\n" for n in range(12))
    officer.fill("Or paste the text", f"# Letter\n\n## Strengths\n\n{items}")
    have_read(officer)

    for number in range(1, 13):
        officer.field(re.compile(f"^Record finding {number}: ")).focus()
        officer.page.keyboard.press("e")
        words = officer.field(f"Words of finding {number}")
        expect(words).to_be_focused()
        assert not words.evaluate(COVERED), f"The words of finding {number} are covered"


def test_spreadsheet_is_taken_in_with_its_columns_settled(visitor_as: Callable[..., Visitor]) -> None:
    officer = visitor_as("officer")
    log_review(officer, new_title("Audit in a spreadsheet"))
    officer.follow("Take in a document")
    sheet = FilePayload(name="audit.csv", mimeType="text/csv", buffer=SHEET.encode())
    officer.field("Upload a file").set_input_files(sheet)
    have_read(officer)
    officer.look("Take in “audit.csv”")

    officer.choose("Observation", "Nothing to take in")
    officer.press("Read the spreadsheet")
    officer.is_told("Choose the column that holds the words of the findings")
    officer.look("Take in “audit.csv”")
    officer.choose("Observation", "The words of a finding")
    officer.choose("Judged as", "Whether it is a strength or an area for consideration")
    officer.press("Read the spreadsheet")

    expect(officer.page.get_by_role("heading", level=1)).to_have_text(
        "Check the findings of “audit.csv”", timeout=60_000
    )
    officer.press("Accept selected findings")
    officer.sees("2 findings recorded from “audit.csv”")


def candidates(officer: Visitor) -> Locator:
    """The candidates on the page."""
    return officer.page.locator("[data-portal-candidate]")


def tab_to(officer: Visitor, target: Locator) -> None:
    """Press Tab until the target has the focus."""
    for _ in range(200):
        if target.first.evaluate("element => element === document.activeElement"):
            return
        officer.page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {target}")
