"""Tables that begin with a title of their own: the strand of a review, or only a caption."""

import pytest

from tests.findings.extraction.helpers import A, S, ticked

LETTER = "<h1>Safeguarding peer review: letter</h1><p>Dear Director</p><h2>{heading}</h2>"
HEADS = "<tr><td><b>Strengths</b></td><td><b>Areas for consideration</b></td></tr>"
EARLY, WORKFORCE = (("Visits are frequent", "Plans are unclear"), ("Staff stay", "Caseloads vary"))


def table(title_row: str, points: tuple[str, str]) -> str:
    """A table of two columns under a row of its own."""
    cells = "".join(f"<td><ul><li>{point}</li></ul></td>" for point in points)
    return f"<table>{title_row}{HEADS}<tr>{cells}</tr></table>"


def letter(early: str, workforce: str, heading: str = "Detailed findings") -> str:
    """A letter with two such tables."""
    return LETTER.format(heading=heading) + table(early, EARLY) + table(workforce, WORKFORCE)


EXPECTED = [
    (S, "Early help", "Visits are frequent"),
    (A, "Early help", "Plans are unclear"),
    (S, "Workforce", "Staff stay"),
    (A, "Workforce", "Caseloads vary"),
]


@pytest.mark.parametrize("heading", ["Detailed findings", "What we noticed, topic by topic"])
@pytest.mark.parametrize(
    "row",
    [
        "<tr><td colspan=2><b>{}</b></td></tr>",
        "<tr><td>{}</td><td></td></tr>",
        "<tr><td colspan=2>Theme: {}</td></tr>",
    ],
)
def test_the_title_of_a_table_names_its_strand(row, heading):
    text = letter(row.format("Early help"), row.format("Workforce"), heading)
    assert ticked(text, "letter.html") == EXPECTED


def test_a_first_row_that_labels_the_strand_is_none_of_its_findings():
    text = LETTER.format(heading="Findings") + "".join(
        f"<table><tr><td>Theme</td><td>{strand}</td></tr><tr><td>Strengths</td><td>{good}</td></tr>"
        f"<tr><td>Areas for consideration</td><td>{wanting}</td></tr></table>"
        for strand, (good, wanting) in (("Early help", EARLY), ("Workforce", WORKFORCE))
    )
    assert ticked(text, "letter.html") == EXPECTED


@pytest.mark.parametrize("caption", ["Table 1: what the team saw", "Summary of findings", "Peer review 2031"])
def test_a_caption_is_no_strand(caption):
    text = LETTER.format(heading="Findings") + table(f"<tr><td colspan=2>{caption}</td></tr>", EARLY)
    assert ticked(text, "letter.html") == [
        (S, None, "Visits are frequent"),
        (A, None, "Plans are unclear"),
    ]


def test_the_heading_above_is_the_strand_of_a_single_titled_table():
    text = LETTER.format(heading="Leadership") + table("<tr><td colspan=2>Grip</td></tr>", EARLY)
    assert [strand for _, strand, _ in ticked(text, "letter.html")] == ["Leadership", "Leadership"]


def test_the_cells_of_a_square_have_labels_of_their_own():
    cells = [
        ("What's working well?", "Tools are used"),
        ("What are we worried about?", "Plans drift"),
        ("What needs to happen?", "Train all staff"),
        ("Who will do it?", "The board"),
    ]
    first, second, third, fourth = (
        f"<td><b>{label}</b><ul><li>{text}</li></ul></td>" for label, text in cells
    )
    text = f"<h2>Audit findings</h2><table><tr>{first}{second}</tr><tr>{third}{fourth}</tr></table>"
    assert [(kind, words) for kind, _, words in ticked(text, "audit.html")] == [
        (S, "Tools are used"),
        (A, "Plans drift"),
    ]
