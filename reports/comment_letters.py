"""E-mails to those whom a comment on a draft, or a reply in its thread, concerns."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse

from actions.models import ReminderChoice
from portal.models import CouncilSettings
from portal.permissions import Permission, is_allowed
from portal.wording import day
from reports.models import CommentNotice


def comment_letter_of(notice: CommentNotice) -> EmailMessage | None:
    """Write an e-mail as things stand now; None where it is of no use any more, or not wanted.

    It has none of the words: they can be about what is exempt.
    """
    person = notice.person
    rows = CommentNotice.objects.select_related(
        "comment__made_by", "comment__report__meeting__committee", "reply__replied_by"
    )
    notice = rows.get(pk=notice.pk)
    comment, report = notice.comment, notice.comment.report
    if not person.is_active or not is_allowed(person, Permission.SEE_EXEMPT) or is_unwanted(notice):
        return None
    if comment.resolved_at or not report.can_be_edited or is_overtaken(notice):
        return None
    reply = notice.reply
    said = f"{reply.replied_by.name} replied to a comment" if reply else f"{comment.made_by.name} commented"
    meeting = f"the {report.meeting.committee} on {day(report.meeting.held_on)}"
    context = {
        "person": person,
        "council": CouncilSettings.current(),
        "opening": f"{said} on the draft of “{report.title}” for {meeting}. You can read it and answer here:",
        "url": f"{settings.PUBLIC_URL}{comment.get_absolute_url()}",
        "reminders": f"{settings.PUBLIC_URL}{reverse('actions:reminders')}",
    }
    what = "Reply to a comment" if reply else "Comment"
    return EmailMessage(
        " ".join(f"{what} on “{report.title}”".split()),
        render_to_string("reports/mail/notice.txt", context),
        to=[person.email],
        headers={"Message-ID": notice.message_id, "Auto-Submitted": "auto-generated"},
    )


def is_unwanted(notice: CommentNotice) -> bool:
    """Tell whether its person wants to be reminded of nothing: comments also stand on the page of the report."""
    return ReminderChoice.of(notice.person).frequency == ReminderChoice.Frequency.NEVER


def is_overtaken(notice: CommentNotice) -> bool:
    """Tell whether a later e-mail leads to the same thread: after days without a mail server one is enough."""
    same = CommentNotice.objects.filter(comment=notice.comment_id, person=notice.person_id)
    return same.filter(pk__gt=notice.pk).exists()
