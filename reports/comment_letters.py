"""E-mails to those whom a comment on a draft, or a reply in its thread, concerns."""

from django.conf import settings
from django.core.mail import EmailMessage

from portal.permissions import Permission, is_allowed
from reports.letters import is_overtaken, letter, meeting_words, reminders_url, wants_none
from reports.models import CommentNotice


def comment_letter_of(notice: CommentNotice) -> EmailMessage | None:
    """Write an e-mail as things stand now; None where it is of no use any more, or not wanted.

    It has none of the words: they can be about what is exempt.
    """
    rows = CommentNotice.objects.select_related(
        "person",
        "comment__made_by",
        "comment__report__meeting__committee",
        "reply__replied_by",
        "reopened_by",
    )
    notice = rows.get(pk=notice.pk)
    comment, report = notice.comment, notice.comment.report
    person = notice.person
    # Comments also stand on the page of the report, so that nobody needs to be told.
    if not is_allowed(person, Permission.SEE_EXEMPT) or wants_none(person):
        return None
    later = CommentNotice.objects.filter(comment=comment, person=person, pk__gt=notice.pk)
    if comment.resolved_at or not report.can_be_edited or is_overtaken(later):
        return None
    what, said = told_in(notice)
    meeting = meeting_words(report)
    context = {
        "opening": f"{said} on the draft of “{report.title}” for {meeting}. You can read it and answer here:",
        "url": f"{settings.PUBLIC_URL}{comment.get_absolute_url()}",
        "reminders": reminders_url(),
    }
    return letter(notice, f"{what} on “{report.title}”", "reports/mail/notice.txt", context)


def told_in(notice: CommentNotice) -> tuple[str, str]:
    """Return what a notice tells of, for the subject, and who did it."""
    if notice.reply:
        return "Reply to a comment", f"{notice.reply.replied_by.name} replied to a comment"
    if notice.reopened_by:
        return "Comment opened again", f"{notice.reopened_by.name} opened a comment again"
    return "Comment", f"{notice.comment.made_by.name} commented"
