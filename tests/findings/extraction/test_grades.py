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


def test_newest_of_two_columns_of_grades_is_this_review():
    text = """\
| Area | 2029 | 2031 |
|---|---|---|
| Help and protection | Inadequate | Good |
| Care leavers | – | Outstanding |
"""
    assert grades(text) == [("Help and protection", "Good"), ("Care leavers", "Outstanding")]


def test_titles_and_grades_that_take_turns_in_lines():
    text = """\
Report of the director

The judgements were:

Area
Grade
The experiences and progress of children who need
help and protection
Requires improvement to be good
Care leavers
Outstanding

In the previous inspection care leavers were good.
"""
    assert grades(text, "paper.txt") == [
        (
            "The experiences and progress of children who need help and protection",
            "Requires improvement to be good",
        ),
        ("Care leavers", "Outstanding"),
    ]


def test_one_grade_below_a_line_is_no_table():
    assert grades("Minutes of the panel\nOutstanding\n\nThe panel met in May.\n", "minutes.txt") == []


def test_cases_of_an_audit_are_told_apart_by_their_letter():
    text = """\
| Child | Learning | Grade |
|---|---|---|
| A | Ask the father | Good |
| B | Ask the nurse | Good |
"""
    assert grades(text) == [("Child A", "Good"), ("Child B", "Good")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The area was inspected in 2031, when services were judged to require improvement.",
         [("services", "requires improvement")]),
        ("Ofsted inspected the service in May 2031 and judged it to require improvement.",
         [("the service", "requires improvement")]),
        ("HMICFRS inspected the force; the report said that the force requires improvement at protecting children.",
         [("protecting children", "requires improvement")]),
        ("The last inspection, in 2031, found that services for care leavers required improvement.",
         [("services for care leavers", "requires improvement")]),
        ("The council was judged by Ofsted to be good.", [("The council", "good")]),
        ("7.3 Where a record is graded inadequate the manager has five days.", []),
        ("Of 62 audits, 23 were graded good, 33 requires improvement and 6 inadequate.", []),
        ("The proportion graded good was 58%.", []),
        ("The child whose file was graded inadequate was visited.", []),
        ("Orrin was judged to be requiring improvement at its last full inspection.",
         [("Orrin", "requires improvement")]),
        ("Practice was good in three cases; one was graded inadequate.", []),
        ("It was then judged to be requiring improvement.", [("Overall effectiveness", "requires improvement")]),
        ("In the previous inspection adoption was judged good. Adoption is now judged outstanding.",
         [("Adoption", "outstanding")]),
    ],
)  # fmt: skip
def test_grade_has_a_subject_that_makes_sense_or_is_not_given(sentence, expected):
    assert grades(f"## Context\n\n{sentence}\n") == expected


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("The local area partnership's arrangements typically lead to positive experiences and outcomes for children "
         "and young people with SEND.", "Typically positive experiences and outcomes"),
        ("The local area partnership's arrangements lead to inconsistent experiences and outcomes for children and "
         "young people with SEND.", "Inconsistent experiences and outcomes"),
        ("There are widespread and/or systemic failings leading to significant concerns about the experiences and "
         "outcomes of children.", "Widespread and/or systemic failings"),
        ("Late plans lead to inconsistent experiences.", None),
    ],
)  # fmt: skip
def test_outcome_of_an_area_send_inspection(sentence, outcome):
    expected = [("Area SEND inspection outcome", outcome)] if outcome else []
    assert grades(f"## Inspection outcome\n\n{sentence} It must improve.\n") == expected


def test_grades_set_out_with_spaces_under_no_heading():
    text = """\
Inspection of services for children

Services for children in Orrin require improvement to be good
1. Help and protection          Requires improvement
2. Children looked after        Requires improvement
   2.1 Adoption                 Good

Executive summary
"""
    assert grades(text, "report.txt") == [
        ("Services for children in Orrin", "Requires improvement to be good"),
        ("Help and protection", "Requires improvement"),
        ("Children looked after", "Requires improvement"),
        ("Adoption", "Good"),
    ]


def test_line_above_grades_that_says_what_is_needed_gives_none():
    rows = "1. Fostering          Good\n2. Adoption        Good\n3. Care leavers         Outstanding\n"

    assert [
        subject for subject, _ in grades(f"Services need more work to be good\n{rows}", "report.txt")
    ] == [
        "Fostering",
        "Adoption",
        "Care leavers",
    ]


def test_table_of_how_often_each_grade_was_given_has_no_subjects():
    text = "Grade\nNumber\nBefore\nOutstanding\n1\n1\nGood\n8\n11\nInadequate\n2\n1\n\nThe files are safe.\n"
    assert grades(text, "audit.txt") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Since the inspection in 2029, when services were judged to require improvement, change has been slow.", []),
        ("Orrin was last inspected in 2029, and was found to require improvement to be good.",
         [("Orrin", "requires improvement to be good")]),
    ],
)  # fmt: skip
def test_grade_of_last_time(sentence, expected):
    assert grades(f"## Background\n\n{sentence}\n") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Overall effectiveness requires improvement to be good.",
         [("Overall effectiveness", "requires improvement to be good")]),
        ("Overall effectiveness: requires improvement to be good.",
         [("Overall effectiveness", "requires improvement to be good")]),
        ("Ofsted found that adoption needs much improvement to be good.", []),
        ("Inspectors rated the service as one that must improve to be good.", []),
        ("Inspectors found the service to need “improvement” to be good.", []),
        ("Overall effectiveness needs more work to be good.", []),
        ("Overall effectiveness requires work to be good.", []),
        ("Ofsted found that adoption needs to improve further to be good.", []),
        ("Ofsted found that fostering has to do more to be outstanding.", []),
        ("Inspectors rated the service as in need of staff to be “good”.", []),
        ("Overall effectiveness is not yet strong enough to be good.", []),
        ("Ofsted found services not to be good.", []),
        ("Overall effectiveness was found to be good.", [("Overall effectiveness", "good")]),
        ("The homes that must be seen each year were judged to be good.",
         [("The homes that must be seen each year", "good")]),
        ("Ofsted found help for children who need protection to be good.",
         [("help for children who need protection", "good")]),
        ("Overall effectiveness, which had to improve, was found to be good.", [("Overall effectiveness", "good")]),
    ],
)  # fmt: skip
def test_what_must_improve_to_be_good_is_not_good(sentence, expected):
    assert grades(f"## Context\n\n{sentence}\n") == expected
