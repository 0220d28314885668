"""The concerns that come back from review to review."""

import datetime
from itertools import pairwise

import pytest

from findings.models import Kind, Recurrence
from reports.drafting import draft_text
from reports.facts import Facts
from reports.models import Section
from tests.factories.findings import FindingFactory
from tests.factories.reviews import ReviewFactory

pytestmark = pytest.mark.django_db
RECURRENCES = Section.Kind.RECURRENCES


def review_of(year):
    return ReviewFactory(
        title=f"Review of {year}",
        fieldwork_start_on=None,
        fieldwork_end_on=None,
        received_on=datetime.date(year, 3, 2),
    )


def raise_in(years, words, kind=Kind.AREA):
    rows = [
        FindingFactory(review=review_of(year), text=words, kind=kind, reference=f"F-{year}-{words[:3]}")
        for year in years
    ]
    outcome = "recurs" if kind == Kind.AREA else "sustained"
    for earlier, later in pairwise(rows):
        Recurrence.objects.create(
            finding=later, earlier=earlier, outcome=outcome, confirmed_by=later.recorded_by
        )


def test_no_recurring_concern_is_said_in_a_sentence(period):
    raise_in((2017, 2026), "Praise lasts", Kind.STRENGTH)
    raise_in((2026, 2027), "Only later")

    assert draft_text(RECURRENCES, Facts(period)) == (
        "By the end of the period no concern had been confirmed as raised by more than one review."
    )


def test_concerns_are_told_with_how_often_since_when_and_by_which_reviews(period):
    raise_in((2011, 2017, 2022), "Old *case*.")
    raise_in((2017, 2026, 2027), "Visits are late")

    assert draft_text(RECURRENCES, Facts(period)) == (
        "Two concerns were raised by more than one review. The reviews of the period raised one of them again. "
        "Each is quoted in the words of the last review that raised it.\n\n"
        "**Raised again in the period.**\n\n"
        "- Raised twice since 2017: “Visits are late”. Reviews: Review of 2017 and Review of 2026\n\n"
        "**Not raised again in the period.**\n\n"
        "- Raised 3 times since 2011: “Old \\*case\\*”. "
        "Reviews: Review of 2011, Review of 2017 and Review of 2022"
    )


def test_long_list_is_cut_and_says_how_many_more_there_are(period):
    for number in range(12):
        raise_in((2017, 2022), f"{number:03}")

    text = draft_text(RECURRENCES, Facts(period))

    assert text.count("- Raised twice since 2017: ") == 10
    assert text.endswith("\n- Two more concerns in the register of findings")


def test_recurrences_need_as_many_queries_for_three_as_for_one(queries_of):
    raise_in((2017, 2026), "One")
    first = queries_of(RECURRENCES)
    raise_in((2018, 2026), "Two")
    raise_in((2019, 2026), "Three")

    assert (first, queries_of(RECURRENCES)) == (2, 2)
