"""Whoever drafted a report is told by e-mail of each contribution that comes in."""

import datetime

import pytest

from actions.models import ReminderChoice
from portal.models import Role
from reports.models import Contribution, Notice
from reports.reminders import letter_of
from reports.services.contributions import give_contribution
from tests.factories.portal import UserFactory
from tests.factories.reports import ContributionFactory, ReportFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today", "no_queue")]


@pytest.fixture
def contribution():
    return ContributionFactory(
        person=UserFactory(name="Priya Kaur", role=Role.ACTION_LEAD),
        report__title="Half-yearly report",
        report__meeting__held_on=datetime.date(2026, 7, 13),
    )


def give(contribution, by=None, text="Words that can be exempt."):
    contribution.refresh_from_db()
    by = by or contribution.person
    give_contribution(contribution=contribution, by=by, version=contribution.version, changes={"text": text})


def told():
    return list(Notice.objects.filter(kind=Notice.Kind.GIVEN).values_list("person", "occasion"))


def written():
    return letter_of(Notice.objects.get(kind=Notice.Kind.GIVEN))


def test_author_is_told_of_a_contribution_without_its_words(contribution):
    give(contribution)

    message = written()

    author, report = contribution.report.drafted_by, contribution.report
    assert message.to == [author.email]
    assert message.subject == "Contribution of Priya Kaur to “Half-yearly report”"
    assert f"/reports/{report.pk}/plan/" in message.body
    assert "came in" in message.body
    assert "Words that can be exempt" not in message.body


def test_author_is_told_once_of_each_contribution(contribution):
    other = ContributionFactory(report=contribution.report)
    give(contribution)
    give(contribution, text="Changed.")
    give(other)

    author = contribution.report.drafted_by.pk
    assert told() == [(author, contribution.pk), (author, other.pk)]


def test_author_is_not_told_what_they_gave_or_entered_themselves(contribution):
    author = contribution.report.drafted_by
    own = ContributionFactory(report=contribution.report, person=author)
    give(contribution, by=author)
    give(own, by=UserFactory())

    assert told() == []


def test_no_e_mail_where_it_is_no_news_or_not_wanted(contribution):
    give(contribution)
    author = contribution.report.drafted_by
    assert written() is not None

    choice = ReminderChoice.objects.create(person=author, frequency=ReminderChoice.Frequency.NEVER)
    assert written() is None
    choice.delete()
    Contribution.objects.update(text="", given_by=None, given_at=None)
    assert written() is None
    give(contribution)
    Contribution.objects.update(report=ReportFactory(approved=True))
    assert written() is None


def test_author_who_does_not_draft_any_more_is_not_written_to(contribution):
    give(contribution)
    author = contribution.report.drafted_by
    author.role = Role.COMMITTEE_MEMBER
    author.save()

    assert written() is None
