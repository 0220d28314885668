"""Strands of plain text above labels such as “Strengths: …”, and a strand that alone is divided by kind."""

import pytest

from tests.findings.extraction.helpers import A, S, ticked

LABELS = "Strengths: Heads know the names.\n\nAreas for consideration: Forms are long.\n\n"
LISTED = "- Strength: Heads know the names.\n- Area for consideration: Forms are long.\n\n"
HEADED = "Strengths\n\n- Plans are short\n\nAreas for consideration\n\n- Homes are few\n"
INTRODUCTION = "Four of us came in June and met forty families.\n\n"


def strands(text: str, name: str = "a.txt") -> list[tuple[str, str | None]]:
    """Kind and strand of each candidate that is ticked."""
    return [(kind, strand) for kind, strand, _ in ticked(text, name)]


@pytest.mark.parametrize("labels", [LABELS, LISTED], ids=["paragraphs", "list"])
@pytest.mark.parametrize("title", ["Review of Ashby", "Ashby"])
def test_lines_above_labels_of_a_kind_are_strands(labels, title):
    text = f"{title}\n\nSchools\n\n{labels}Homes\n\n{labels}"

    assert strands(text) == [(S, "Schools"), (A, "Schools"), (S, "Homes"), (A, "Homes")]


@pytest.mark.parametrize("labels", [LABELS, LISTED], ids=["paragraphs", "list"])
@pytest.mark.parametrize("opening", ["", f"Review of Ashby\n\n{INTRODUCTION}"], ids=["top", "introduced"])
def test_single_line_above_labels_may_be_any(labels, opening):
    assert strands(f"{opening}The team\n\n{labels}") == [(S, None), (A, None)]


def test_line_of_a_grade_that_comes_above_all_labels_is_no_strand():
    text = f"Review of Ashby\n\nSchools\n\nGrade: Good\n\n{LABELS}Homes\n\nGrade: Inadequate\n\n{LABELS}"

    assert {strand for _, strand in strands(text)} == {None}


def test_line_of_a_grade_below_a_heading_leaves_the_strand_to_it():
    text = f"# Review of Ashby\n\n{INTRODUCTION}## Schools\n\nGrade: Good\n\n{LABELS}"

    assert strands(text, "a.md") == [(S, "Schools"), (A, "Schools")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(f"Review of Ashby\n\n{INTRODUCTION}The team\n\n{HEADED}", "a.txt", id="plain"),
        pytest.param(
            f"# Review of Ashby\n\n{INTRODUCTION}**The team**\n\n"
            + HEADED.replace("Strengths", "**Strengths**").replace(
                "Areas for consideration", "**Areas for consideration**"
            ),
            "a.md",
            id="bold",
        ),
    ],
)
def test_single_line_after_an_introduction_may_say_who_speaks(text, name):
    assert strands(text, name) == [(S, None), (A, None)]


@pytest.mark.parametrize("mark", ["", "## "])
def test_single_strand_with_a_number(mark):
    kinds = HEADED.replace("Strengths", f"{mark}Strengths").replace("Areas for", f"{mark}Areas for")
    text = f"# Review of Ashby\n\n{mark}Theme 1: Schools\n\n{kinds}"

    assert strands(text, "a.md") == [(S, "Theme 1: Schools"), (A, "Theme 1: Schools")]


@pytest.mark.parametrize("opening", ["Schools of Ashby", "Review of Ashby\n\nSchools", "Ashby\n\nSchools"])
def test_single_line_at_the_top_may_be_the_title(opening):
    assert strands(f"{opening}\n\n{HEADED}") == [(S, None), (A, None)]


def test_line_after_an_introduction_that_names_the_document_is_no_strand():
    assert strands(f"Dear Ann\n\n{INTRODUCTION}Peer challenge of Ashby\n\n{HEADED}") == [(S, None), (A, None)]


def test_single_strand_after_the_headlines():
    text = HEADED.replace("\nAreas", "- Staff stay\n\nAreas") + f"\nSchools\n\n{HEADED}"

    assert strands(text) == [(S, None), (S, None), (A, None), (S, "Schools"), (A, "Schools")]
