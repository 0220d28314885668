"""Plain text that has lost its empty lines and its tables: labels between points, and signs between cells."""

from tests.findings.extraction.helpers import A, S, read, ticked

FORM = """\
Summary of audits in the north of the county

First child
Points of weakness
a) The plan was copied from one meeting to the next for most of a year
b) The school was told of the move on the day after it had happened here
Good practice
c) The nurse went with the worker, and stayed on to talk with the family
Second child
Points of weakness
a) The father was not asked what he thought of the plan or of the worker
Good practice
b) The police rang the school before the bell, on each of the five days
"""
TABLE = """\
Audit of core groups

Area of development / What has improved / What still needs to develop
Attendance / Schools send a report each time. / Health is often absent.
Chronologies / No change since last year. / Two files out of ten had one.
Fathers / Their names are written down. / They are seldom asked.
"""


def test_label_between_points_divides_them():
    assert [(kind, words.split(" ")[1]) for kind, _, words in ticked(FORM, "audit.txt")] == [
        (A, "plan"),
        (A, "school"),
        (S, "nurse"),
        (A, "father"),
        (S, "police"),
    ]


def test_short_end_of_a_wrapped_point_is_no_label():
    text = FORM.replace(
        "from one meeting to the next for most of a year", "from one meeting to the one in\nMay of 2020"
    )
    assert ticked(text, "audit.txt")[0][2].endswith("to the one in May of 2020")


def test_lines_divided_alike_are_the_rows_of_a_table():
    assert ticked(TABLE, "audit.txt") == [
        (S, "Attendance", "Schools send a report each time."),
        (A, "Attendance", "Health is often absent."),
        (A, "Chronologies", "Two files out of ten had one."),
        (S, "Fathers", "Their names are written down."),
        (A, "Fathers", "They are seldom asked."),
    ]


def test_two_such_lines_are_prose():
    text = "Strengths\n\n• Nurses / midwives / teachers meet\n• Police / probation / courts meet\n"
    assert [c.text for c in read(text, "audit.txt").candidates] == [
        "Nurses / midwives / teachers meet",
        "Police / probation / courts meet",
    ]
