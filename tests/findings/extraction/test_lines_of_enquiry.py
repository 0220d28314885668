"""Reviews with lines of enquiry, questions that reports answer, and tables with a column for a view."""

import pytest

from tests.findings.extraction.helpers import A, S, read, ticked

PAPER = """\
# Report to the Children's Committee

## Wards affected

All.

## Background

1. The team was given two lines of enquiry:

   a. Do calls reach the right person?

   b. Is help of use to families?

## {first}

2. Callers are answered by people who know the town well.

3. The desk has eleven staff.

4. **Post.** Letters wait in a tray for up to nine days. The tray was bought in 2017.

## {second}

5. The team looked at 12 plans.

   - Plans are clear and short
   - Grandparents are rarely asked
   - Tea is on the table

6. A new plan will be clear.
"""
NAMED = PAPER.format(first="KLOE 1: Calls", second="KLOE 2: Families")
REPEATED = PAPER.format(first="Do calls reach the right person?", second="Is help of use to families?")
FOUND = [
    (S, "Callers are answered by people who know the town well."),
    (A, "Post. Letters wait in a tray for up to nine days. The tray was bought in 2017."),
    (S, "Plans are clear and short"),
    (A, "Grandparents are rarely asked"),
]


def asked(text: str, filename: str = "letter.md") -> list[tuple[str, str]]:
    return [(c.kind.value, c.text) for c in read(text, filename).candidates if c.asks_kind]


@pytest.mark.parametrize("text", [NAMED, REPEATED])
def test_what_was_found_on_a_line_of_enquiry_is_asked_about(text):
    assert asked(text) == FOUND
    assert ticked(text) == []


def test_headings_that_repeat_no_declared_question_are_no_lines_of_enquiry():
    assert asked(PAPER.format(first="Calls", second="Families")) == FOUND[:1]


def test_guide_to_reviews_has_found_nothing():
    assert asked(NAMED.replace("Report to the Children's Committee", "Guide to peer reviews")) == []


def test_long_question_of_a_report_is_a_heading():
    question = (
        "What is it like to be a child or young person with special educational needs and/or disabilities "
        "(SEND) in this area?"
    )
    told = "Children are known early and their families get help before they have to ask for it."
    text = f"Area SEND inspection of Aldmere\n\nInformation about the area\n\nIt has hills.\n\n{question}\n\n{told}\n"
    assert asked(text, "report.txt") == [(S, told)]


VIEWS = """\
# Self-evaluation

## Care

| | {head} | Evidence | Plan |
|---|---|---|---|
| Homes | Children stay in homes that suit them well. Too many of those are far away | Data | Two new homes |
| Health | {cell} | Board report | A clinic |
"""


@pytest.mark.parametrize("head", ["Our view", "How well are we doing?", "What we found", "Assessment"])
def test_column_of_views_is_asked_about(head):
    text = VIEWS.format(head=head, cell="Teeth are seldom checked")
    assert asked(text) == [
        (S, "Children stay in homes that suit them well."),
        (A, "Too many of those are far away"),
        (A, "Teeth are seldom checked"),
    ]
    assert ticked(text) == []


def test_grade_is_no_view():
    assert "Good" not in [text for _, text in asked(VIEWS.format(head="Our view", cell="Good"))]


def test_paragraph_under_areas_that_praises_is_parted():
    text = (
        "# Report\n\n## Areas for improvement\n\n- Plans are late\n\n"
        "The new desk is quick and works well. The old forms remain poor.\n"
    )
    assert ticked(text) == [(A, None, "Plans are late")]
    assert asked(text) == [(S, "The new desk is quick and works well."), (A, "The old forms remain poor.")]
