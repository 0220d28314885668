"""Commenting on the paragraphs of a draft; the text and the version of the report do not change by it."""

from functools import partial

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from portal.exceptions import Refused
from portal.models import User
from portal.permissions import Permission, roles_with
from portal.services import change, hold, save_changes, save_new
from reports.models import Comment, CommentNotice, CommentReply, Report
from reports.permissions import can_resolve
from reports.rendering.comments import commentable
from reports.rendering.snapshot import build_snapshot
from reports.tasks import send_notices

CLOSED = "The report is approved, so nobody can comment on it any more"
CHANGED = (
    "The paragraph was changed after you opened this page. "
    "Copy your comment, go back to the report, and make it on the paragraph as it is now"
)


def add_comment(*, report: Report, by: User, key: str, text: str) -> Comment:
    """Comment on the paragraph that has this key; raises Refused where it has changed, and once approved."""
    with change(by=by):
        require_open(report)
        places = commentable(build_snapshot(report)["sections"])
        place = next((place for place in places if place.key == key), None)
        if place is None:
            raise Refused(CHANGED)
        record = Comment(
            report=report,
            section_id=place.section,
            paragraph=place.number,
            paragraph_name=place.name,
            paragraph_words=place.text,
            text=text,
            made_by=by,
        )
        comment = save_new(record=record, by=by)
        tell_concerned(comment, by=by)
        return comment


def reply_to_comment(*, comment: Comment, by: User, text: str) -> CommentReply:
    """Reply in a comment's thread; raises Refused where it is resolved, and once the report is approved."""
    with change(by=by):
        require_open(comment.report)
        # Whoever resolves it must have read the reply.
        unresolved = Comment.objects.unresolved().filter(pk=comment.pk)
        if not unresolved.update(version=F("version") + 1):
            raise Refused("Somebody has resolved this comment. Make a new one on the paragraph")
        reply = save_new(record=CommentReply(comment=comment, text=text, replied_by=by), by=by)
        tell_concerned(comment, by=by, reply=reply)
        return reply


def resolve_comment(*, comment: Comment, by: User, version: int) -> Comment:
    """Resolve a comment as it was read; raises Refused where it is resolved, closed or another’s, or StaleRecord."""
    if not can_resolve(by, comment):
        raise Refused("Only whoever made this comment or writes reports can resolve it")
    with change(by=by):
        require_open(comment.report)
        if hold(comment).resolved_at:
            raise Refused("Somebody has resolved this comment already")
        changes = {"resolved_by": by, "resolved_at": timezone.now()}
        return save_changes(record=comment, by=by, version=version, changes=changes)


def reopen_comment(*, comment: Comment, by: User, version: int) -> Comment:
    """Open a resolved comment again as it was read; raises Refused where it is open or another’s, or StaleRecord."""
    if not can_resolve(by, comment):
        raise Refused("Only whoever made this comment or writes reports can open it again")
    with change(by=by):
        require_open(comment.report)
        if not hold(comment).resolved_at:
            raise Refused("Somebody has opened this comment again already")
        changes = {"resolved_by": None, "resolved_at": None}
        reopened = save_changes(record=comment, by=by, version=version, changes=changes)
        tell_concerned(reopened, by=by, is_reopened=True)
        return reopened


def tell_concerned(
    comment: Comment, *, by: User, reply: CommentReply | None = None, is_reopened: bool = False
) -> None:
    """Owe an e-mail to whoever drafted the report and whoever spoke in the thread before.

    Whoever has just spoken or opened it again knows. A worker sends them after the commit.
    """
    spoke = comment.replies.values_list("replied_by", flat=True)
    concerned = {comment.report.drafted_by_id, comment.made_by_id, *spoke} - {by.pk}
    readers = User.objects.active().filter(role__in=roles_with(Permission.SEE_EXEMPT))
    new_id = partial(CommentNotice.new_message_id, settings.PUBLIC_URL)
    told = CommentNotice.objects.bulk_create(
        CommentNotice(
            comment=comment,
            reply=reply,
            reopened_by=by if is_reopened else None,
            person=person,
            message_id=new_id(),
        )
        for person in readers.filter(pk__in=concerned).order_by("pk")
    )
    if told:
        # Should the queue be away, beat asks again within a minute: the row is the truth.
        transaction.on_commit(send_notices.delay, robust=True)


def require_open(report: Report) -> None:
    """Raise Refused where the report is approved by now; held, so that it is not meanwhile."""
    if not hold(report).can_be_edited:
        raise Refused(CLOSED)
