"""A report's way to the committee."""

import datetime
from unittest.mock import patch

import pytest
from django.urls import reverse

from portal.history import history_of
from portal.models import Role
from portal.wording import moment
from reports.models import Edition, Rendering, Report
from reports.services.sections import edit_section
from reports.tasks import render_edition
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    APPROVED_AT,
    EditionFactory,
    RenderingFactory,
    ReportFactory,
    SectionFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]


@pytest.fixture
def queued():
    """Hold back the work that would be queued; what was queued can be looked at."""
    with patch.object(render_edition, "delay") as delay:
        yield delay


def take(client, name, report, **entries):
    return client.post(
        reverse(f"reports:report_{name}", args=[report.pk]),
        {"version": report.version, **entries},
        follow=True,
    )


def finish(rendering):
    """Let a worker have made the files."""
    Rendering.objects.filter(pk=rendering.pk).update(
        state="done", edition=EditionFactory(report=rendering.report), finished_at=rendering.asked_at
    )


def standing(report):
    return Report.objects.get(pk=report.pk).status


def test_draft_is_sent_for_review(client, officer):
    report = SectionFactory().report

    response = take(client, "submit", report)

    assert standing(report) == "in_review"
    assert "The report is sent for review" in response.content.decode()
    assert history_of(report)[0].who == str(officer)


def test_draft_without_a_word_is_not_sent(client, officer):
    report = ReportFactory()

    response = take(client, "submit", report)

    assert standing(report) == "draft"
    assert "Write something in the report before you send it for review" in response.content.decode()


def test_report_is_sent_back_with_the_reason(client, manager):
    report = ReportFactory(in_review=True)

    response = take(client, "return", report, reason="Name the late actions")

    assert standing(report) == "draft"
    assert "Name the late actions" in response.content.decode()


def test_report_is_not_sent_back_without_a_reason(client, manager):
    report = ReportFactory(in_review=True)

    response = take(client, "return", report, reason=" ")

    assert "Enter what should change" in response.content.decode()
    assert standing(report) == "in_review"


def test_reason_for_sending_back_goes_when_the_report_is_sent_again(client, officer):
    report = SectionFactory(report__return_reason="Name the late actions").report

    take(client, "submit", report)

    report.refresh_from_db()
    assert report.return_reason == ""


def test_approval_freezes_the_text_and_asks_for_the_files(
    client, manager, queued, django_capture_on_commit_callbacks
):
    section = SectionFactory(report=ReportFactory(in_review=True), body="As approved.")

    with django_capture_on_commit_callbacks(execute=True):
        take(client, "approve", section.report)

    report = Report.objects.get()
    rendering = Rendering.objects.get()
    assert (report.status, report.approved_by) == ("approved", manager)
    assert rendering.snapshot["sections"][0]["blocks"][0]["html"] == "As approved."
    assert rendering.snapshot["contacts"]["approved_on"] is not None
    assert (rendering.state, rendering.asked_by) == ("waiting", manager)
    queued.assert_called_once_with(rendering.pk)


def test_approval_stands_where_the_queue_is_away(client, manager, django_capture_on_commit_callbacks):
    section = SectionFactory(report=ReportFactory(in_review=True))

    with (
        patch.object(render_edition, "delay", side_effect=OSError("no queue")),
        django_capture_on_commit_callbacks(execute=True),
    ):
        response = take(client, "approve", section.report)

    assert response.status_code == 200
    assert (standing(section.report), Rendering.objects.get().state) == ("approved", "waiting")


@pytest.mark.parametrize("method", ["get", "post"])
def test_author_does_not_approve_their_own_report(client, manager, method):
    report = SectionFactory(report=ReportFactory(in_review=True, drafted_by=manager)).report
    address = reverse("reports:report_approve", args=[report.pk])

    response = getattr(client, method)(address, {"version": report.version})

    assert response.status_code == 403
    assert "You drafted this report, so a manager who wrote none of it" in response.content.decode()
    assert standing(report) == "in_review"
    assert address not in client.get(report.get_absolute_url()).content.decode()


@pytest.mark.parametrize("where", [{}, {"approved": True}])
def test_author_of_a_report_that_is_not_in_review_is_told_that_and_not_who_may_approve(
    client, manager, where
):
    report = ReportFactory(drafted_by=manager, **where)

    opened = client.get(reverse("reports:report_approve", args=[report.pk]))
    response = take(client, "approve", report)

    assert opened.status_code == 200
    assert "Only a report in review can be approved" in response.content.decode()
    assert standing(report) == report.status


def test_report_that_was_edited_after_it_was_read_is_not_approved(client, manager):
    section = SectionFactory(report=ReportFactory(in_review=True))
    report = section.report
    read = report.version
    edit_section(section=section, by=UserFactory(), version=0, changes={"body": "Something else."})

    response = client.post(
        reverse("reports:report_approve", args=[report.pk]), {"version": read}, follow=True
    )

    assert standing(report) == "in_review"
    assert "The report was changed after you opened it" in response.content.decode()
    assert not Rendering.objects.exists()


