"""Words, spans of numbers and addresses that the end of a line breaks at a hyphen."""

import pytest

from tests.findings.extraction.helpers import A, S, ticked


@pytest.mark.parametrize("filename", ["letter.txt", "letter.md"])
@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("The board hears from a multi-\nagency forum.", "The board hears from a multi-agency forum."),
        ("Young people of 16-\n17 are heard.", "Young people of 16-17 are heard."),
        ("There is a 12-\nweek course.", "There is a 12-week course."),
        (
            "All the parents whom we met praise the help given at https://vale.example/our-\nYear-2 as clear.",
            "All the parents whom we met praise the help given at https://vale.example/our-Year-2 as clear.",
        ),
        ("Parents praise pre-\nand post-natal visits.", "Parents praise pre- and post-natal visits."),
        ("They have short-\nor long-term homes.", "They have short- or long-term homes."),
        ("Plans are up-\nto-date and read.", "Plans are up-to-date and read."),
        ("Hubs open late -\nfamilies like that.", "Hubs open late - families like that."),
    ],
)
def test_line_that_ends_at_a_hyphen(broken, whole, filename):
    heading = "STRENGTHS" if filename.endswith("txt") else "## Strengths"
    wrapped = broken.replace("\n", "\n  ")

    assert ticked(f"{heading}\n\n- {wrapped}\n- Hubs open late.\n", filename) == [
        (S, None, whole),
        (S, None, "Hubs open late."),
    ]


@pytest.mark.parametrize("filename", ["letter.txt", "letter.md"])
@pytest.mark.parametrize("hyphen", ["-", "\u00ad", "\u2010"])
@pytest.mark.parametrize("end", ["\n", "\n\f", "\n\n\f", "\f"])
def test_words_that_a_machine_broke_are_whole(end, hyphen, filename):
    heading = "AREAS FOR DEVELOPMENT" if filename.endswith("txt") else "## Areas for development"
    text = f"{heading}\n\n- Plans of chil{hyphen}{end}  dren are late.\n- Some children wait.\n"

    assert ticked(text, filename) == [
        (A, None, "Plans of children are late."),
        (A, None, "Some children wait."),
    ]


@pytest.mark.parametrize("filename", ["letter.txt", "letter.md"])
@pytest.mark.parametrize("hyphen", ["-", "\u2010"])
@pytest.mark.parametrize("end", ["\n", "\n\f"])
def test_hyphens_that_the_document_writes_elsewhere_are_kept(end, hyphen, filename):
    heading = "STRENGTHS" if filename.endswith("txt") else "## Strengths"
    text = f"{heading}\n\n- It is a multi{hyphen}{end}  agency hub.\n- Staff value multi-agency work.\n"

    assert ticked(text, filename) == [
        (S, None, f"It is a multi{hyphen}agency hub."),
        (S, None, "Staff value multi-agency work."),
    ]


def test_soft_hyphen_before_a_page_end_that_breaks_no_word_is_dropped():
    text = "STRENGTHS\n\n- Hubs open late\u00ad\n\f- Staff stay.\n"

    assert ticked(text, "letter.txt") == [(S, None, "Hubs open late"), (S, None, "Staff stay.")]


def test_word_that_a_page_end_breaks_is_whole():
    text = "STRENGTHS\n\n- The board hears from a multi-\n\fagency forum.\n- Hubs open late.\n"

    assert ticked(text, "letter.txt") == [
        (S, None, "The board hears from a multi-agency forum."),
        (S, None, "Hubs open late."),
    ]


def test_hyphens_of_words_that_are_put_together_are_kept_where_a_machine_broke_others():
    text = (
        "STRENGTHS\n\n- The recruitment of carers is strong and the re-\ncruitment team is stable, as are self-\n"
        "employed carers.\n- Decision-\nmaking is prompt.\n"
    )

    assert [words for _, _, words in ticked(text, "letter.txt")] == [
        "The recruitment of carers is strong and the recruitment team is stable, as are self-employed carers.",
        "Decision-making is prompt.",
    ]
