"""Asking for contributions, reminding, and the e-mails that do it."""

import datetime

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from actions.models import ReminderChoice
from portal.exceptions import Refused
from reports.models import Contribution, Notice, Report
from reports.reminders import letter_of, send_waiting
from reports.services.contributions import ask_contribution, give_contribution, remind_contributors, tell
from tests.concurrency import at_once
from tests.factories.portal import UserFactory
from tests.factories.reports import ContributionFactory, ReportFactory
from tests.post_office import PostOffice

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.processes,
    pytest.mark.usefixtures("today", "no_queue"),
]
LAST_DAY = datetime.date(2026, 6, 17)
ASKED_AT = datetime.datetime(2026, 5, 27, 9, 0, tzinfo=datetime.UTC)


@pytest.fixture
def office(settings):
    """A mail server that is closed, and the portal's settings for it."""
    office = PostOffice()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", office.port, 1
    return office


@pytest.fixture
def contribution():
    """What somebody was asked for, by 17 June 2026."""
    return ContributionFactory(
        report__title="Half-yearly report",
        report__meeting__held_on=datetime.date(2026, 7, 13),
        asked_at=ASKED_AT,
    )


def subject_of(message):
    """The subject as mail programs show it, wherever its line was folded."""
    return message["Subject"].strip()


def notice_of(contribution, kind=Notice.Kind.ASKED):
    tell(contribution.report, [contribution.person], kind)
    return Notice.objects.get(report=contribution.report, kind=kind)


def test_asked_is_told_what_and_by_when(office):
    person = UserFactory()
    report = ReportFactory(title="Half-yearly report", meeting__held_on=datetime.date(2026, 7, 13))

    asked = ask_contribution(report=report, by=report.drafted_by, person=person, what="Figures, please")
    with office.open():
        assert [send_waiting(), send_waiting()] == [1, 0]

    (message,) = office.received
    assert (message["To"], subject_of(message)) == (
        person.email,
        "Please contribute to “Half-yearly report” by 17 June 2026",
    )
    assert "Figures, please" in message.get_content()
    assert asked.get_absolute_url() in message.get_content()


def test_second_request_to_a_person_is_refused(contribution):
    with pytest.raises(Refused, match="This person was asked already"):
        ask_contribution(
            report=contribution.report,
            by=contribution.asked_by,
            person=contribution.person,
            what="More",
        )


@pytest.mark.parametrize(
    ("on", "kinds"),
    [
        ("2026-06-11", []),
        ("2026-06-12", ["soon"]),
        ("2026-06-17", ["soon"]),
        ("2026-06-18", ["overdue"]),
        ("2026-07-13", ["overdue"]),
        ("2026-07-14", []),
    ],
)
def test_reminders_come_three_working_days_before_and_after_the_last_day(contribution, on, kinds):
    for _ in range(2):
        remind_contributors(on=datetime.date.fromisoformat(on))

    assert list(Notice.objects.values_list("kind", flat=True)) == kinds


@pytest.mark.parametrize(
    ("on", "kinds"), [("2026-06-17", []), ("2026-06-18", ["soon"]), ("2026-06-19", ["overdue"])]
)
def test_whoever_was_asked_late_is_not_reminded_at_once(on, kinds):
    ContributionFactory(report__meeting__held_on=datetime.date(2026, 7, 1))

    remind_contributors(on=datetime.date.fromisoformat(on))

    assert list(Notice.objects.values_list("kind", flat=True)) == kinds


def test_nobody_is_reminded_of_what_is_given_or_too_late_to_give():
    for state in ({"given": True}, {"report__approved": True}, {"report__withdrawn": True}):
        day = datetime.date(2026, 7, 13)
        ContributionFactory(**state, report__meeting__held_on=day, asked_at=ASKED_AT)

    assert remind_contributors(on=LAST_DAY) == 0


def test_contribution_that_came_meanwhile_is_not_asked_for(office, contribution):
    notice = notice_of(contribution)
    author = contribution.report.drafted_by
    give_contribution(contribution=contribution, by=author, version=0, changes={"text": "Here"})

    with office.open():
        assert send_waiting() == 0

    notice.refresh_from_db()
    assert notice.state == "dropped"


def test_person_who_wants_no_reminders_is_asked_and_not_reminded(contribution):
    ReminderChoice.objects.create(person=contribution.person, frequency="never")

    assert letter_of(notice_of(contribution, Notice.Kind.SOON)) is None
    Notice.objects.all().delete()
    assert letter_of(notice_of(contribution)) is not None


def test_days_without_a_mail_server_lose_nothing_and_come_to_one_e_mail(office, contribution):
    notice_of(contribution)
    for days in range(1, 5):
        with time_machine.travel(timezone.now() + datetime.timedelta(days=days), tick=False):
            remind_contributors(on=timezone.localdate())
            assert send_waiting() == 0

    with office.open(), time_machine.travel(timezone.now() + datetime.timedelta(days=5), tick=False):
        assert send_waiting() == 1

    assert [subject_of(message) for message in office.received] == [
        "Your contribution to “Half-yearly report” was due on 17 June 2026"
    ]
    assert list(Notice.objects.order_by("pk").values_list("kind", "state")) == [
        ("asked", "dropped"),
        ("soon", "dropped"),
        ("overdue", "sent"),
    ]


def test_second_notice_of_a_kind_is_impossible(contribution):
    notice_of(contribution)

    with pytest.raises(IntegrityError), transaction.atomic():
        Notice.objects.create(
            report=contribution.report, person=contribution.person, kind="asked", message_id="<2>"
        )


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_it_once(office, contribution, tmp_path):
    notice = notice_of(contribution)

    with office.open():
        outcomes = at_once([send_waiting, send_waiting], folder=tmp_path)

    assert sorted(outcomes) == [0, 1]
    assert office.delivered() == {contribution.person.email: [notice.message_id]}


def test_author_is_told_that_the_draft_is_there(office):
    report = ReportFactory(title="A\nlong title", meeting__held_on=datetime.date(2026, 7, 13))
    tell(report, [report.drafted_by], Notice.Kind.PREPARED)

    with office.open():
        send_waiting()

    (message,) = office.received
    assert subject_of(message) == f"The draft for the {report.meeting.committee} on 13 July 2026 is prepared"
    assert "for review by 23 June 2026" in message.get_content()
    assert report.get_absolute_url() in message.get_content()


def test_contribution_to_an_approved_report_is_refused():
    contribution = ContributionFactory(report__approved=True)

    with pytest.raises(Refused, match="The text of an approved report cannot change"):
        give_contribution(contribution=contribution, by=contribution.person, version=0, changes={"text": "x"})
    with pytest.raises(Refused, match="The text of an approved report cannot change"):
        ask_contribution(
            report=Report.objects.get(), by=contribution.person, person=UserFactory(), what="More"
        )


def test_half_given_contribution_is_impossible(contribution):
    with pytest.raises(IntegrityError), transaction.atomic():
        Contribution.objects.filter(pk=contribution.pk).update(given_at=timezone.now())
