"""Headings with numbers over points with numbers, at one margin: what counts from one again is another list."""

import pytest

from tests.findings.extraction.helpers import A, S, ticked

OPENING = "Corrie Sound Council: peer challenge\n\nThe team of five came for three days in autumn.\n\n"
STRENGTHS = ("Panels sit weekly.", "Members ask good questions.", "Placements are near home.")
AREAS = ("Letters go out late.", "Young people wait for a mentor.", "The data team is short of staff.")
ASKED = ("Agree a date by which each letter has to be sent.",)


def part(number, title, points, *, gap="\n\n"):
    """A heading with a number, over points that count from one."""
    listed = "\n".join(f"{at}. {text}" for at, text in enumerate(points, start=1))
    return f"{number}. {title}{gap}{listed}{gap}"


def kinds(text, filename):
    return [(kind, words) for kind, _, words in ticked(text, filename)]


@pytest.mark.parametrize("filename", ["report.txt", "report.md"])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_points_that_count_from_one_again_stand_under_the_line_before_them(filename, count):
    text = OPENING + part(1, "Strengths", STRENGTHS[:count])
    text += part(2, "Areas for consideration", AREAS[:count]) + part(3, "Recommendations", ASKED)

    assert kinds(text, filename) == [
        *((S, words) for words in STRENGTHS[:count]),
        *((A, words) for words in (*AREAS[:count], *ASKED)),
    ]


def test_points_that_count_from_one_again_without_a_gap_stand_under_the_line_before_them():
    text = (
        OPENING
        + part(1, "Strengths", STRENGTHS, gap="\n")
        + part(2, "Areas for consideration", AREAS, gap="\n")
    )

    assert kinds(text, "report.txt") == [
        *((S, words) for words in STRENGTHS),
        *((A, words) for words in AREAS),
    ]


@pytest.mark.parametrize("filename", ["report.txt", "report.md"])
@pytest.mark.parametrize(
    "plan", ["1. A plan is due by spring.\n2. It will be printed.\n", "A plan is due by spring.\n"]
)
def test_heading_with_a_number_ends_the_findings_before_it(filename, plan):
    text = OPENING + part(1, "Purpose", ("To look at placements.",)) + part(2, "Strengths", STRENGTHS[:2])
    text += f"{part(3, 'Areas for consideration', AREAS[:1])}4. Next steps\n\n{plan}"

    assert kinds(text, filename) == [*((S, words) for words in STRENGTHS[:2]), (A, AREAS[0])]


@pytest.mark.parametrize("mark", ["1. ", "{}. "])
def test_lines_of_one_count_that_name_kinds_are_no_headings(mark):
    names = ["Purpose", "Strengths", "Areas for consideration", "Leadership", "Practice"]
    contents = "\n".join(mark.format(at) + name for at, name in enumerate(names, start=1))

    assert kinds(f"{OPENING}{contents}\n\nThe team thanks all who took part in it.\n", "report.md") == []
