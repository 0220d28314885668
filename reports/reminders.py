"""E-mails about reports: to the author and those who contribute, while they are written, and then to followers."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import QuerySet

from portal import letters
from portal.wording import day
from reports.announcements import NEWS, announcement_of
from reports.author_letters import STEPS, author_letter_of, contribution_letter_of
from reports.comment_letters import comment_letter_of
from reports.deadlines import contribution_due_on, deadlines_of
from reports.letters import is_overtaken, letter, meeting_words, reminders_url, wants_none
from reports.models import CommentNotice, Contribution, Notice, Report

Kind = Notice.Kind
ABOUT_A_CONTRIBUTION = (Kind.ASKED, Kind.SOON, Kind.OVERDUE)
REMINDERS = ABOUT_A_CONTRIBUTION[1:]
"""What a person who wants no reminders is not sent; what they are asked for, they are told of all the same."""


@dataclass(frozen=True)
class Wording:
    """The subject and the first sentence of an e-mail; both may name the report and the days."""

    subject: str
    opening: str


WORDINGS: Mapping[str, Wording] = {
    Kind.PREPARED: Wording(
        "The draft for {meeting} is prepared",
        "The portal has drafted “{title}” for {meeting} from the record, in your name. Please check it, and send it "
        "for review by {review}. The last day to publish it is {publication}.",
    ),
    Kind.ASKED: Wording(
        "Please contribute to “{title}” by {due}",
        "“{title}” goes to {meeting}. Please contribute to it by {due}:",
    ),
    Kind.SOON: Wording(
        "Your contribution to “{title}” is due on {due}",
        "“{title}” goes to {meeting}. Your contribution to it is due on {due}:",
    ),
    Kind.OVERDUE: Wording(
        "Your contribution to “{title}” was due on {due}",
        "“{title}” goes to {meeting}. Your contribution to it was due on {due}:",
    ),
}


def send_waiting() -> int:
    """Send the e-mails that wait, those of killed workers among them; returns how many went out."""
    sent = letters.send_waiting(Notice, write=letter_of)
    return sent + letters.send_waiting(CommentNotice, write=comment_letter_of)


def letter_of(notice: Notice) -> EmailMessage | None:
    """Write an e-mail as things stand now; None where it is of no use any more."""
    if notice.kind in NEWS:
        return announcement_of(notice)
    if notice.kind in STEPS:
        return author_letter_of(notice)
    if notice.kind == Kind.GIVEN:
        return contribution_letter_of(notice)
    person, report = notice.person, report_of(notice)
    if not person.is_active or not report.can_be_edited or is_overtaken(later_ones(notice)):
        return None
    if notice.kind in REMINDERS and wants_none(person):
        return None
    contribution = None
    if notice.kind != Kind.PREPARED:
        owed = Contribution.objects.owed().select_related("report__meeting__committee__cycle")
        contribution = owed.filter(report=report, person=person).first()
        if contribution is None:
            return None
    wording, words = WORDINGS[notice.kind], words_for(report, contribution)
    context = {
        "opening": wording.opening.format(**words),
        "what": contribution.what if contribution else "",
        "url": f"{settings.PUBLIC_URL}{(contribution or report).get_absolute_url()}",
        "reminders": reminders_url() if notice.kind in REMINDERS else "",
    }
    return letter(notice, wording.subject.format(**words), "reports/mail/notice.txt", context)


def report_of(notice: Notice) -> Report:
    """Return the report of a notice, with its meeting and the cycle."""
    reports = Report.objects.select_related("meeting__committee__cycle")
    return reports.get(pk=notice.report_id)


def later_ones(notice: Notice) -> QuerySet:
    """Return the later e-mails to the person about the same contribution."""
    same = Notice.objects.filter(report=notice.report_id, person=notice.person_id)
    if notice.kind not in ABOUT_A_CONTRIBUTION:
        return same.none()
    return same.filter(kind__in=ABOUT_A_CONTRIBUTION[ABOUT_A_CONTRIBUTION.index(Kind(notice.kind)) + 1 :])


def words_for(report: Report, contribution: Contribution | None) -> dict[str, str]:
    """Return what the wordings name."""
    days = deadlines_of(report.meeting)
    due = contribution_due_on(contribution) if contribution else days.contributions
    return {
        "title": report.title,
        "meeting": meeting_words(report),
        "due": day(due),
        "review": day(days.review),
        "publication": day(days.publication),
    }
