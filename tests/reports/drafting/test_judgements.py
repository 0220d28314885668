"""The grades that reviews gave over the years."""

import datetime

import pytest

from reports.drafting import draft_text
from reports.facts import Facts
from reports.figures import figures
from reports.models import Section
from tests.factories.reviews import (
    FrameworkFactory,
    GradeFactory,
    JudgementFactory,
    ReviewFactory,
    StrandFactory,
)

pytestmark = pytest.mark.django_db
JUDGEMENTS = Section.Kind.JUDGEMENTS


@pytest.fixture
def ilacs():
    """A framework with a scale of two grades."""
    framework = FrameworkFactory(name="ILACS")
    return [
        GradeFactory(framework=framework, name=name, position=at) for at, name in ((1, "Good"), (2, "Poor"))
    ]


def inspection(title, year, grade, *, strand=None, overall=None):
    review = ReviewFactory(
        title=title, fieldwork_start_on=None, fieldwork_end_on=None, received_on=datetime.date(year, 3, 2)
    )
    if strand:
        JudgementFactory(review=review, strand=StrandFactory(review=review, name=strand), grade=grade)
    if overall:
        JudgementFactory(review=review, strand=None, grade=overall)


def test_no_grade_is_said_in_a_sentence(period, ilacs):
    inspection("Later", 2027, ilacs[0], overall=ilacs[0])

    assert draft_text(JUDGEMENTS, Facts(period)) == "No review had given a grade by the end of the period."
    assert figures(JUDGEMENTS, Facts(period)) == []


def test_grades_are_told_by_framework_and_strand_the_oldest_first_and_never_computed(period, ilacs):
    good, poor = ilacs
    inspection("Third", 2026, good, strand="help and protection")
    inspection("Second", 2022, poor, strand="Help and protection", overall=poor)
    inspection("First", 2017, good, overall=good)
    other = GradeFactory(framework=FrameworkFactory(name="Peer *challenge*"), name="Strong")
    inspection("Peers", 2020, other, strand="Vision")

    text = draft_text(JUDGEMENTS, Facts(period))

    assert text == (
        "Reviews had given five grades by the end of the period, one of them in the period. "
        "Each grade is as a review gave it: none is worked out from others.\n\n"
        "**ILACS.**\n\n"
        "- Overall: Good (2 March 2017) and Poor (2 March 2022). The last is worse than the one before\n"
        "- help and protection: Poor (2 March 2022) and Good (2 March 2026). The last is better than the one before"
        "\n\n**Peer \\*challenge\\*.**\n\n- Vision: Strong (2 March 2020)"
    )
    first, second = figures(JUDGEMENTS, Facts(period))
    assert (first["caption"], second["caption"]) == (
        "Judgements over time: ILACS",
        "Judgements over time: Peer *challenge*",
    )
    assert first["rows"] == [
        ["Overall", "2\xa0March\xa02017", "First", "Good"],
        ["Overall", "2\xa0March\xa02022", "Second", "Poor"],
        ["help and protection", "2\xa0March\xa02022", "Second", "Poor"],
        ["help and protection", "2\xa0March\xa02026", "Third", "Good"],
    ]


def test_one_grade_and_the_same_grade_again_are_told_as_people_say_it(period, ilacs):
    inspection("First", 2017, ilacs[0], overall=ilacs[0])
    assert draft_text(JUDGEMENTS, Facts(period)).startswith(
        "Reviews had given one grade by the end of the period, before the period. Each"
    )

    inspection("Second", 2026, ilacs[0], overall=ilacs[0])
    assert draft_text(JUDGEMENTS, Facts(period)).endswith(". The last is the same as the one before")


def test_grades_on_different_scales_are_not_compared(period, ilacs):
    inspection("First", 2017, ilacs[0], overall=ilacs[0])
    newer = FrameworkFactory(name="ILACS", valid_from_on=datetime.date(2023, 1, 1))
    inspection("Second", 2026, ilacs[0], overall=GradeFactory(framework=newer, name="Expected", position=2))

    assert draft_text(JUDGEMENTS, Facts(period)).endswith(
        "- Overall: Good (2 March 2017) and Expected (2 March 2026)"
    )


def test_judgements_need_as_many_queries_for_three_as_for_one(ilacs, queries_of):
    inspection("One", 2020, ilacs[0], strand="A")
    first = queries_of(JUDGEMENTS)
    for number, title in ((2021, "Two"), (2022, "Three")):
        inspection(title, number, ilacs[0], strand=title)

    assert (first, queries_of(JUDGEMENTS)) == (1, 1)
