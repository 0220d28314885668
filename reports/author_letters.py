"""E-mails to whoever drafted a report: somebody contributed to it, sent it back, approved it or published it."""

from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage
from django.urls import reverse

from portal.permissions import Permission, is_allowed
from portal.wording import day
from reports.deadlines import deadlines_of
from reports.letters import is_overtaken, letter, meeting_words, reminders_url, wants_none
from reports.models import Contribution, Following, Notice, Report

Kind = Notice.Kind


@dataclass(frozen=True)
class Step:
    """Where a report still stands for a step to be worth telling, and how it is told."""

    status: Report.Status
    subject: str
    opening: str


STEPS = {
    Kind.RETURNED: Step(
        Report.Status.DRAFT,
        "Sent back for changes: {title}",
        "“{title}” for {meeting} is sent back for changes. You can read what should change, and edit the report, here:",
    ),
    Kind.APPROVED: Step(
        Report.Status.APPROVED,
        "Approved: {title}",
        "“{title}” for {meeting} is approved. The last day to publish it is {publication}:",
    ),
    Kind.OUT: Step(
        Report.Status.PUBLISHED,
        "Published: {title}",
        "“{title}” for {meeting} is published. You can read it here:",
    ),
}


def author_letter_of(notice: Notice) -> EmailMessage | None:
    """Write an e-mail as things stand now; None where it is no news any more, or not wanted.

    It has no words of the report but its title, nor the reason for which it is sent back: they can be exempt.
    """
    person, step = notice.person, STEPS[Kind(notice.kind)]
    report = Report.objects.select_related("meeting__committee__cycle").get(pk=notice.report_id)
    is_asked = notice.kind == Kind.RETURNED
    if report.status != step.status or not is_allowed(person, Permission.DRAFT_REPORTS):
        return None
    if (wants_none(person) and not is_asked) or is_told_otherwise(notice, report):
        return None
    words = {
        "title": str(report),
        "meeting": meeting_words(report),
        "publication": day(deadlines_of(report.meeting).publication),
    }
    context = {
        "opening": step.opening.format(**words),
        "url": f"{settings.PUBLIC_URL}{report.get_absolute_url()}",
        "reminders": "" if is_asked else reminders_url(),
    }
    return letter(notice, step.subject.format(**words), "reports/mail/notice.txt", context)


def contribution_letter_of(notice: Notice) -> EmailMessage | None:
    """Write an e-mail about a contribution that came in; None where it is no news any more, or not wanted.

    It has none of the contributor's words: they can be about what is exempt.
    """
    person = notice.person
    given = Contribution.objects.filter(pk=notice.occasion, given_at__isnull=False)
    contribution = given.select_related("person", "report__meeting__committee").first()
    if contribution is None or not contribution.report.can_be_edited:
        return None
    if wants_none(person) or not is_allowed(person, Permission.DRAFT_REPORTS):
        return None
    report, by = contribution.report, contribution.person.name
    meeting = meeting_words(report)
    plan = reverse("reports:report_plan", args=[report.pk])
    context = {
        "opening": f"The contribution of {by} to “{report.title}” for {meeting} came in. You can read it here:",
        "url": f"{settings.PUBLIC_URL}{plan}",
        "reminders": reminders_url(),
    }
    return letter(notice, f"Contribution of {by} to “{report.title}”", "reports/mail/notice.txt", context)


def is_told_otherwise(notice: Notice, report: Report) -> bool:
    """Tell whether another e-mail says it: of sending it back a later time, or to who follows the committee."""
    if notice.kind == Kind.OUT:
        following = Following.objects.filter(committee=report.meeting.committee_id, person=notice.person_id)
        return following.filter(by_email=True).exists()
    same = Notice.objects.filter(report=report, person=notice.person_id, kind=notice.kind)
    return is_overtaken(same.filter(occasion__gt=notice.occasion))
