"""An officer takes in a PDF, and takes over the grade and the figure that it gives beside its findings."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import FilePayload, Locator, expect

from tests.findings.extraction.writing import pdf
from tests.journeys.steps import days_ahead, have_read, log_review, new_title
from tests.journeys.visitor import Visitor

pytestmark = pytest.mark.browser
NAME = "inspection.pdf"
FRAMEWORK = re.compile("five judgements")
STRAND = "The experiences and progress of children in care"
FIGURE = "188 children looked after on 1 December 2025"
OTHER_FIGURE = "412 referrals on 3 November 2025"
LETTER = """<!doctype html><html lang="en"><body><h1>Inspection of children’s services</h1>
<table><tr><th>Judgement</th><th>Grade</th></tr><tr><td>STRAND</td><td>Good</td></tr></table>
<h2>Strengths</h2><ul><li>Children know their social worker by name</li></ul>
<h2>Areas for improvement</h2><ul><li>Plans seldom say what will have changed for the child</li></ul>
<h2>Context</h2><p>There were FIGURE.</p></body></html>"""
HEADING = f"What else “{NAME}” says"


def payload(figure: str) -> FilePayload:
    """The report as a PDF, with a figure of its own: what is recorded from one is recorded for all journeys."""
    html = LETTER.replace("STRAND", STRAND).replace("FIGURE", figure)
    return FilePayload(name=NAME, mimeType="application/pdf", buffer=pdf(html))


def test_grade_and_figure_are_taken_over_from_a_pdf(visitor_as: Callable[..., Visitor]) -> None:
    officer = visitor_as("officer")
    title = new_title("Inspection with a table of grades")
    log_review(officer, title)
    give_framework(officer)
    officer.follow("Take in a document")
    officer.field("Upload a file").set_input_files(payload(FIGURE))
    have_read(officer)
    officer.press("Accept selected findings")
    officer.follow("Next: see what else the document says")
    officer.look(HEADING)
    expect(officer.page.locator("main input:checked")).to_have_count(0)

    box(officer, f"{STRAND}: Good").check()
    box(officer, FIGURE).check()
    expect(officer.field("What was judged?")).to_have_value(re.compile(r"^\d+$"))
    officer.look(HEADING)
    officer.press("Record what is ticked")
    officer.is_told("Choose a measure, or enter the name of a new one", focuses=officer.field("Measure"))
    officer.look(HEADING)
    measure = new_title("Children looked after")
    officer.fill("Or the name of a new measure", measure)
    officer.press("Record what is ticked")

    officer.sees(f"1 judgement and 1 value recorded from “{NAME}”")
    officer.sees(f"Recorded as the value of “{measure}” on 1 December 2025.")
    officer.look(HEADING)
    officer.follow("go to the review")
    officer.look(title)
    officer.sees(f"As stated in {NAME}")
    remove_judgement(officer)
    officer.look(title)


def give_framework(officer: Visitor) -> None:
    """Say against which framework the review was done; ends on its page."""
    officer.follow("Edit the review")
    officer.choose("Kind of review", "Inspection")
    field = officer.field("Framework (optional)")
    option = field.locator("option").filter(has_text=FRAMEWORK)
    field.select_option(option.get_attribute("value"))
    officer.fill_date("Fieldwork started", days_ahead(-60))
    officer.press("Save and continue")
    # This version ended before the review, which is asked about once.
    officer.look("Edit the review")
    officer.tick("The framework is right all the same")
    officer.press("Save and continue")


def remove_judgement(officer: Visitor) -> None:
    """Take the grade out again, as if it had been recorded in error; ends on the review's page."""
    officer.follow(f"Remove judgement: {STRAND}")
    officer.look("Remove this judgement?")
    officer.press("Remove the judgement")
    officer.sees(f"The judgement “{STRAND}: Good” is removed")


def test_fields_are_all_shown_without_scripts(visitor_as: Callable[..., Visitor]) -> None:
    officer = visitor_as("officer", has_scripts=False)
    log_review(officer, new_title("Visit without scripts"))
    officer.follow("Take in a document")
    officer.field("Upload a file").set_input_files(payload(OTHER_FIGURE))
    have_read(officer, has_scripts=False)
    officer.follow("Record what else the document says")

    box(officer, OTHER_FIGURE).check()
    measure = new_title("Referrals without scripts")
    officer.fill("Or the name of a new measure", measure)
    officer.press("Record what is ticked")

    officer.sees(f"1 value recorded from “{NAME}”")


def box(officer: Visitor, words: str) -> Locator:
    """The box beside what the document says."""
    return officer.page.get_by_role("checkbox", name=words, exact=True)
