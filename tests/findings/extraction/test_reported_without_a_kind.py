"""Findings that a document introduces or reports without saying of which kind: they are asked about, never ticked."""

import pytest

from tests.findings.extraction.helpers import A, S, read, ticked

POINTS = ["Workers would recommend the council.", "Plans say little of what has to change."]


def asked(text: str, filename: str = "paper.md") -> list[str]:
    """The texts of which the officer is asked the kind."""
    return [candidate.text for candidate in read(text, filename).candidates if candidate.asks_kind]


@pytest.mark.parametrize(
    "lead",
    [
        "The adviser spent two days with the teams. The main points of her note are:",
        "The key lessons from the case were as follows:",
        "The learning from the review is grouped under two headings:",
        "The dip-sampled audits show the following picture:",
        "The letter also says that:",
        "Ten cases were read. The following was found:",
        "Among her other observations were these:",
        "But they added that:",
        "However, the team also noted:",
    ],
)
@pytest.mark.parametrize("marks", [("-", "-"), ("(a)", "(b)")])
@pytest.mark.parametrize("number", ["", "7.1 "])
def test_points_after_a_sentence_that_reports(lead, marks, number):
    points = "\n".join(f"{mark} {point}" for mark, point in zip(marks, POINTS, strict=True))
    text = f"7. Visits in the year\n\n{number}{lead}\n\n{points}\n"
    assert (asked(text, "paper.txt"), ticked(text, "paper.txt")) == (POINTS, [])


def test_points_set_against_strengths_are_offered_as_areas():
    text = (
        "# Report\n\n## Staff\n\nThere are nine.\n\n## Visits\n\n"
        "Inspectors were positive about:\n\n- Early help\n- The hub\n\n"
        "But they also said that:\n\n- Letters are hard to follow\n- Meetings begin late\n"
    )
    assert ticked(text) == [(S, "Visits", "Early help"), (S, "Visits", "The hub")]
    assert [c.kind.value for c in read(text).candidates if c.asks_kind] == [A, A]


def test_learning_points_after_a_label_of_good_practice_are_none_of_it():
    text = (
        "# Yearly report\n\n## Chapter 5\n\n### Cases\n\nThere were two.\n\n### Practice review: Child P\n\n"
        "The reviewer found examples of good practice:\n\n"
        "- The midwife asked about it.\n\nThe learning from the review is set out in two points:\n\n"
        "1. Fathers were not asked.\n2. Calls were not passed on.\n\n"
        "What we have done. A new form is in use in every clinic.\n"
    )
    assert ticked(text) == [(S, "Practice review: Child P", "The midwife asked about it.")]
    assert asked(text) == ["Fathers were not asked.", "Calls were not passed on."]


def test_quotation_after_a_sentence_that_reports():
    quoted = "“Chronologies were seldom used, although where they were the decision was better.”"
    text = f"# Update\n\n## Visit in July\n\nThe letter comments as follows:\n\n{quoted}\n\nThe office has moved.\n"
    assert asked(text) == [quoted]


@pytest.mark.parametrize(
    "heading",
    [
        "The scrutineer's view",
        "The reviewer wrote",
        "Learning from rapid review 4",
        "What the inspectors found",
        "What the audit found",
        "Peer review: what the team said",
        "Feedback from young people",
    ],
)
def test_heading_under_which_somebody_gives_a_view(heading):
    text = f"# Yearly report\n\n## {heading}\n\nThe learning is sound, but it is slow to reach people.\n"
    assert asked(text) == ["The learning is sound, but it is slow to reach people."]


def test_heading_that_is_a_numbered_finding_is_asked_about():
    finding = "Finding 2: Professionals were reassured by what they saw"
    assert asked(f"# Review of Family T\n\n## {finding}\n\nThe house was tidy.\n") == [finding]


@pytest.mark.parametrize(
    "said",
    [
        "In summary, the team found that the council has willing staff and too many plans.",
        "The group's overall conclusion is that workers leave for reasons that could be put right.",
    ],
)
def test_view_of_the_whole_is_asked_about_wherever_it_stands(said):
    assert asked(f"# Paper\n\n## Background\n\nThe visit was in May.\n\n{said}\n") == [said]


@pytest.mark.parametrize(
    "said",
    [
        "Figures are plentiful; but the report noted that there was little on what difference they made.",
        "There were thirty audits. The Quality Group noted in March that few of them look at impact.",
        "The letter describes leaders as open and as slow to act.",
    ],
)
def test_report_within_a_paragraph_is_asked_about(said):
    assert asked(f"# Paper\n\n## Audits\n\n{said}\n") == [said]


def test_progress_that_a_paper_tells_is_not_offered():
    text = """# Report to the Scrutiny Committee

Report of the Director

## What inspectors found

3.1 Visits are made on time.

3.2 Since the inspection a new panel has met and has closed ninety plans.

3.3 We have responded to this with a new board, which met in May.

## Background papers

None.
"""
    assert asked(text) == ["Visits are made on time."]


def test_your_strengths_beside_areas_are_strengths():
    text = "# Peer challenge\n\n## Your strengths\n\n- Loyal staff\n\n## Areas for further consideration\n\n- Homes\n"
    assert ticked(text) == [(S, None, "Loyal staff"), (A, None, "Homes")]
    assert ticked("# A job\n\n## Your strengths\n\n- You lead people\n\n## Areas of work\n\n- Audit\n") == []


def test_paragraph_after_a_list_may_say_the_other_kind():
    said = "We saw one file which we thought exemplary. The child will be glad of it."
    text = f"# Peer challenge\n\n## Areas for consideration\n\n- Reunification is late\n\n{said}\n"
    assert ticked(text) == [(A, None, "Reunification is late"), (S, None, said)]
