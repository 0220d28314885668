"""Returns in spreadsheets: composed column headings, cells that say nothing, and prompts down a column."""

import csv
import io

import openpyxl
import pytest

from findings.extraction.extracting import extract
from tests.findings.extraction.helpers import A, S
from tests.findings.extraction.writing import saved


def _ticked(*rows):
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    found = extract(out.getvalue().encode(), filename="return.csv").candidates
    return [(c.kind.value, c.text) for c in found if c.selected]


@pytest.mark.parametrize(
    "heading",
    [
        "Gaps / what we still need to do",
        "Weaknesses and gaps",
        "Where we need to improve",
        "What you still have to improve / Gaps",
    ],
)
def test_composed_heading_is_a_column_of_areas(heading):
    rows = [("Standard", "Strengths", heading), ("Training", "Nurses are trained", "Clerks are not trained")]
    assert _ticked(*rows) == [(S, "Nurses are trained"), (A, "Clerks are not trained")]


@pytest.mark.parametrize(
    "cell", ["None identified", "See evidence", "n/a", "As above", "Nil", "-", "See below."]
)
def test_cell_that_says_nothing_gives_no_finding(cell):
    rows = [
        ("Standard", "Strengths", "Gaps"),
        ("Training", cell, cell),
        ("Safer hiring", "Checks are made", cell),
    ]
    assert _ticked(*rows) == [(S, "Checks are made")]


def test_prompts_down_a_column_label_the_answers():
    book = openpyxl.Workbook()
    sheets = {
        "Return": [("Standard", "Strengths", "Gaps"), ("Training", "Nurses are trained", "Nil")],
        "Overview": [
            ("Prompt", "Answer"),
            ("What are you most proud of?", "Porters greet every child"),
            ("What worries you most?", "Waits for a dentist"),
            ("Who helped?", "Two clerks"),
        ],
    }
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    found = extract(saved(book), filename="return.xlsx").candidates
    assert [(c.kind.value, c.text) for c in found if c.selected] == [
        (S, "Nurses are trained"),
        (S, "Porters greet every child"),
        (A, "Waits for a dentist"),
    ]
