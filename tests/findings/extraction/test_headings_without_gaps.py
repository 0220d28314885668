"""Headings of a kind in plain text, right below the last point of another kind, with no empty line between."""

import pytest

from tests.findings.extraction.helpers import A, S, ticked

STRENGTHS = (
    "Foster carers are matched with care and they hear about a child in good time",
    "Supervision is regular and it is written up before the end of the same week",
)
AREAS = (
    "The out of hours desk has one worker at weekends and calls go unanswered",
    "Files hold no record of who agreed that a visit need not be made",
)


def letter(marks, heading="Areas for consideration", *, stop=".", below="\n"):
    """A report without gaps whose points have these marks."""
    first = "\n".join(f"{mark}{text}{stop}" for mark, text in zip(marks, STRENGTHS, strict=True))
    second = "\n".join(f"{mark}{text}{stop}" for mark, text in zip(marks, AREAS, strict=True))
    return f"Peer review of Ashdown Council\n\nStrengths\n{first}\n{heading}{below}{second}\n"


@pytest.mark.parametrize("marks", [("- ", "- "), ("• ", "• "), ("1. ", "2. "), ("a) ", "b) ")])
@pytest.mark.parametrize("stop", [".", ""])
@pytest.mark.parametrize("below", ["\n", "\n\n"])
def test_heading_of_a_kind_right_below_a_point_divides_the_points(marks, stop, below):
    assert ticked(letter(marks, stop=stop, below=below), "report.txt") == [
        *((S, None, f"{text}{stop}") for text in STRENGTHS),
        *((A, None, f"{text}{stop}") for text in AREAS),
    ]


@pytest.mark.parametrize("heading", ["What are we worried about", "What are we worried about?", "Weaknesses"])
def test_heading_of_a_kind_in_other_words_divides_the_points(heading):
    kinds = [kind for kind, _, _ in ticked(letter(("- ", "- "), heading), "report.txt")]

    assert kinds == [S, S, A, A]


@pytest.mark.parametrize("stop", [".", ""])
def test_heading_of_a_kind_right_below_points_without_marks_divides_them(stop):
    found = ticked(letter(("", ""), stop=stop), "report.txt")

    assert "".join(text for kind, _, text in found if kind == S).startswith("Foster carers")
    assert "".join(text for kind, _, text in found if kind == A).startswith("The out of hours desk")
    assert not any("Areas for consideration" in text for _, _, text in found)


def test_heading_of_a_kind_among_points_without_marks_is_none_of_them():
    text = letter(("", "")).replace(
        "Areas for", "Partners say that they are kept well informed of it.\nAreas for"
    )

    assert not any("Areas for consideration" in each for _, _, each in ticked(text, "report.txt"))


def test_heading_of_a_kind_right_below_a_short_point_divides_the_points():
    text = "Strengths\n- Calm office.\n- Clear plans.\nRecommendations\n- Hire two clerks.\n"

    assert [kind for kind, _, _ in ticked(text, "report.txt")] == [S, S, A]


@pytest.mark.parametrize("last", ["strengths", "Strengths."])
def test_last_word_of_a_wrapped_point_is_no_heading(last):
    points = (
        f"- The plan is thin and it leans on what the staff survey named as the council's\n{last}\n",
        "- The board met once in the spring and the notes of it were never sent round to it.\n",
    )

    found = ticked("Areas for consideration\n" + "".join(points), "report.txt")

    assert [kind for kind, _, _ in found] == [A, A]
    assert found[0][2].endswith(f"the council's {last}")


def test_words_of_a_kind_after_a_joining_word_are_no_heading():
    text = (
        "Areas for consideration\n\n- The two lists in the annex are not told apart, one of them being headed with\n"
        "Strengths\n- The board met once in the spring and the notes of it were never sent round to it.\n"
    )

    assert [kind for kind, _, _ in ticked(text, "report.txt")] == [A, A]


@pytest.mark.parametrize(
    "heading", ["Areas for consideration", "**Areas for consideration**", "__Concerns:__"]
)
@pytest.mark.parametrize("marks", [("- ", "- "), ("* ", "* "), ("1. ", "2. ")])
def test_heading_of_a_kind_right_below_a_point_in_markdown_divides_the_points(heading, marks):
    text = letter(marks, heading).replace("Strengths\n", "## Strengths\n\n")

    assert [kind for kind, _, _ in ticked(text, "report.md")] == [S, S, A, A]


def test_underlined_heading_right_below_a_point_in_markdown_divides_the_points():
    text = letter(("- ", "- "), "Concerns\n========").replace("Strengths\n", "Strengths\n=========\n")

    assert [kind for kind, _, _ in ticked(text, "report.md")] == [S, S, A, A]


def test_last_words_of_a_wrapped_point_in_markdown_are_no_heading():
    text = f"## Strengths\n\n- {STRENGTHS[0]}, and that is one of its\n  Strengths\n- {STRENGTHS[1]}.\n"

    assert [words for _, _, words in ticked(text, "report.md")] == [
        f"{STRENGTHS[0]}, and that is one of its Strengths",
        f"{STRENGTHS[1]}.",
    ]
