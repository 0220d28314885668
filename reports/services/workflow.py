"""A report's way to the committee: draft, in review, approved, published; and back, or away.

A later version goes the same way, and takes the place of the one before when it is published.

Each step is a conditional update: it happens only to the version of the report that the person had read.
"""

from collections.abc import Collection
from typing import Any

from django.utils import timezone

from portal.exceptions import Refused
from portal.history import note_event
from portal.models import User
from portal.services import change, hold, save_changes
from portal.wording import moment
from reports.deadlines import is_late
from reports.drafting import WRITERS
from reports.models import Notice, Report, Section
from reports.permissions import why_not_approve
from reports.rendering.making import Making
from reports.rendering.snapshot import build_snapshot
from reports.rendering.unwritten import require_written
from reports.services.checks import require_checked
from reports.services.commitments import settle_paragraphs
from reports.services.contributions import tell
from reports.services.disclosure import require_agreed
from reports.services.following import tell_followers
from reports.services.kept_texts import forget_all
from reports.services.renderings import ask_for_renderings
from reports.services.succession import PUT_BACK, hold_earlier, require_resolved_kept, supersede_earlier

Status = Report.Status
WITHOUT_WORDS = [kind for kind in Section.Kind if kind not in WRITERS]
"""Kinds of section that say nothing as long as nobody has written anything."""


def submit_report(*, report: Report, by: User, version: int) -> Report:
    """Ask a manager to approve a draft; raises Refused where it is none or lacks a part, or StaleRecord."""
    require_status(report, Status.DRAFT, "Only a draft can be sent for review")
    if not report.sections.exclude(body="", kind__in=WITHOUT_WORDS).exists():
        raise Refused("Write something in the report before you send it for review")
    require_written(build_snapshot(report))
    return step(report, by, version, status=Status.IN_REVIEW, return_reason="")


def return_report(*, report: Report, by: User, version: int, reason: str) -> Report:
    """Send a report back to its author with the reason; raises Refused where it is not in review."""
    require_status(report, Status.IN_REVIEW, "Only a report in review can be sent back")
    with change(by=by):
        returned = step(report, by, version, status=Status.DRAFT, return_reason=reason)
        tell_author(returned, Notice.Kind.RETURNED, by=by, occasion=returned.version)
    return returned


def approve_report(*, report: Report, by: User, version: int) -> Report:
    """Approve a report as it was read, freeze it, and have its files made.

    Raises Refused for whoever wrote in it, for a report that is not in review or a part of which cannot be written,
    for a commitment whose paragraph is gone and for a version that says otherwise what the committee has resolved on;
    ChecksOpen while the checks find what is neither mended nor overridden; StaleRecord if it has changed.
    """
    if report.approved_by is not None:
        who = f"{report.approved_by.name} approved this one on {moment(report.approved_at)}"
        raise Refused(f"Only a report in review can be approved. {who}")
    require_status(report, Status.IN_REVIEW, "Only a report in review can be approved")
    with change(by=by):
        barred = why_not_approve(by, report)
        if barred:
            raise Refused(barred)
        # Held, so that the day on which the report is frozen stays that of its meeting.
        hold(report.meeting)
        approved = step(
            report, by, version, status=Status.APPROVED, approved_by=by, approved_at=timezone.now()
        )
        ask_for_renderings(report=approved, by=by)
        settle_paragraphs(approved)
        require_resolved_kept(approved, remedy=PUT_BACK)
        require_checked(approved)
        forget_all(approved)
        tell_author(approved, Notice.Kind.APPROVED, by=by)
    return approved


def publish_report(
    *, report: Report, by: User, version: int, reason: str = "", agreed: Collection[str] = ()
) -> Report:
    """Let the committee read a report in place of its earlier versions; raises Refused where it has no files yet.

    Also Refused where it is not approved, where it is less than five clear days to the meeting and nobody says why (a
    reason is kept only then), for a version that says otherwise what the committee has resolved on, and where one makes
    public what was exempt and is not among what is `agreed`.
    """
    require_status(report, Status.APPROVED, "Only an approved report can be published")
    making = Making.of(report)
    if making is None or not making.is_done:
        raise Refused("The files are not ready yet. Publish the report when they are")
    now = timezone.now()
    late = is_late(report.meeting, on=timezone.localdate(now))
    if late and not reason:
        raise Refused(
            "It is less than five clear working days to the meeting. Enter why the report is published late",
            fields=["reason"],
        )
    with change(by=by):
        hold_earlier(report)
        disclosed = require_agreed(report, agreed=agreed)
        supersede_earlier(report, by=by)
        published = step(
            report,
            by,
            version,
            status=Status.PUBLISHED,
            published_by=by,
            published_at=now,
            late_reason=reason if late else "",
        )
        for opened in disclosed:
            note_event(published, "Exempt no longer", opened.words, by=by)
        tell_followers(published, Notice.Kind.PUBLISHED)
        tell_author(published, Notice.Kind.OUT, by=by)
    return published


def withdraw_report(*, report: Report, by: User, version: int, reason: str) -> Report:
    """Take an approved or published report away from its readers, with the reason; its editions are kept.

    Those who could read it are told the reason. Of one that was never published it stays in the record; so do reasons
    from before readers were told any, because they were written for officers alone.
    """
    if report.status not in (Status.APPROVED, Status.PUBLISHED):
        raise Refused("Only an approved or published report can be withdrawn")
    with change(by=by):
        withdrawn = step(
            report,
            by,
            version,
            status=Status.WITHDRAWN,
            withdrawn_by=by,
            withdrawn_at=timezone.now(),
            withdrawal_reason=reason,
            withdrawal_is_explained=report.published_at is not None,
        )
        if withdrawn.published_at:
            tell_followers(withdrawn, Notice.Kind.WITHDRAWN)
    return withdrawn


def tell_author(report: Report, kind: Notice.Kind, *, by: User, occasion: int = 0) -> None:
    """Owe whoever drafted a report an e-mail about a step that somebody else took with it."""
    if report.drafted_by_id != by.pk:
        tell(report, [report.drafted_by], kind, occasion=occasion)


def require_status(report: Report, status: str, message: str) -> None:
    """Raise Refused where the report stands elsewhere."""
    if report.status != status:
        raise Refused(f"{message}. This one is: {report.get_status_display().lower()}")


def step(report: Report, by: User, version: int, **changes: Any) -> Report:
    """Take a step with the report as it was read; raises StaleRecord if it has changed."""
    return save_changes(record=report, by=by, version=version, changes=changes)
