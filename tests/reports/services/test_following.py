"""Following committees, and the e-mails that tell of their papers."""

import pytest
import time_machine
from django.utils import timezone

from portal.exceptions import StaleRecord
from portal.letters import LONGEST_WAIT_FOR_A_SERVER
from portal.models import Role, User
from reports.models import Following, Notice, Rendering, Report
from reports.reminders import letter_of, send_waiting
from reports.services.following import follow_committee, stop_following, tell_followers
from reports.services.versions import begin_version
from reports.services.workflow import publish_report, withdraw_report
from tests.factories.portal import UserFactory
from tests.factories.reports import (
    APPROVED_AT,
    CommitteeFactory,
    EditionFactory,
    FollowingFactory,
    RenderingFactory,
    ReportFactory,
)
from tests.post_office import PostOffice

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_queue")]


@pytest.fixture
def office(settings):
    """A mail server that is closed, and the portal's settings for it."""
    office = PostOffice()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", office.port, 1
    return office


def ready(report):
    """Let a report's files be made, so that it can be published."""
    RenderingFactory(
        report=report,
        state=Rendering.State.DONE,
        edition=EditionFactory(report=report),
        finished_at=APPROVED_AT,
    )
    return report


def publish(report):
    # The author takes the step, so that nobody tells them of it.
    return publish_report(report=report, by=report.drafted_by, version=report.version, reason="It is late")


@pytest.fixture
def report() -> Report:
    """A report that can be published."""
    return ready(ReportFactory(approved=True, title="Half-yearly report"))


@pytest.fixture
def follower(report):
    """A member who follows its committee by e-mail."""
    return FollowingFactory(committee=report.meeting.committee).person


def notices():
    return list(Notice.objects.order_by("pk").values_list("person", "kind", "state"))


def test_following_is_one_row_whatever_is_chosen_again():
    committee, person = CommitteeFactory(), UserFactory()

    for by_email in (True, False, False):
        follow_committee(committee=committee, by=person, by_email=by_email)
    assert Following.objects.get().by_email is False

    for _ in range(2):
        stop_following(committee=committee, by=person)
    assert not Following.objects.exists()


def test_publication_tells_those_who_follow_the_committee_by_email(report, follower):
    committee = report.meeting.committee
    FollowingFactory(committee=committee, by_email=False)
    FollowingFactory(committee=committee, person__is_active=False)
    FollowingFactory(committee=committee, person__role=Role.ADMINISTRATOR)
    FollowingFactory()

    publish(report)

    assert notices() == [(follower.pk, "published", "waiting")]


def test_publication_that_fails_tells_nobody(report, follower):
    with pytest.raises(StaleRecord):
        publish_report(report=report, by=UserFactory(), version=99, reason="It is late")

    assert notices() == []


@pytest.mark.processes
def test_follower_reads_where_the_paper_is_and_how_to_stop(report, follower, office):
    publish(report)

    with office.open():
        assert [send_waiting(), send_waiting()] == [1, 0]

    (message,) = office.received
    assert (message["To"], message["Subject"].strip()) == (follower.email, "New paper: Half-yearly report")
    assert f"/papers/{report.pk}/" in message.get_content()
    assert "/papers/following/" in message.get_content()


def test_news_names_the_full_edition_to_those_who_may_read_it(report, follower):
    EditionFactory(report=report, audience="full")
    publish(report)

    for may in (True, False):
        User.objects.filter(pk=follower.pk).update(reads_exempt_papers=may)
        notice = Notice.objects.get()
        assert ("leads you to the full edition" in letter_of(notice).body) is may


@pytest.mark.processes
def test_news_waits_while_the_mail_server_is_away(report, follower, office):
    publish(report)
    assert send_waiting() == 0
    assert notices() == [(follower.pk, "published", "waiting")]

    with office.open(), time_machine.travel(timezone.now() + LONGEST_WAIT_FOR_A_SERVER, tick=False):
        assert send_waiting() == 1

    assert len(office.received) == 1


def published_version(report):
    """The next version of a report, published."""
    version = begin_version(report=report, by=UserFactory())
    manager = UserFactory(role=Role.MANAGER)
    Report.objects.filter(pk=version.pk).update(
        status="approved", approved_by=manager, approved_at=APPROVED_AT
    )
    version.refresh_from_db()
    return publish(ready(version))


def test_news_of_a_version_says_that_it_takes_a_place(report, follower):
    publish(report)
    version = published_version(report)

    old, new = (letter_of(Notice.objects.get(report=row)) for row in (report, version))
    assert old is None  # the new one says all of it
    assert new is not None
    assert new.subject == "New version: Half-yearly report, version 2"
    assert "takes the place of the version before" in new.body


def test_news_of_a_version_whose_earlier_one_nobody_could_read_is_that_of_a_paper(report, follower):
    published_version(report)

    letter = letter_of(Notice.objects.get())

    assert letter is not None
    assert letter.subject == "New paper: Half-yearly report"
    assert "takes the place" not in letter.body


def test_withdrawal_tells_why(report, follower):
    published = publish(report)
    withdraw_report(
        report=published, by=UserFactory(), version=published.version, reason="A figure was wrong"
    )

    told, withdrawn = (letter_of(row) for row in Notice.objects.order_by("pk"))
    assert told is None
    assert withdrawn is not None
    assert withdrawn.subject == "Withdrawn: Half-yearly report"
    assert "A figure was wrong" in withdrawn.body


def test_withdrawal_of_what_was_never_published_is_no_news(report, follower):
    withdraw_report(report=report, by=UserFactory(), version=report.version, reason="A figure was wrong")

    assert notices() == []


@pytest.mark.parametrize(
    "change",
    [
        lambda person: Following.objects.update(by_email=False),
        lambda person: Following.objects.all().delete(),
        lambda person: type(person).objects.filter(pk=person.pk).update(role=Role.ACTION_LEAD),
        lambda person: type(person).objects.filter(pk=person.pk).update(is_active=False),
    ],
)
def test_who_no_longer_wants_it_or_may_not_read_it_is_not_sent_it(report, follower, change):
    publish(report)
    change(follower)

    assert letter_of(Notice.objects.get()) is None


def test_news_is_told_once_however_often_it_is_owed(report, follower):
    assert [tell_followers(report, Notice.Kind.PUBLISHED) for _ in range(2)] == [1, 0]
