"""Abbreviations that a report explains."""

import pytest

from findings.abbreviations import words_behind
from reports.rendering.abbreviations import abbreviations_in

LISTED = {"LGA": "Local Government Association", "SEND": "Special educational needs and disabilities"}


def test_only_listed_ones_that_are_used_are_explained():
    assert abbreviations_in(["The LGA came."], LISTED) == [("LGA", "Local Government Association")]


@pytest.mark.parametrize("text", ["The DLGAB came", "The LGAx", "lga"])
def test_listed_one_inside_a_longer_word_is_not_used(text):
    assert abbreviations_in([text], LISTED) == []


def test_listed_one_in_the_plural_is_used():
    assert abbreviations_in(["Two ICBs"], {"ICB": "Integrated care board"}) == [
        ("ICB", "Integrated care board")
    ]


def test_they_stand_in_the_order_of_the_alphabet():
    found = abbreviations_in(["SEND and LGA and Disclosure and Barring Service (DBS)"], LISTED)

    assert [short for short, _ in found] == ["DBS", "LGA", "SEND"]


def test_text_is_believed_before_the_list():
    found = abbreviations_in(["The Local Growth Agency (LGA) and the LGA"], LISTED)

    assert found == [("LGA", "Local Growth Agency")]


@pytest.mark.parametrize(
    ("text", "short", "meaning"),
    [
        ("checks by the Disclosure and Barring Service", "DBS", "Disclosure and Barring Service"),
        ("our multi-agency safeguarding hub", "MASH", "multi-agency safeguarding hub"),
        (
            "an inspection of local authority children’s services",
            "ILACS",
            "inspection of local authority children’s services",
        ),
        ("The children came", "DBS", ""),
        ("somebody said so", "Sic", ""),
        ("", "DBS", ""),
    ],
)
def test_words_behind_a_short_form(text, short, meaning):
    assert words_behind(text, short) == meaning


@pytest.mark.parametrize("brackets", ["(DBS)", "[DBS]", "(DBSs)"])
def test_short_form_in_either_kind_of_brackets(brackets):
    found = abbreviations_in([f"The Disclosure and Barring Service {brackets} checks"], {})

    assert found == [("DBS", "Disclosure and Barring Service")]
