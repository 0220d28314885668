"""Which earlier findings are ranked, and why."""

import datetime

import pytest

from findings.similarity import Comparison, Match, Statement

THEN, NOW = datetime.date(2011, 4, 1), datetime.date(2017, 9, 1)


def compare(now: str, *earlier: str, **abbreviations: str) -> list[Match]:
    statement = Statement("now", NOW, "area", now)
    others = [Statement(number, THEN, "area", text) for number, text in enumerate(earlier)]
    return Comparison([*others, statement], abbreviations=abbreviations).earlier_like(statement)


def suggested(now: str, *earlier: str, **abbreviations: str) -> list[str | int]:
    return [match.earlier.id for match in compare(now, *earlier, **abbreviations) if match.is_suggested]


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("Look again at how EDT is commissioned", "Out-of-hours support needs to be stronger"),
        ("Improve IHA and RHA timeliness", "Health assessments of children in care should be timely"),
        ("Delay in concluding LADO cases", "Allegations against professionals take too long"),
        ("Too few EHCPs within the time allowed", "Education, health and care plans come late"),
        ("Chronolgies are missing from files", "Files have no chronologies"),
        ("IROs don’t challenge drift", "Independent reviewing officers’ challenge to drift is weak"),
    ],
)
def test_other_words_for_the_same_are_suggested(now, then):
    assert suggested(now, then, "Car parking at the civic centre") == [0]


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("Timeliness of health assessments", "Timeliness of court reports"),
        (
            "The quality of supervision varies between teams",
            "The quality of assessments varies between teams",
        ),
        ("Care leavers need better health information", "Care leavers need better places to live"),
        (
            "Improve services for children and families",
            "Further improve support for children and young people",
        ),
    ],
)
def test_words_that_say_how_or_whom_are_not_enough(now, then):
    assert suggested(now, then) == []


def test_only_strictly_earlier_findings_are_ranked():
    text = "Supervision is irregular"
    rows = [
        Statement("earlier", datetime.date(2016, 1, 1), "area", text),
        Statement("same day", NOW, "area", text),
        Statement("later", datetime.date(2019, 1, 1), "area", text),
    ]
    comparison = Comparison(rows, abbreviations={})

    ranked = {row.id: [match.earlier.id for match in comparison.earlier_like(row)] for row in rows}

    assert ranked == {"earlier": [], "same day": ["earlier"], "later": ["same day", "earlier"]}


def test_strength_is_held_against_strengths_and_area_against_both():
    rows = [
        Statement("area then", THEN, "area", "Foster carers’ training is weak"),
        Statement("strength then", THEN, "strength", "Foster carers’ training is strong"),
        Statement("strength now", NOW, "strength", "Foster carers’ training is strong"),
        Statement("area now", NOW, "area", "Foster carers’ training is weak"),
    ]
    comparison = Comparison(rows, abbreviations={})

    ranked = {row.id: {match.earlier.id for match in comparison.earlier_like(row)} for row in rows[2:]}

    assert ranked == {"strength now": {"strength then"}, "area now": {"area then", "strength then"}}


def test_the_same_words_score_nearly_one_and_others_nothing():
    text = "Children who go missing are not always offered a return home interview"

    same, *rest = compare(text, text, "Car parking at the civic centre")

    assert same.score > 0.95
    assert rest == []


def test_matching_words_are_those_of_both_texts():
    (match,) = compare("Review EDT arrangements", "Out-of-hours support needs to be stronger")

    assert match.words == (("EDT", "Out-of-hours support"),)


def test_abbreviation_of_the_council_is_understood():
    then = "Brambling Yard Project has no clear purpose"

    assert suggested("What BYP is for should be decided", then) == []
    assert suggested("What BYP is for should be decided", then, BYP="Brambling Yard Project") == [0]


def test_abbreviation_that_a_finding_explains_is_understood():
    rows = ("The Brambling Yard Project (BYP) is new", "Brambling Yard Project has no clear purpose")

    assert 1 in suggested("What BYP is for should be decided", *rows)
    assert 1 in suggested("What BYP is for should be decided", "BYP (Brambling Yard Project) is new", rows[1])


def test_council_decides_what_a_short_form_means():
    housing = "Lettings at Arden Close are slow"

    assert suggested("LAC is slow to let", housing, LAC="Lettings at Arden Close") == [0]


def test_short_form_in_small_letters_is_an_ordinary_word():
    assert suggested("It was said that it depends", "IT is slow") == []


@pytest.mark.parametrize(
    "text", ["", "   ", "\x00\x07", "the of and", "…", "🙂" * 50, "\u202eabc", "a" * 20_000]
)
def test_odd_texts_do_no_harm(text):
    assert suggested(text, text, "Supervision is irregular") in ([], [0])


def test_findings_are_ranked_alike_each_time():
    texts = ["Supervision is irregular", "Supervision is not recorded", "Staff lack supervision"]

    assert compare("Supervision is rare", *texts) == compare("Supervision is rare", *texts)
