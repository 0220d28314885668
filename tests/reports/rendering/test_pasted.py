"""Lists that were pasted from other programs."""

import time

import pytest
from django.urls import reverse

from reports.models import Section
from reports.rendering.paragraphs import Numbering, read_blocks, with_first_words
from reports.rendering.pasted import with_lists
from reports.rendering.snapshot import build_snapshot
from tests.factories.reports import RecommendationFactory, SectionFactory

ALPHABET = "\n".join(f"{letter}. {letter}" for letter in "abcdefghijk")


def points(rows):
    return [(row["html"], points(row["points"])) if row["points"] else row["html"] for row in rows]


def read(text):
    return [(block["html"], points(block["points"])) for block in read_blocks(text, Numbering())]


def test_paragraphs_with_a_line_between_them_stay_paragraphs():
    assert read("i. Progress was made.\n\nii. More is planned.") == [
        ("i. Progress was made.", []),
        ("ii. More is planned.", []),
    ]


@pytest.mark.parametrize(
    "text",
    ["a. {}\nb. {}", "a) {}\nb) {}", "(a) {}\n(b) {}", "i. {}\nii. {}", "i) {}\nii) {}", "(i) {}\n(ii) {}"],
)
def test_letters_and_roman_numbers_are_items(text):
    assert read(f"They are:\n{text.format('one', 'two')}") == [("They are:", ["one", "two"])]


@pytest.mark.parametrize("bullet", ["•", "–", "•\t", "·", "\t•\t"])
def test_bullets_are_items(bullet):
    assert read(f"They are:\n\n{bullet} one\n{bullet} two\n\nMore") == [
        ("They are:", ["one", "two"]),
        ("More", []),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a. one\ni. x\nii. y\nb. two",
        "(a) one\n  (i) x\n  (ii) y\n(b) two",
        "• one\n– x\n– y\n• two",
        "• one\n   • x\n   • y\n• two",
        "i) one\na) x\nb) y\nii) two",
        "1. one\na. x\nb. y\n2. two",
        "a. one\n- x\n- y\nb. two",
        "- one\n  a. x\n  b. y\n- two",
    ],
)
def test_other_items_between_two_stand_below_the_first(text):
    assert read(text) == [("", [("one", ["x", "y"]), "two"])]


def test_three_levels():
    text = "a. one\ni. x\nii. y\n• p\n• q\niii. z\nb. two"

    assert read(text) == [("", [("one", ["x", ("y", ["p", "q"]), "z"]), "two"])]


def test_letter_i_after_h_is_a_letter_and_i_before_ii_is_a_number():
    assert read(ALPHABET) == [("", list("abcdefghijk"))]
    assert read(ALPHABET[: ALPHABET.index("i.")] + "i. x\nii. y")[0][1][-1] == ("h", ["x", "y"])


def test_item_goes_on_in_the_next_line():
    assert read("a. one\nand more\nb. two") == [("", ["one\nand more", "two"])]


def test_list_in_a_quotation():
    [block] = read_blocks("> a. one\n> b. two", Numbering())

    assert (block["quoted"], points(block["points"])) == (True, ["one", "two"])


@pytest.mark.parametrize(
    "text",
    [
        "a. m. was early",
        "A. Smith said so.",
        "A. Smith said so.\nB. Jones agreed.",
        "a. one",
        "a. one\nc. three",
        "a. one\nb) two",
        "b. two\nc. three",
        "i. e. first\niii. third",
        "– one\nmore",
        "He came.\n– She went.\nThey stayed.",
        "a\\. one\nb\\. two",
        "a.one\nb.two",
        "etc. and\nso) on",
    ],
)
def test_what_is_no_list_stays_a_paragraph(text):
    assert with_lists(text) == text
    [(_, found)] = read(text)
    assert found == []


@pytest.mark.parametrize(
    "text", ["```\na. one\nb. two\n```", "- one\n  - two\n\n1. three\n2. four", "| a. | b. |\n|---|---|"]
)
def test_code_tables_and_lists_of_markdown_stay(text):
    assert with_lists(text) == text


def test_list_goes_on_only_where_it_is_not_broken_off():
    text = "a. one\nb. two\n\nA paragraph.\n\nc. three"

    assert read(text) == [("", ["one", "two"]), ("A paragraph.", []), ("c. three", [])]


def test_further_list_is_not_joined_to_that_of_markdown_before_it():
    assert read("- x\n- y\n\na. one\nb. two") == [("", ["x", "y"]), ("", ["one", "two"])]


def test_lines_stay_in_their_places():
    text = "They are:\n\na. one\n\n  b. two\r\n\n\n(a) x\n(b) y"

    assert with_lists(text).count("\n") == text.count("\n")
    assert with_first_words("**Legal.**", "a. one\nb. two") == "**Legal.**\n\na. one\nb. two"


def test_exempt_item_keeps_its_paragraph_from_the_public():
    [block] = read_blocks("They are:\na. {exempt B} one\nb. two", Numbering())

    assert block["exempt"] == "B"


@pytest.mark.parametrize("line", ["a. x\n", "i. x\na. y\n", "• x\n– y\n", "    > a) "])
def test_long_text_is_read_in_a_moment(line):
    begun = time.process_time()

    with_lists(line * (40_000 // len(line)))

    assert time.process_time() - begun < 5


@pytest.mark.django_db
def test_preview_and_recommendations_have_the_items(client, officer):
    section = SectionFactory(body="Text")
    SectionFactory(
        report=section.report, kind=Section.Kind.RECOMMENDATIONS, position=section.position + 1, body=""
    )
    RecommendationFactory(report=section.report, text="Note that\na) it was done\nb) it will be")

    url = reverse("reports:section_preview", args=[section.report_id, section.pk])
    page = client.post(url, {"heading": "H", "body": "They are:\na) one\nb) two"}).content.decode()

    assert "<li>one</li><li>two</li>" in page
    [block] = build_snapshot(section.report)["sections"][-1]["blocks"]
    assert (block["points"][0]["html"], points(block["points"][0]["points"])) == (
        "Note that",
        ["it was done", "it will be"],
    )
