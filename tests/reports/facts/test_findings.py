"""The findings of a period by theme."""

import datetime

import pytest

from findings.models import Kind, Prominence, Recurrence
from reports.facts import Facts, finding_facts
from tests.factories.findings import FindingFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import ReviewFactory, ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def review():
    return ReviewFactory(received_on=datetime.date(2026, 3, 2))


def test_findings_stand_under_each_of_their_themes_the_most_prominent_first(period, review):
    voice, workforce = ThemeFactory(name="Voice", position=1), ThemeFactory(name="Workforce", position=2)
    ThemeFactory(name="Nothing found", position=3)
    detail, headline = (
        FindingFactory(review=review),
        FindingFactory(review=review, kind=Kind.STRENGTH, prominence=Prominence.HEADLINE),
    )
    detail.themes.set([voice, workforce])
    headline.themes.set([voice])

    facts = finding_facts(Facts(period))

    assert [(theme.name, theme.findings) for theme in facts.themes] == [
        ("Voice", [headline, detail]),
        ("Workforce", [detail]),
    ]
    assert (facts.of_kind(Kind.STRENGTH), facts.of_kind(Kind.AREA)) == ([headline], [detail])


def test_findings_of_a_review_that_reported_later_are_left_out(period):
    FindingFactory(review=ReviewFactory(received_on=datetime.date(2026, 5, 2)))

    assert finding_facts(Facts(period)).findings == []


def test_recurrences_are_counted(period, review):
    theme, finding = ThemeFactory(), FindingFactory(review=review)
    finding.themes.add(theme)
    Recurrence.objects.create(
        finding=finding,
        earlier=FindingFactory(),
        outcome=Recurrence.Outcome.RECURS,
        confirmed_by=UserFactory(),
    )

    facts = finding_facts(Facts(period))

    assert facts.recurring == [finding]
    assert facts.themes[0].linked(Recurrence.Outcome.RECURS) == [finding]
    assert facts.themes[0].linked(Recurrence.Outcome.LOST) == []
