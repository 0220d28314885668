"""The reviews of a period."""

import datetime

import pytest

from findings.models import Kind, Response
from reports.facts import Facts, record, review_facts
from tests.factories.findings import FindingFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import JudgementFactory, ReviewFactory, StrandFactory

pytestmark = pytest.mark.django_db
DAY = datetime.date


def test_review_received_in_the_period_has_reported(period):
    review = ReviewFactory(received_on=DAY(2026, 3, 2))

    facts = review_facts(Facts(period))

    assert ([fact.review for fact in facts.reported], facts.under_way) == ([review], [])


def test_review_received_after_the_period_was_under_way(period):
    review = ReviewFactory(
        fieldwork_start_on=DAY(2026, 4, 20), fieldwork_end_on=DAY(2026, 4, 24), received_on=DAY(2026, 5, 2)
    )

    facts = review_facts(Facts(period))

    assert (facts.reported, facts.under_way) == ([], [review])


def test_review_received_before_the_period_and_published_in_it_is_neither(period):
    ReviewFactory(
        fieldwork_start_on=DAY(2025, 9, 1),
        fieldwork_end_on=DAY(2025, 9, 5),
        received_on=DAY(2025, 10, 20),
        published_on=DAY(2025, 11, 10),
    )

    facts = review_facts(Facts(period))

    assert (facts.reported, facts.under_way) == ([], [])


def test_review_whose_fieldwork_spans_the_period_was_under_way(period):
    review = ReviewFactory(
        fieldwork_start_on=DAY(2025, 9, 1), fieldwork_end_on=DAY(2026, 6, 30), received_on=DAY(2026, 7, 20)
    )

    assert review_facts(Facts(period)).under_way == [review]


def test_review_that_began_before_the_period_and_has_no_end_yet_was_under_way(period):
    review = ReviewFactory(fieldwork_start_on=DAY(2025, 9, 1), fieldwork_end_on=None)

    assert review_facts(Facts(period)).under_way == [review]


def test_findings_are_counted_by_kind_and_answer(period):
    review = ReviewFactory(received_on=DAY(2026, 3, 2))
    FindingFactory(review=review, kind=Kind.STRENGTH)
    FindingFactory(review=review)
    FindingFactory(
        review=review,
        response=Response.ACCEPTED,
        responded_by=UserFactory(),
        responded_at=datetime.datetime(2026, 4, 1, tzinfo=datetime.UTC),
    )

    [fact] = review_facts(Facts(period)).reported

    assert (fact.strengths, fact.areas) == (1, 2)
    assert (fact.answered(Response.ACCEPTED), fact.answered(Response.NOT_ACCEPTED), fact.answered("")) == (
        1,
        0,
        1,
    )


def test_judgements_are_those_of_reviews_that_reported(period):
    judgement = JudgementFactory(review=ReviewFactory(received_on=DAY(2026, 3, 2)))
    JudgementFactory(review=ReviewFactory(received_on=DAY(2026, 5, 2)))

    assert review_facts(Facts(period)).judgements == [judgement]


def test_what_has_no_day_and_no_strand_comes_first_on_every_database(period):
    days = (DAY(2026, 1, 12), None, DAY(2025, 12, 1))
    begun, unknown, before = (
        ReviewFactory(fieldwork_start_on=day, fieldwork_end_on=day, received_on=DAY(2026, 3, 2))
        for day in days
    )
    second, overall, first = (
        JudgementFactory(review=begun, strand=place and StrandFactory(review=begun, position=place))
        for place in (2, None, 1)
    )

    assert Facts(period).about_period(record.reviews) == [unknown, before, begun]
    assert Facts(period).about_period(record.judgements) == [overall, first, second]
