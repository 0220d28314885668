"""Grades in tables of every layout, in lines of their own and in sentences."""

import pytest

from tests.findings.extraction.helpers import only, particulars


def grades(text: str, filename: str = "report.md") -> list[tuple[str, str]]:
    return only(particulars(text, filename)["judgements"], "subject", "grade")


def test_number_in_a_cell_of_its_own_is_no_subject():
    text = """\
| | Judgement | Grade |
|---|---|---|
| 1. | Help and protection | Good |
| 2.1 | Adoption | Outstanding |
"""
    assert grades(text) == [("Help and protection", "Good"), ("Adoption", "Outstanding")]


def test_overall_grade_may_stand_in_another_column():
    rows = [("Overall rating", "Good", ""), ("1.", "Delivery", ""), ("1.1", "Staff", "Good"),
            ("1.2", "Premises", "Inadequate")]  # fmt: skip
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)

    assert grades(f"<table>{cells}</table>", "report.html") == [
        ("Overall rating", "Good"),
        ("Staff", "Good"),
        ("Premises", "Inadequate"),
    ]


def test_heading_that_repeats_the_table_is_left_out_and_another_body_is_not():
    text = """\
**The overall judgement is that services for children require improvement**

| Judgement | Grade |
|---|---|
| Children who need help | Good |

## The Orrin Safeguarding Board

**The Orrin Safeguarding Board is inadequate**

## The experiences and progress of children who need help

**The judgement about children who need help is that it is good**
"""
    assert grades(text) == [
        ("Children who need help", "Good"),
        ("Overall effectiveness", "Requires improvement"),
        ("The Orrin Safeguarding Board", "Inadequate"),
    ]


def test_grade_right_below_a_title_is_its_grade():
    text = "## 1. Control room\n\n**Requires improvement**\n\nCalls wait.\n\n## 2. Custody\n\n**Good**\n\nClean.\n"

    assert grades(text) == [("Control room", "Requires improvement"), ("Custody", "Good")]


def test_table_that_counts_grades_gives_none():
    text = "| Sort of case | Good | Inadequate |\n|---|---|---|\n| Missing children | 4 | 2 |\n"

    assert grades(text) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ofsted found services to be good overall and outstanding for care leavers.",
         [("Overall effectiveness", "good"), ("care leavers", "outstanding")]),
        ("HMICFRS inspected the force and graded its response to calls as requiring improvement.",
         [("its response to calls", "requires improvement")]),
        ("The council had been judged inadequate for the experiences of children in care.",
         [("the experiences of children in care", "inadequate")]),
        ("Ofsted visited us in June and judged that we require improvement to be good.",
         [("Overall effectiveness", "requires improvement to be good")]),
        ("We judge ourselves to be good for leadership.", []),
        ("Two of the three homes are rated good and one is outstanding.", []),
    ],
)  # fmt: skip
def test_grades_that_a_sentence_reports(sentence, expected):
    assert grades(f"## Context\n\n{sentence}\n") == expected


def test_overall_grade_of_a_sentence_joins_those_of_a_table():
    text = """\
The inspectors found that, overall, services in Orrin require improvement to be good.

| Judgement | Grade |
|---|---|
| Adoption | Good |
"""
    assert grades(text) == [
        ("Adoption", "Good"),
        ("Overall effectiveness", "requires improvement to be good"),
    ]


def test_what_was_graded_stands_in_the_clause_that_grades_it():
    text = "## Visit\n\nThis was the second visit since the council was judged inadequate in May.\n"

    assert grades(text) == [("the council", "inadequate")]