def test_approval_that_comes_twice_asks_for_one_rendering(client, manager, queued):
    report = SectionFactory(report=ReportFactory(in_review=True)).report

    for _ in range(2):
        take(client, "approve", report)

    assert Rendering.objects.count() == 1


def test_report_is_published_when_its_files_are_there(client, manager):
    report = ReportFactory(approved=True)
    rendering = RenderingFactory(report=report)

    response = take(client, "publish", report)
    assert standing(report) == "approved"
    assert "The files are not ready yet" in response.content.decode()

    finish(rendering)
    take(client, "publish", report)
    report.refresh_from_db()
    assert (report.status, report.published_by) == ("published", manager)


@pytest.mark.parametrize("where", ["approved", "published"])
def test_report_is_withdrawn_with_the_reason_and_keeps_its_edition(client, manager, where):
    report = ReportFactory(**{where: True})
    edition = EditionFactory(report=report)

    response = take(client, "withdraw", report, reason="A figure was wrong")

    report.refresh_from_db()
    assert (report.status, report.withdrawn_by, report.withdrawal_reason) == (
        "withdrawn",
        manager,
        "A figure was wrong",
    )
    assert Edition.objects.get() == edition
    assert "A figure was wrong" in response.content.decode()


def test_withdrawal_says_who_reads_the_reason(client, manager):
    address = reverse("reports:report_withdraw", args=[ReportFactory(published=True).pk])

    page = client.get(address).content.decode()

    assert "readers see your reason instead and people who follow the committee are sent it by e-mail" in page
    assert "write nothing exempt in it" in page


def test_report_is_not_withdrawn_without_a_reason(client, manager):
    report = ReportFactory(published=True)

    response = take(client, "withdraw", report, reason="")

    assert "Enter why the report is withdrawn" in response.content.decode()
    assert standing(report) == "published"


@pytest.mark.parametrize(
    ("name", "where", "entries"),
    [
        ("submit", "in_review", {}),
        ("return", "approved", {"reason": "r"}),
        ("approve", "approved", {}),
        ("publish", "in_review", {}),
        ("publish", "withdrawn", {}),
        ("withdraw", "in_review", {"reason": "r"}),
        ("withdraw", "withdrawn", {"reason": "r"}),
    ],
)
def test_step_that_a_report_cannot_take_is_refused(client, manager, name, where, entries):
    report = ReportFactory(**{where: True})

    response = take(client, name, report, **entries)

    assert "govuk-notification-banner" in response.content.decode()
    assert standing(report) == report.status


def test_officer_sees_no_step_of_managers(client, officer):
    report = ReportFactory(in_review=True)

    page = client.get(report.get_absolute_url()).content.decode()

    assert reverse("reports:report_approve", args=[report.pk]) not in page


@pytest.mark.parametrize("role", [Role.OFFICER, Role.MANAGER])
def test_retry_asks_again_for_what_failed_from_the_same_content(client, queued, role):
    client.force_login(UserFactory(role=role))
    failed = RenderingFactory(
        snapshot={"a": 1}, state="failed", failure="No.", finished_at="2026-06-01T09:00Z"
    )

    client.post(reverse("reports:rendering_retry", args=[failed.report_id]))

    again = Rendering.objects.exclude(pk=failed.pk).get()
    assert (again.state, again.snapshot) == ("waiting", {"a": 1})


def test_retry_of_what_is_being_made_is_refused(client, officer, queued):
    rendering = RenderingFactory(state="running")

    response = client.post(reverse("reports:rendering_retry", args=[rendering.report_id]), follow=True)

    assert "already being made" in str(next(iter(response.context["messages"])))
    assert Rendering.objects.count() == 1


def test_retry_that_comes_twice_asks_once(client, officer, queued):
    failed = RenderingFactory(state="failed", failure="No.", finished_at="2026-06-01T09:00Z", snapshot={})

    for _ in range(2):
        client.post(reverse("reports:rendering_retry", args=[failed.report_id]))

    assert Rendering.objects.count() == 2


def test_second_approval_is_told_who_approved_it_and_when(client, manager):
    report = ReportFactory(approved=True, approved_by__name="Ada Approver")

    response = take(client, "approve", report)

    words = (
        f"Only a report in review can be approved. Ada Approver approved this one on {moment(APPROVED_AT)}"
    )
    assert words in response.content.decode()


@pytest.mark.parametrize("held_on", [datetime.date(2026, 6, 16), datetime.date(2026, 12, 1)])
def test_page_of_publication_writes_no_fault_into_the_log(client, manager, caplog, held_on):
    report = ReportFactory(approved=True, meeting__held_on=held_on)

    page = client.get(reverse("reports:report_publish", args=[report.pk])).content.decode()

    assert caplog.text == ""
    is_late = held_on.month == 6
    assert ("Why is it published late?" in page, "in the minutes of the meeting" in page) == (
        is_late,
        is_late,
    )
