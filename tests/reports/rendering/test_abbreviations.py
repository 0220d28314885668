"""Abbreviations that a report explains."""

import pytest

from findings.abbreviations import words_behind
from reports.rendering.abbreviations import abbreviations_in
from reports.rendering.audience import public_part
from reports.rendering.snapshot import build_snapshot
from tests.factories.reports import AbbreviationFactory, ReportFactory, SectionFactory

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


def test_same_words_in_other_letters_are_written_as_on_the_list():
    listed = {"DBS": "Disclosure & Barring Service"}

    found = abbreviations_in(["The disclosure and barring service (DBS)"], listed)

    assert found == [("DBS", "Disclosure & Barring Service")]


def test_officers_add_those_of_the_list_and_leave_others_out():
    found = abbreviations_in(
        ["The LGA and the Disclosure and Barring Service (DBS)"],
        LISTED,
        added=["SEND", "XYZ"],
        left_out=["DBS"],
    )

    assert [short for short, _ in found] == ["LGA", "SEND"]


@pytest.mark.django_db
def test_what_officers_added_and_left_out_is_the_same_for_the_public():
    AbbreviationFactory(short="UASC", meaning="Unaccompanied asylum-seeking children")
    AbbreviationFactory(short="LGA", meaning="Local Government Association")
    report = ReportFactory(abbreviations_added="UASC", abbreviations_left_out="LGA; SIF")
    SectionFactory(report=report, body="The LGA. {exempt A}\n\nOpen, by the LGA.", position=1)

    snapshot = build_snapshot(report)

    for part in (snapshot, public_part(snapshot)):
        assert [row["short"] for row in part["abbreviations"]] == ["UASC"]


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
