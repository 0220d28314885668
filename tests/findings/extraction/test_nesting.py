"""Paragraphs numbered through a document, and the points below them."""

from tests.findings.extraction.helpers import A, S, chosen, read, references, ticked

PAPER = """\
Summary

1. This report tells of the visit that inspectors made to the service in the spring of the year.

Background

2. The inspectors came for two days and read the files of twenty children who live in the county.

Key findings

3. Social workers know the children well and the plans that they write with families are good.
4. The team noted some strong practice in the hubs, such as

- a. Evening sessions for fathers that are very well attended
- b. Home visits by the same worker from the first day

5. Too many visits are late, which leaves children without help for weeks on end.

Managers know of this and have begun to look at it every Monday.

Analysis

6. The findings are those that the council expected when it wrote its own evaluation.
"""


def test_numbered_paragraphs_are_named_by_their_numbers():
    assert [(c.source_ref, c.paragraph, c.parent) for c in read(PAPER).candidates] == [
        ("Key findings, para 3", 3, None),
        ("Key findings, para 4", 4, None),
        ("Key findings, para 4(a)", None, "Key findings, para 4"),
        ("Key findings, para 4(b)", None, "Key findings, para 4"),
        ("Key findings, para 5", 5, None),
    ]


def test_parent_whose_sentence_is_open_keeps_its_points_in_its_text():
    parent, first = read(PAPER).candidates[1:3]

    assert parent.text.startswith(
        "The team noted some strong practice in the hubs, such as\na. Evening sessions"
    )
    assert first.text == "Evening sessions for fathers that are very well attended"
    assert first.reason.startswith("Lettered point under the heading “Key findings”")
    assert not first.selected


def test_unnumbered_paragraph_goes_with_the_numbered_one_before_it():
    assert read(PAPER).candidates[-1].text == (
        "Too many visits are late, which leaves children without help for weeks on end. "
        "Managers know of this and have begun to look at it every Monday."
    )


def test_sub_points_that_say_something_of_their_own_are_ticked_under_their_parent():
    text = """\
## Areas for improvement

- Make reviews useful to families:
  - Send the papers to parents a week before the meeting
  - Write down what the child said in the child's words
"""
    assert [(c.text, c.parent) for c in chosen(text)] == [
        ("Make reviews useful to families:", None),
        ("Send the papers to parents a week before the meeting", "Areas for improvement, bullet 1"),
        ("Write down what the child said in the child's words", "Areas for improvement, bullet 1"),
    ]
    assert chosen(text)[2].source_ref == "Areas for improvement, bullet 1, sub-bullet 2"


def test_other_sign_after_a_colon_makes_sub_points_of_a_flat_list():
    text = """\
Areas for improvement

• Records are kept in three places. For example:
» Notes of supervision are kept on paper in the office
» Notes of visits are kept on each worker's telephone
• Plans lack dates
"""
    assert [c.parent for c in chosen(text, "a.txt")] == [
        None, "Areas for improvement, bullet 1", "Areas for improvement, bullet 1", None,
    ]  # fmt: skip


def test_list_that_a_numbered_paragraph_introduces_ends_with_it():
    text = """\
Report

1. The committee has asked for a report on what the inspectors told the council after the visit.

Feedback

2. The strengths that inspectors named were:

- Leaders are visible
- Caseloads are low

3. The areas for improvement that they named were:

- Supervision is late

4. Officers have met twice since the visit and the following people have been asked to help:

- The head of service
- The principal social worker

Finance

5. There are no costs that cannot be met from the budget that the council has set for the year.
"""
    assert ticked(text) == [(S, None, "Leaders are visible"), (S, None, "Caseloads are low"),
                            (A, None, "Supervision is late")]  # fmt: skip


def test_short_numbered_list_under_one_heading_is_no_count_of_paragraphs():
    text = "## Strengths\n\n" + "".join(f"{n}. Strength of the service\n" for n in range(1, 8))

    assert [c.source_ref for c in chosen(text)] == [f"Strengths, item {n}" for n in range(1, 8)]


def test_small_letters_after_a_colon_make_sub_points_among_points_with_capitals():
    text = """\
Areas for improvement

• The quality of plans, so that they:
• say what must change
• can be read by a child
• The frequency of supervision
"""
    assert [c.text for c in chosen(text, "a.txt")] == [
        "The quality of plans, so that they:\n- say what must change\n- can be read by a child",
        "The frequency of supervision",
    ]


def test_point_with_a_number_of_the_document_is_cited_by_it():
    text = """\
3.  Strengths

3.1 Carers stay.
3.2 Carers are heard.

4.  Areas for improvement

4.1 Few carers.
(a) Plans drift.
"""
    assert references(text, "paper.txt")[:3] == [
        "Strengths, para 3.1",
        "Strengths, para 3.2",
        "Areas for improvement, para 4.1",
    ]


def test_points_with_the_same_number_are_counted():
    text = "Strengths\n\n1.1 Carers stay.\n1.1 Carers are heard.\n1.2 Homes are warm.\n"

    assert references(text, "paper.txt") == [
        "Strengths, para 1.1",
        "Strengths, item 2",
        "Strengths, para 1.2",
    ]
