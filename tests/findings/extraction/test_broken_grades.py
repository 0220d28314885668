"""Grades that a narrow column breaks over several lines."""

import pytest

from tests.findings.extraction.helpers import only, particulars


def grades(text: str, filename: str) -> list[tuple[str, str]]:
    return only(particulars(text, filename)["judgements"], "subject", "grade")


@pytest.mark.parametrize(
    "cells",
    [
        "Help and protection       Requires improvement to\n                          be good\n",
        "Help and protection       Requires improvement to be\n                          good\n",
        "Help and                  Requires\nprotection                improvement to\n            be good\n",
        "Help and protection\tRequires improvement to\n\n\tbe good\n",
    ],
)
def test_grade_that_goes_on_in_the_next_line_of_its_column(cells):
    text = f"Judgement                 Grade\n\n{cells}\nCare leavers              Good\n\nThe visit was in May.\n"

    assert grades(text, "report.txt") == [
        ("Help and protection", "Requires improvement to be good"),
        ("Care leavers", "Good"),
    ]


def test_grade_that_goes_on_in_a_table_under_no_heading():
    text = """\
1. Help and protection          Requires improvement to
                                be good
2. Children looked after        Good
3. Adoption                     Outstanding
"""
    assert grades(text, "report.txt") == [
        ("Help and protection", "Requires improvement to be good"),
        ("Children looked after", "Good"),
        ("Adoption", "Outstanding"),
    ]


@pytest.mark.parametrize("grade", ["Requires improvement to\nbe good", "Requires improvement to be\n\ngood"])
def test_grade_of_two_lines_where_titles_and_grades_take_turns(grade):
    text = f"Judgements\n\nArea\n\nFostering\n\n{grade}\n\nCare leavers\n\nOutstanding\n\nThe visit was in May.\n"

    assert grades(text, "paper.txt") == [
        ("Fostering", "Requires improvement to be good"),
        ("Care leavers", "Outstanding"),
    ]


def test_grade_whose_end_is_missing_is_not_given():
    text = """\
Judgement      Grade

Fostering      Requires improvement to be
Adoption       Good
Leadership     Good
"""

    assert grades(text, "report.txt") == [("Adoption", "Good"), ("Leadership", "Good")]
