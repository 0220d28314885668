"""Whoever drafted a report is told by e-mail that it is sent back, approved or published."""

import pytest

from actions.models import ReminderChoice
from portal.exceptions import StaleRecord
from portal.models import Role
from reports.models import Notice, Rendering, Report
from reports.reminders import letter_of
from reports.services.workflow import approve_report, publish_report, return_report, submit_report
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    APPROVED_AT,
    EditionFactory,
    FollowingFactory,
    RenderingFactory,
    ReportFactory,
    SectionFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today", "no_queue")]


@pytest.fixture
def manager():
    return UserFactory(role=Role.MANAGER)


@pytest.fixture
def report():
    """A report in review, with words that stand in no e-mail."""
    report = ReportFactory(in_review=True, title="Half-yearly report")
    return SectionFactory(report=report, body="Words of the report.").report


def send_back(report, by):
    report.refresh_from_db()
    return return_report(report=report, by=by, version=report.version, reason="A reason that is exempt")


def submit(report):
    return submit_report(report=report, by=report.drafted_by, version=report.version)


def approve(report, by):
    return approve_report(report=report, by=by, version=report.version)


def publish(report, by):
    RenderingFactory(
        report=report,
        state=Rendering.State.DONE,
        edition=EditionFactory(report=report),
        finished_at=APPROVED_AT,
    )
    return publish_report(report=report, by=by, version=report.version, reason="It is late")


def told():
    return list(Notice.objects.order_by("pk").values_list("person", "kind"))


def written():
    """Return the e-mails that go out as things stand now."""
    return [message for notice in Notice.objects.order_by("pk") if (message := letter_of(notice))]


def test_author_is_told_that_the_report_is_sent_back_and_where_the_reason_stands(report, manager):
    send_back(report, manager)

    (message,) = written()
    assert (message.to, message.subject) == (
        [report.drafted_by.email],
        "Sent back for changes: Half-yearly report",
    )
    assert report.get_absolute_url() in message.body
    assert "exempt" not in message.body
    assert "Words of the report" not in message.body


def test_author_is_told_once_each_time_it_is_sent_back_and_not_of_what_is_over(report, manager):
    send_back(report, manager)
    with pytest.raises(StaleRecord):
        return_report(report=submit(report), by=manager, version=0, reason="Again")
    assert (told(), written()) == ([(report.drafted_by_id, "returned")], [])

    send_back(report, manager)

    assert told() == [(report.drafted_by_id, "returned")] * 2
    assert len(written()) == 1


def test_author_is_told_of_approval_and_then_of_publication(report, manager):
    approved = approve(report, manager)
    assert [message.subject for message in written()] == ["Approved: Half-yearly report"]

    publish(approved, manager)

    assert told() == [(report.drafted_by_id, "approved"), (report.drafted_by_id, "out")]
    assert [message.subject for message in written()] == ["Published: Half-yearly report"]


def test_author_who_follows_the_committee_is_told_of_publication_once(report, manager):
    FollowingFactory(committee=report.meeting.committee, person=report.drafted_by)

    publish(approve(report, manager), manager)

    assert [message.subject for message in written()] == ["New paper: Half-yearly report"]


def test_author_who_wants_no_reminders_is_told_only_what_they_have_to_do(report, manager):
    ReminderChoice.objects.create(person=report.drafted_by, frequency=ReminderChoice.Frequency.NEVER)

    send_back(report, manager)
    assert len(written()) == 1
    approve(submit(report), manager)

    assert written() == []


def test_author_who_may_not_draft_any_more_is_told_nothing(report, manager):
    send_back(report, manager)
    type(report.drafted_by).objects.update(role=Role.COMMITTEE_MEMBER)

    assert written() == []


def test_nobody_is_told_of_a_step_that_they_took_themselves(manager):
    report = SectionFactory(report=ReportFactory(in_review=True, drafted_by=manager)).report

    send_back(report, manager)

    assert told() == []
    assert Report.objects.get().status == "draft"
