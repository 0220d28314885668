"""What the committee resolved on recommendations, and what came of it."""

import datetime
from collections.abc import Mapping
from typing import Any

from portal.exceptions import Refused
from portal.models import User
from portal.services import change, hold, save_changes, save_new
from portal.wording import day
from reports.models import Meeting, Recommendation, Report, Resolution

DECIDED = "The committee has decided on this recommendation already. Correct what is recorded instead"


def record_resolution(
    *,
    by: User,
    on: datetime.date,
    recommendation: Recommendation,
    meeting: Meeting,
    details: Mapping[str, Any],
) -> Resolution:
    """Record what a meeting resolved on a recommendation of a published report.

    Raises Refused before the meeting, for a meeting of another committee or before the report's, and where the
    committee has decided already: only what was deferred is decided again, at a later meeting.
    """
    with change(by=by):
        # Held, so that two who record it at once see each other's.
        hold(recommendation)
        require_meeting(recommendation.report, meeting, on)
        earlier = recommendation.resolutions.select_related("meeting")
        if any(row.decision != Resolution.Decision.DEFERRED for row in earlier):
            raise Refused(DECIDED)
        if any(row.meeting.held_on > meeting.held_on for row in earlier):
            raise Refused("A later meeting deferred it. Choose a meeting after that one", fields=["meeting"])
        require_day(meeting, details["due_on"])
        record = Resolution(recommendation=recommendation, meeting=meeting, **details)
        return save_new(record=record, by=by)


def edit_resolution(
    *, resolution: Resolution, by: User, version: int, changes: Mapping[str, Any]
) -> Resolution:
    """Correct what was recorded; raises Refused where an outcome would be left without its task, or StaleRecord.

    Also Refused for deferring what a later meeting has decided on, or deciding what is deferred to one.
    """
    with change(by=by):
        hold(resolution.recommendation)
        current = hold(resolution)
        if current.finished_on and not changes["owner"]:
            raise Refused("The outcome is recorded, so leave who did it and by when", fields=["owner"])
        others = current.recommendation.resolutions.exclude(pk=current.pk)
        is_last = not others.filter(meeting__held_on__gt=current.meeting.held_on).exists()
        if not is_last and changes["decision"] != Resolution.Decision.DEFERRED:
            raise Refused("A later meeting has decided on it, so it was deferred here", fields=["decision"])
        require_day(current.meeting, changes["due_on"])
        return save_changes(record=resolution, by=by, version=version, changes=changes)


def finish_resolution(
    *,
    resolution: Resolution,
    by: User,
    version: int,
    on: datetime.date,
    outcome: str,
    finished_on: datetime.date,
) -> Resolution:
    """Record what came of a resolution, and when; raises Refused for a wrong day or nothing to do, or StaleRecord."""
    if not resolution.owner:
        raise Refused("Nobody was asked to do anything, so there is no outcome to record")
    if not resolution.meeting.held_on <= finished_on <= on:
        raise Refused(
            f"Enter a date from that of the meeting, {day(resolution.meeting.held_on)}, to today",
            fields=["finished_on"],
        )
    changes = {"outcome": outcome, "finished_on": finished_on}
    return save_changes(record=resolution, by=by, version=version, changes=changes)


def require_meeting(report: Report, meeting: Meeting, on: datetime.date) -> None:
    """Raise Refused for a meeting that cannot have decided on a report."""
    if not Report.objects.published().filter(pk=report.pk).exists():
        raise Refused("Only on a published report does the committee resolve anything")
    committee = report.meeting.committee
    # A committee that no longer meets has another name now.
    is_theirs = meeting.committee_id == committee.pk or not committee.is_active
    if not is_theirs or meeting.held_on < report.meeting.held_on:
        raise Refused("Choose the meeting that the report was for, or a later one", fields=["meeting"])
    if meeting.held_on > on:
        raise Refused("The meeting has not been held yet", fields=["meeting"])


def require_day(meeting: Meeting, due_on: datetime.date | None) -> None:
    """Raise Refused for a task that was due before the committee gave it."""
    if due_on is not None and due_on < meeting.held_on:
        raise Refused(
            f"Enter the day of the meeting, {day(meeting.held_on)}, or a later one", fields=["due_on"]
        )
