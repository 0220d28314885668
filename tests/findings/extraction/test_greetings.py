"""Letters whose greeting stands on a line of its own without a comma, as a heading does."""

import pytest

from tests.findings.extraction.helpers import A, S, references, ticked

THANKS = "Thank you for the welcome that you gave the peer review team."
STEADY = "Your workers stay for years, and families know them by name."
LOST = "There is no plan for the day on which the project money ends."
STRENGTH, AREA = (S, None, STEADY), (A, None, LOST)


def letter(greeting, strengths="Strengths:", areas="Areas for consideration:"):
    """A letter that names the kind of each paragraph in the paragraph."""
    return f"{greeting}\n\n{THANKS}\n\n{strengths} {STEADY}\n\n{areas} {LOST}\n\nWith best wishes\n"


@pytest.mark.parametrize("greeting", ["Dear Morwenna", "Dear Morwenna,", "Dear Ms Pascoe and colleagues"])
def test_labels_in_a_letter_are_read_however_it_greets(greeting):
    assert ticked(letter(greeting), "letter.txt") == [STRENGTH, AREA]


@pytest.mark.parametrize("greeting", ["Dear Morwenna", "**Dear Morwenna**", "## Dear Morwenna"])
def test_bold_labels_in_a_letter_are_read_however_it_greets(greeting):
    text = letter(greeting, "**Strengths:**", "**Areas for consideration:**")

    assert ticked(text, "letter.md") == [STRENGTH, AREA]


def test_greeting_is_no_place_in_a_letter():
    assert references(letter("Dear Morwenna"), "letter.txt") == references(
        letter("Dear Morwenna,"), "letter.txt"
    )


def test_labels_below_the_strands_of_a_letter_are_of_those_strands():
    text = letter("Dear Morwenna").replace("Strengths:", "Fostering:\n\nStrengths:")

    assert ticked(text, "letter.txt") == [(S, "Fostering", STEADY), (A, "Fostering", LOST)]


def test_running_text_below_a_greeting_is_still_no_finding():
    text = letter("Dear Morwenna").replace(
        THANKS, f"{THANKS}\n\nLeaders are strong and visible to their staff."
    )

    assert ticked(text, "letter.txt") == [STRENGTH, AREA]
