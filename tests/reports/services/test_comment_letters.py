"""E-mails about comments on a draft and replies in their threads."""

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone

from actions.models import ReminderChoice
from portal.models import Role
from reports.models import Comment, CommentNotice, Report
from reports.reminders import send_waiting
from reports.rendering.comments import commentable
from reports.rendering.snapshot import build_snapshot
from reports.services.comments import add_comment, reopen_comment, reply_to_comment, resolve_comment
from tests.factories.portal import UserFactory
from tests.factories.reports import CommentFactory, CommentReplyFactory, ReportFactory, SectionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def queued(monkeypatch):
    """How often a worker was asked to send what waits."""
    asked = []
    monkeypatch.setattr("reports.tasks.send_notices.delay", lambda: asked.append(1))
    return asked


@pytest.fixture
def drafter():
    return UserFactory(role=Role.OFFICER)


@pytest.fixture
def report(drafter):
    report = ReportFactory(drafted_by=drafter, title="Half-yearly report")
    SectionFactory(report=report, body="Seven visits were made.")
    return report


def comment_by(person, report):
    key = commentable(build_snapshot(report)["sections"])[0].key
    return add_comment(report=report, by=person, key=key, text="Is the secret in it?")


def told():
    """Who was sent what, once all that waits has been sent."""
    send_waiting()
    return sorted((message.to[0], message.subject) for message in mail.outbox)


def test_drafter_is_told_of_a_comment_without_its_words(
    report, drafter, queued, django_capture_on_commit_callbacks
):
    scrutineer = UserFactory(role=Role.SCRUTINEER, name="Independent Scrutineer")

    with django_capture_on_commit_callbacks(execute=True):
        comment = comment_by(scrutineer, report)

    assert queued == [1]
    assert told() == [(drafter.email, "Comment on “Half-yearly report”")]
    [message] = mail.outbox
    assert "Independent Scrutineer commented on the draft of “Half-yearly report” for the" in message.body
    assert comment.get_absolute_url() in message.body
    # The subject stands encoded in the whole message.
    assert "secret" not in message.subject + message.message().as_string()
    assert told() == [(drafter.email, "Comment on “Half-yearly report”")]


def test_drafter_is_not_told_of_their_own_comment(report, drafter):
    comment_by(drafter, report)

    assert not CommentNotice.objects.exists()


def test_reply_is_told_to_the_drafter_and_whoever_spoke_before(report, drafter):
    asked_by, answered_by, replying = UserFactory.create_batch(3, role=Role.MANAGER)
    UserFactory(role=Role.MANAGER)
    comment = CommentFactory(report=report, made_by=asked_by)
    for person in (answered_by, replying):
        CommentReplyFactory(comment=comment, replied_by=person)

    reply_to_comment(comment=comment, by=replying, text="Nine.")

    subject = "Reply to a comment on “Half-yearly report”"
    assert told() == sorted((person.email, subject) for person in (drafter, asked_by, answered_by))


def test_comment_that_is_undone_tells_nobody(report, queued, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        comment_by(UserFactory(role=Role.MANAGER), report)
        transaction.set_rollback(True)

    assert (queued, CommentNotice.objects.count()) == ([], 0)


def leave(person, report):
    type(person).objects.filter(pk=person.pk).update(is_active=False)


def become_a_member(person, report):
    type(person).objects.filter(pk=person.pk).update(role=Role.COMMITTEE_MEMBER)


def want_no_mail(person, report):
    ReminderChoice.objects.create(person=person, frequency=ReminderChoice.Frequency.NEVER)


def resolve(person, report):
    Comment.objects.update(resolved_by=person, resolved_at=timezone.now())


def approve(person, report):
    approved = {"status": "approved", "approved_by": UserFactory(), "approved_at": timezone.now()}
    Report.objects.filter(pk=report.pk).update(**approved)


@pytest.mark.parametrize("meanwhile", [leave, become_a_member, want_no_mail, resolve, approve])
def test_nobody_is_told_what_is_of_no_use_any_more(report, drafter, meanwhile):
    comment_by(UserFactory(role=Role.MANAGER), report)

    meanwhile(drafter, report)

    assert told() == []
    assert CommentNotice.objects.get().state == CommentNotice.State.DROPPED


def test_one_e_mail_is_sent_for_a_thread_that_went_on(report, drafter):
    manager = UserFactory(role=Role.MANAGER)
    comment = comment_by(manager, report)
    reply_to_comment(comment=comment, by=manager, text="Or eight?")

    assert told() == [(drafter.email, "Reply to a comment on “Half-yearly report”")]


def test_comment_that_is_opened_again_is_told_each_time_to_those_whom_it_concerns(report, drafter):
    author, manager = UserFactory(role=Role.SCRUTINEER), UserFactory(role=Role.MANAGER, name="Mo Manager")
    comment = comment_by(author, report)
    told()
    for _ in range(2):
        mail.outbox.clear()
        comment = resolve_comment(comment=comment, by=drafter, version=comment.version)
        comment = reopen_comment(comment=comment, by=manager, version=comment.version)

        subject = "Comment opened again on “Half-yearly report”"
        assert told() == sorted((person.email, subject) for person in (author, drafter))
        assert "Mo Manager opened a comment again on the draft of" in mail.outbox[0].body


def test_e_mail_that_was_not_sent_overtakes_none(report, drafter):
    manager = UserFactory(role=Role.MANAGER)
    comment = comment_by(manager, report)
    reply = reply_to_comment(comment=comment, by=manager, text="Or eight?")
    dropped = {"state": CommentNotice.State.DROPPED, "ended_at": timezone.now()}
    CommentNotice.objects.filter(reply=reply).update(**dropped)

    assert told() == [(drafter.email, "Comment on “Half-yearly report”")]
