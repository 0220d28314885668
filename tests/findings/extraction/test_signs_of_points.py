"""Signs that stand for bullets where their font is missing, and letters that count the points of a list."""

import pytest

from tests.findings.extraction.helpers import A, S, read, ticked


@pytest.mark.parametrize("filename", ["letter.txt", "letter.md"])
@pytest.mark.parametrize("sign", list("§Øü❖◆♦⦁❑¾☐☑☒"))
def test_signs_in_place_of_bullets(sign, filename):
    heading = "STRENGTHS" if filename.endswith("txt") else "## Strengths"
    text = f"{heading}\n\n{sign} Carers stay with\n  us for years\n{sign}  Carers are heard\n"

    assert ticked(text, filename) == [
        (S, None, "Carers stay with us for years"),
        (S, None, "Carers are heard"),
    ]


def test_signs_at_both_ends_of_a_page_are_bullets():
    text = "STRENGTHS\n\nü Carers stay\n\fü Carers are heard\n"

    assert ticked(text, "letter.txt") == [(S, None, "Carers stay"), (S, None, "Carers are heard")]


@pytest.mark.parametrize(
    "line",
    [
        "§ 20 homes are known to every team.",
        "¾ of the carers stay for years.",
        "über-careful plans help.",
        "☐ Yes ☒ No: plans are read.",
    ],
)
def test_signs_that_mean_something_stay(line):
    blocks = read(f"STRENGTHS\n\n{line}\n\n{line}\n", "letter.txt").blocks

    assert [block.text for block in blocks[1:]] == [line, line]


def test_sign_that_begins_one_line_alone_stays():
    blocks = read("STRENGTHS\n\n§ Care Act\n\nCarers stay.\n", "letter.txt").blocks

    assert [block.text for block in blocks[1:]] == ["§ Care Act", "Carers stay."]


def test_boxes_beside_kinds_are_answers_and_no_bullets():
    boxes = "{} Strength\n{} Area for consideration\n\n"
    text = f"Carers stay.\n\n{boxes.format('☒', '☐')}Waits are long.\n\n{boxes.format('☐', '☒')}"

    assert "☒ Strength" in str(read(text, "letter.txt").blocks)


@pytest.mark.parametrize(
    "signs", [("(a)", "(b)", "(c)"), ("a)", "b)", "c)"), ("(i)", "(ii)", "(iii)"), ("(1)", "(2)", "(3)")]
)
def test_letters_that_count_lines_in_markdown_begin_points(signs):
    first, second, third = signs
    points = (
        f"{first} few letters are kept\nin files;\n{second} waits are long; and\n{third} notes are thin.\n"
    )

    assert ticked(f"## Areas for consideration\n\n{points}") == [
        (A, None, "few letters are kept in files;"),
        (A, None, "waits are long; and"),
        (A, None, "notes are thin."),
    ]


def test_letters_that_a_sentence_refers_to_begin_no_points():
    text = "## Strengths\n\n- Carers are paid under part\n(b) of the scheme and part\n(d) of the rules.\n"

    assert ticked(text) == [
        (S, None, "Carers are paid under part (b) of the scheme and part (d) of the rules.")
    ]
