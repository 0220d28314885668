"""Numbered paragraphs and lettered points out of Markdown."""

import nh3
import pytest

from reports.rendering.paragraphs import MAY_BE_UNCLEAN, Numbering, read_blocks


def read(text, start=1):
    return read_blocks(text, Numbering(start))


def test_paragraphs_take_the_next_numbers():
    numbering = Numbering(7)

    blocks = read_blocks("One.\n\nTwo.", numbering)

    assert [(block["number"], block["html"]) for block in blocks] == [(7, "One."), (8, "Two.")]
    assert numbering.next == 9


def test_list_stands_under_the_paragraph_before_it():
    [block] = read("They are:\n\n- one\n- two")

    assert (block["number"], block["html"]) == (1, "They are:")
    assert [point["html"] for point in block["points"]] == ["one", "two"]


def test_list_within_a_list_stands_under_its_point_down_to_the_fourth_level():
    levels = ("one", "deep", "deeper", "deepest", "too deep")
    lines = [f"{'  ' * level}- {words}" for level, words in enumerate(levels)]
    [block] = read("They are:\n\n" + "\n".join([*lines, "- two"]))

    one, two = block["points"]
    [deep] = one["points"]
    [deeper] = deep["points"]
    assert (deep["html"], deeper["html"]) == ("deep", "deeper")
    assert [(point["html"], point["points"]) for point in deeper["points"]] == [
        ("deepest", []),
        ("too deep", []),
    ]
    assert two["points"] == []


def test_list_without_a_paragraph_gets_a_number_of_its_own():
    [block] = read("- one")

    assert (block["number"], block["html"], len(block["points"])) == (1, "", 1)


def test_second_list_does_not_replace_the_first():
    first, second = read("They are:\n\n- one\n\n1. two")

    assert (len(first["points"]), len(second["points"]), second["number"]) == (1, 1, 2)


def test_paragraphs_of_one_point_are_parted_by_a_line():
    [block] = read("They are:\n\n- one\n\n  more")

    assert block["points"][0]["html"] == "one<br>more"


def test_heading_in_the_text_takes_no_number():
    heading, paragraph = read("## A *sub* heading\n\nText")

    assert (heading["type"], heading["text"], paragraph["number"]) == ("subheading", "A sub heading", 1)


def test_table_in_the_text_takes_no_number():
    [table] = read("| Name | Count |\n|---|---|\n| **One** & all | 1 |")

    assert (table["head"], table["rows"]) == (["Name", "Count"], [["One & all", "1"]])


def test_cell_of_a_table_may_have_several_lines():
    [table] = read("| Area | Actions |\n|---|---|\n| Plans | One<br>Two <br/> three & more |")

    assert table["rows"] == [["Plans", "One\nTwo\nthree & more"]]


def test_quotation_is_numbered_and_marked():
    [block] = read("> Somebody said so")

    assert (block["number"], block["quoted"]) == (1, True)


@pytest.mark.parametrize("text", ["", "   \n\n", "---"])
def test_nothing_becomes_nothing(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("**bold** and *slanted*", "<strong>bold</strong> and <em>slanted</em>"),
        ("[a](https://council.example)", '<a href="https://council.example" rel="noopener noreferrer">a</a>'),
        ("[a](javascript:alert(1))", "[a](javascript:alert(1))"),
        ("[a](data:text/html,x)", "[a](data:text/html,x)"),
        ("![the words](https://elsewhere.example/x.png)", "the words"),
        ("![<b>](x.png)", "&lt;b&gt;"),
        ("    <b> code", "&lt;b&gt; code"),
        ("one\\\ntwo", "one<br>\ntwo"),
        ("Smith & Jones", "Smith &amp; Jones"),
    ],
)
def test_text_is_clean_html(text, html):
    [block] = read(text)

    assert block["html"] == html


def test_words_that_are_not_cleaned_would_stay_as_they_are():
    every = [chr(point) for point in range(0x11000) if not 0xD800 <= point < 0xE000]
    plain = "".join(f"a{one} b" for one in every if not MAY_BE_UNCLEAN.search(one))

    assert nh3.clean(plain) == plain
    assert [one for one in "<>&\0\r\u00a0" if not MAY_BE_UNCLEAN.search(one)] == []
