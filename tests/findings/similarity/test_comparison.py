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


def test_one_that_each_is_about_something_else_is_not_suggested_for_what_both_name():
    then = "The emergency duty team is proud of its staff morale"

    assert suggested("EDT capacity: the service is stretched at weekends", then) == [0]
    assert suggested("EDT does not attend strategy discussions", then) == []


def test_near_topics_share_a_little():
    supervision = "Supervision of social workers is irregular"

    (near,) = compare("Management oversight is weak", supervision)

    assert 0 < near.score < 0.3
    assert compare("Foster carers’ training is weak", supervision) == []


def test_word_that_may_name_a_topic_counts_for_less():
    then = "CAMHS has long waits"

    (sure,), (perhaps,) = (
        compare("Access to mental health services", then),
        compare("Access to therapy", then),
    )

    assert sure.is_suggested
    assert 0 < perhaps.score < sure.score


@pytest.mark.parametrize("words", ["changes of social worker", "changes in their social worker"])
def test_articles_and_possessives_may_stand_within_a_phrase(words):
    assert suggested(f"Children have {words}", "Too many changes of worker") == [0]


def test_what_is_about_a_building_is_not_about_the_service_in_it():
    assert suggested("Parking at MASH is scarce", "MASH decisions are slow") == []
    assert suggested("MASH decisions come late", "MASH decisions are slow") == [0]


def test_later_findings_are_those_that_would_be_found_from_the_other_side():
    texts = ["Supervision is irregular", "Staff lack supervision", "Parking is scarce", "IHAs are late"]
    kinds = ["area", "strength"]
    rows = [
        Statement(f"{kind} {year} {number}", datetime.date(year, 1, 1), kind, text)
        for year in (2010, 2014, 2018)
        for kind in kinds
        for number, text in enumerate(texts)
    ]
    comparison = Comparison(rows, abbreviations={})

    backwards = {match for row in rows for match in comparison.earlier_like(row)}
    forwards = {match for row in rows for match in comparison.later_like(row) if match.score}

    assert forwards == backwards
    assert {(match.later.kind, match.earlier.kind) for match in forwards} == {
        ("area", "area"),
        ("area", "strength"),
        ("strength", "strength"),
    }


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
