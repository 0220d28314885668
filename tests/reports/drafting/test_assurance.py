"""The assurance that the independent scrutineer gives."""

import datetime

import pytest
from django.utils import timezone

from findings.models import Intake
from reports.drafting import draft_text
from reports.facts import Facts
from reports.models import Section
from reviews.models import ReviewKind
from tests.factories.findings import DocumentFactory, IntakeFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import GuidanceEditionFactory, ReviewFactory

pytestmark = pytest.mark.django_db
ASSURANCE = Section.Kind.ASSURANCE


def take_in(review, *, accepted=True, **said):
    closed = {"state": Intake.State.ACCEPTED, "closed_by": UserFactory(), "closed_at": timezone.now()}
    return IntakeFactory(
        document=DocumentFactory(review=review),
        particulars={"assurance_statement": {"text": "I am assured.", **said}},
        **(closed if accepted else {}),
    )


@pytest.fixture
def yearly(report_in_march):
    def make(title, **values):
        return report_in_march(title, kind=ReviewKind.SCRUTINEER_REPORT, **values)

    return make


def test_no_statement_is_said_in_a_sentence(period):
    take_in(ReviewFactory(received_on=datetime.date(2026, 5, 2)))

    assert (
        draft_text(ASSURANCE, Facts(period))
        == "The independent scrutineer gave no statement of assurance in the period."
    )


def test_statement_is_quoted_with_who_gave_it_when_and_what_it_cites(period, yearly):
    take_in(
        yearly("Yearly # report"),
        text="I *am* assured that the arrangements comply.",
        given_by="Independent Scrutineer",
        date="2026-02-27",
        qualification="subject to one audit",
        standard="Working Together to Safeguard Children (2023)",
    )

    assert draft_text(ASSURANCE, Facts(period)) == (
        "**Yearly \\# report.** Independent Scrutineer gave this assurance on 27 February 2026: "
        "“I \\*am\\* assured that the arrangements comply”. "
        "The statement cites Working Together to Safeguard Children (2023). "
        "It holds back: “subject to one audit”."
    )


def test_statement_without_an_edition_takes_that_of_its_review_or_says_that_there_is_none(period, yearly):
    take_in(yearly("First", guidance_edition=GuidanceEditionFactory(name="Working Together 2026")))
    take_in(yearly("Second"), date="2026-02-27")

    assert draft_text(ASSURANCE, Facts(period)) == (
        "**First.** The reviewer gave this assurance: “I am assured”. "
        "The statement cites Working Together 2026.\n\n"
        "**Second.** The reviewer gave this assurance on 27 February 2026: “I am assured”. "
        "The statement names no edition of Working Together to Safeguard Children."
    )


def test_statement_that_nobody_has_checked_is_not_told_and_its_report_is_named(period, yearly):
    take_in(yearly("Yearly report"), accepted=False)

    assert draft_text(ASSURANCE, Facts(period)) == (
        "The independent scrutineer gave no statement of assurance in the period.\n\n"
        "One report of the independent scrutineer is without a recorded statement of assurance: Yearly report."
    )


def test_assurance_needs_as_many_queries_for_three_as_for_one(yearly, queries_of):
    take_in(yearly("One"))
    first = queries_of(ASSURANCE)
    take_in(yearly("Two"))
    take_in(yearly("Three"))

    assert (first, queries_of(ASSURANCE)) == (2, 2)
