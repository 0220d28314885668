"""What a report must not be approved with, whatever anybody says; and what its day and its promises ask."""

import datetime

import pytest

from reports.checks import (
    CHECKS,
    alternatives,
    commitments,
    exemptions,
    implications,
    lateness,
    period,
    reasons,
    references,
)
from reports.checks.known import Owed
from tests.reports.knowing import known_for
from tests.reports.rendering.snapshots import BARS, paragraph, table

BROKEN = '<a href="#paragraph-3">3</a> and <mark>[no paragraph is called late]</mark>'
TUESDAY = datetime.date(2026, 6, 16)


def told(found):
    return [(finding.place, finding.message, finding.fix_url) for finding in found]


def recommendation(record, reason, exempt=None):
    return {"record": record, "html": "Note it", "reason": reason, "exempt": exempt}


def test_checks_that_block_are_those_that_nobody_can_overrule():
    assert [check.name for check in CHECKS if check.is_blocking] == [
        "unwritten",
        "references",
        "figures",
        "exemptions",
        "reasons",
        "alternatives",
        "implications",
    ]
    assert len({check.name for check in CHECKS}) == len(CHECKS)


def test_broken_reference(find):
    found = find(references.CHECK, paragraph(3, BROKEN), paragraph(4, "See [no paragraph] and paragraph 3"))

    assert told(found) == [
        (
            "Paragraph 3",
            "The text refers to something that is not there: no paragraph is called late.",
            "/reports/1/sections/5/edit/",
        )
    ]


def test_broken_reference_in_the_cell_of_a_table(find):
    found = find(references.CHECK, table(2, [["[no annex is called plan]"]]))

    assert told(found) == [
        (
            "Table 2",
            "The text refers to something that is not there: no annex is called plan.",
            "/reports/1/sections/5/edit/",
        )
    ]


def test_exemption_that_is_not_there(find):
    known, unknown = ({"letter": letter, "under": "", "is_known": letter == "A"} for letter in "AB")
    asked = [recommendation(7, "So", known), recommendation(8, "So", {**unknown, "letter": ""})]
    blocks = [
        {**paragraph(3, "Kept"), "exempt": known},
        {**paragraph(4, "Kept"), "exempt": unknown},
        {"type": "recommendations", "number": 5, "points": asked, "exempt": None},
    ]

    assert told(find(exemptions.CHECK, *blocks)) == [
        (
            "Paragraph 4",
            "This is marked as exempt, but the mark names exemption B, which the report does not have.",
            "/reports/1/sections/5/edit/",
        ),
        (
            "Recommendation 2",
            "This is marked as exempt, but the mark names no letter of an exemption.",
            "/reports/1/recommendations/8/edit/",
        ),
    ]


def test_recommendation_without_a_reason(find):
    points = [recommendation(7, "So that members know"), recommendation(8, " ")]
    block = {"type": "recommendations", "number": 5, "points": points, "exempt": None}

    assert told(find(reasons.CHECK, block)) == [
        ("Recommendation 2", "It gives no reason.", "/reports/1/recommendations/8/edit/")
    ]


def test_chart_and_picture_without_words(find):
    picture = {"type": "picture", "record": 8, "place": 3, "alternative": "", "caption": "The hub"}
    blocks = [BARS, {**BARS, "place": 2, "description": " "}, {**picture, "alternative": "A house"}, picture]

    assert told(find(alternatives.CHECK, *blocks)) == [
        ("Figure 2", "The chart has no words that say what it shows.", "/reports/1/sections/5/edit/"),
        ("Figure 3", "The picture has no text alternative.", "/reports/1/pictures/8/edit/"),
    ]


def test_implication_that_is_not_answered(find):
    answered = {**paragraph(3, "<strong>Legal.</strong> None."), "implication": 4, "is_answered": True}
    waiting = {
        **paragraph(4, "<strong>Risk.</strong> <em>Not answered yet.</em>"),
        "implication": 6,
        "is_answered": False,
    }

    assert told(find(implications.CHECK, answered, waiting)) == [
        ("Paragraph 4", "Risk: not answered yet.", "/reports/1/implications/6/edit/")
    ]


def test_commitment_that_is_not_answered(find):
    found = find(commitments.CHECK, known=known_for(owed=(Owed(12, "We will look again."),)))

    assert told(found) == [
        ("Commitments", "It is not answered: “We will look again.”", "/reports/1/commitments/12/answer/")
    ]
    assert found[0].url == "/reports/1/commitments/#commitment-12"
    assert find(commitments.CHECK) == []


@pytest.mark.parametrize(("today", "is_found"), [(8, False), (9, True)])
def test_publication_that_would_be_late(find, today, is_found):
    known = known_for(meeting_on=TUESDAY, today=datetime.date(2026, 6, today))

    late = (
        "Plan",
        "For the meeting on 16 June 2026 it had to be published by 8 June 2026.",
        "/reports/1/edit/",
    )
    assert told(find(lateness.CHECK, known=known)) == [late] * is_found


@pytest.mark.parametrize(("today", "is_found"), [(29, True), (30, False)])
def test_period_that_has_not_ended(find, today, is_found):
    known = known_for(period_end_on=datetime.date(2026, 4, 30), today=datetime.date(2026, 4, today))

    ahead = ("Details", "The period ends on 30 April 2026, after today.", "/reports/1/edit/")
    assert told(find(period.CHECK, known=known)) == [ahead] * is_found
