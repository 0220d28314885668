"""The days by which each step of a report is due, counted back from the meeting."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.timezone import localdate

from portal.working_days import add_working_days, clear_days_before, working_days_before
from reports.models import Contribution, Cycle, Meeting, Report

CLEAR_DAYS = 5
"""Papers are open for so many clear working days before a meeting: Local Government Act 1972, s100B."""

DAYS_FOR_A_LATE_CONTRIBUTION = 3
"""So many working days has whoever is asked after the day for contributions, where there are as many."""

Status = Report.Status


@dataclass(frozen=True)
class Deadlines:
    """The last day of each step."""

    contributions: datetime.date
    review: datetime.date
    approval: datetime.date
    publication: datetime.date


def deadlines_of(meeting: Meeting) -> Deadlines:
    """Return the last days for a meeting's report: by its committee's cycle, or as a new cycle would have them."""
    cycle = cycle_of(meeting) or Cycle()
    publication = clear_days_before(meeting.held_on, CLEAR_DAYS)
    return Deadlines(
        contributions=working_days_before(publication, cycle.contributions_days),
        review=working_days_before(publication, cycle.review_days),
        approval=working_days_before(publication, cycle.approval_days),
        publication=publication,
    )


def contribution_due_on(contribution: Contribution) -> datetime.date:
    """Return the last day for a contribution; it is never one that had gone when it was asked for.

    Asked for too late, it is due in a few working days: by the review or, where that day has gone too, before the last
    day of publication. The next working day is the soonest.
    """
    days = deadlines_of(contribution.report.meeting)
    asked_on = localdate(contribution.asked_at)
    if asked_on <= days.contributions:
        return days.contributions
    latest = days.review if asked_on < days.review else working_days_before(days.publication, 1)
    return max(
        add_working_days(asked_on, 1), min(add_working_days(asked_on, DAYS_FOR_A_LATE_CONTRIBUTION), latest)
    )


def was_asked_late(contribution: Contribution) -> bool:
    """Tell whether the day for contributions had gone when this one was asked for."""
    return localdate(contribution.asked_at) > deadlines_of(contribution.report.meeting).contributions


def cycle_of(meeting: Meeting) -> Cycle | None:
    """Return the schedule of a meeting's committee, if it has one."""
    return getattr(meeting.committee, "cycle", None)


def prepared_on(meeting: Meeting, cycle: Cycle) -> datetime.date:
    """Return the day from which the draft for a meeting is prepared."""
    return meeting.held_on - datetime.timedelta(weeks=cycle.draft_weeks_before)


def with_report_due(meetings: Iterable[Meeting]) -> list[Meeting]:
    """Return those of a run of meetings that have a report by their committee's cycle: the first of each month.

    The run is in order of days, and begins with the first day of a month.
    """
    due, seen = [], set()
    for meeting in meetings:
        cycle = cycle_of(meeting)
        month = (meeting.committee_id, meeting.held_on.year, meeting.held_on.month)
        if cycle is not None and meeting.held_on.month in cycle.months and month not in seen:
            due.append(meeting)
        seen.add(month)
    return due


def is_late(meeting: Meeting, *, on: datetime.date) -> bool:
    """Tell whether papers that go out on this day are open for less than five clear days before the meeting."""
    return on > clear_days_before(meeting.held_on, CLEAR_DAYS)


def was_late(report: Report) -> bool:
    """Tell whether a published report went out too late for its meeting; needs `with_published_before`."""
    if report.published_at is None:
        return False
    went_out_on = localdate(report.published_at)
    return is_late(report.meeting, on=went_out_on) and not only_corrects(report, on=went_out_on)


def only_corrects(report: Report, *, on: datetime.date) -> bool:
    """Tell whether a report that went out on this day would only correct an earlier version, and so not be late.

    That one was published in time, or for a meeting that is over by then. Needs `with_published_before`.
    """
    before = report.published_before_at
    if before is None:
        return False
    return report.meeting.held_on < on or not is_late(report.meeting, on=localdate(before))


def next_step(
    report: Report, *, on: datetime.date, awaited_until: datetime.date | None
) -> tuple[str, datetime.date] | None:
    """Return what a report has to do next and by when; None once it is published or over.

    `awaited_until` is the last day of whoever still has to contribute, if any: a draft waits until it is over.
    """
    days = deadlines_of(report.meeting)
    if report.status == Status.DRAFT and awaited_until is not None and on <= awaited_until:
        return "Contributions", awaited_until
    steps = {
        Status.DRAFT: ("Send for review", days.review),
        Status.IN_REVIEW: ("Approve", days.approval),
        Status.APPROVED: ("Publish", days.publication),
    }
    return steps.get(Status(report.status))
