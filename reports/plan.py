"""The forward plan: each meeting to come with its report, what that has to do next, and what would be late."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.dates import MONTHS
from django.utils.timezone import localdate

from portal.authorship import written_in
from portal.permissions import Permission, is_allowed
from portal.wording import day
from reports import deadlines
from reports.deadlines import (
    Deadlines,
    contribution_due_on,
    cycle_of,
    deadlines_of,
    next_step,
    was_late,
    with_report_due,
)
from reports.models import Contribution, Cycle, Meeting, Notice, Report
from reports.presenters import status_colour

MONTHS_AHEAD = 12
CORRECTS = "It corrects a version that was published in time"
Status = Report.Status


@dataclass(frozen=True)
class PlannedReport:
    """A report in the plan: what it has to do next, how many contributions are awaited, and what is late."""

    report: Report
    colour: str
    next_step: str
    awaited: int = 0
    warning: str = ""
    is_too_late: bool = False


@dataclass(frozen=True)
class PlannedMeeting:
    """A meeting to come, with its reports; `prepared` says what is known of a report that is not there."""

    meeting: Meeting
    days: Deadlines
    reports: list[PlannedReport] = field(default_factory=list)
    is_due: bool = False
    prepared: str = ""
    warning: str = ""
    is_too_late: bool = False

    @property
    def has_late(self) -> bool:
        """Whether the time to publish is over for its report, or for one that is not there."""
        return self.is_too_late or any(report.is_too_late for report in self.reports)


def forward_plan(
    meetings: Iterable[Meeting], reports: Iterable[Report], *, on: datetime.date
) -> list[PlannedMeeting]:
    """Return the plan from a day on; the meetings are in order, and those of the day's month are all there."""
    meetings = list(meetings)
    due = {meeting.pk for meeting in with_report_due(meetings)}
    of_meeting: dict[int, list[Report]] = {}
    for report in reports:
        of_meeting.setdefault(report.meeting_id, []).append(report)
    return [
        planned_meeting(meeting, of_meeting.get(meeting.pk, []), is_due=meeting.pk in due, on=on)
        for meeting in meetings
        if meeting.held_on >= on
    ]


def planned_meeting(
    meeting: Meeting, reports: list[Report], *, is_due: bool, on: datetime.date
) -> PlannedMeeting:
    """Present a meeting; one that should have a report and has none is late from the day that its draft was due."""
    days, rows = deadlines_of(meeting), [planned_report(report, on=on) for report in reports]
    if not is_due or any(not report.is_over for report in reports):
        return PlannedMeeting(meeting, days, rows, is_due)
    is_too_late = deadlines.is_late(meeting, on=on)
    warning = ""
    if is_too_late:
        warning = f"There is no report, and the last day to publish one was {day(days.publication)}"
    elif on > days.review:
        warning = f"There is no report, and it was to go to review by {day(days.review)}"
    return PlannedMeeting(meeting, days, rows, is_due, preparing(meeting, on=on), warning, is_too_late)


def preparing(meeting: Meeting, *, on: datetime.date) -> str:
    """Say when the draft of a report that is due will be there, or why the portal cannot prepare it."""
    cycle = cycle_of(meeting)
    if cycle is None or not cycle.prepares_drafts or hasattr(meeting, "preparation"):
        return ""
    if not is_allowed(cycle.author, Permission.DRAFT_REPORTS):
        return f"The portal cannot prepare the draft: {cycle.author} can no longer write it. Choose another author"
    prepared_on = deadlines.prepared_on(meeting, cycle)
    return (
        f"The portal prepares the draft on {day(prepared_on)}"
        if prepared_on > on
        else "The portal prepares the draft today"
    )


def planned_report(report: Report, *, on: datetime.date) -> PlannedReport:
    """Present a report with its next step; the contributions that are awaited are fetched with it.

    Needs `with_published_before`: the deadlines were met where this one corrects what was published in time.
    """
    owed = [row for row in report.contributions.all() if row.given_at is None and report.can_be_edited]
    awaited = len(owed)
    step = next_step(report, on=on, awaited_until=max(map(contribution_due_on, owed), default=None))
    colour = status_colour(report.status)
    if step is None:
        return PlannedReport(report, colour, "", warning=late_words(report))
    what, by = step
    if deadlines.only_corrects(report, on=on):
        return PlannedReport(report, colour, f"{what}. {CORRECTS}", awaited)
    is_too_late = deadlines.is_late(report.meeting, on=on)
    if is_too_late:
        last = deadlines_of(report.meeting).publication
        warning = f"Too late for five clear working days: the last day to publish it was {day(last)}"
    else:
        warning = f"{what}: was due by {day(by)}" if on > by else ""
    words = "" if warning else f"{what} by {day(by)}"
    return PlannedReport(report, colour, words, awaited, warning, is_too_late)


def late_words(report: Report) -> str:
    """Say that a report was published late, and why; nothing where it, or what it corrects, was in time."""
    if report.published_at is None or not was_late(report):
        return ""
    why = f". {report.late_reason}" if report.late_reason else ""
    return f"Published late, on {day(localdate(report.published_at))}{why}"


def months_without_meeting(
    cycles: Iterable[Cycle], meetings: Iterable[Meeting], *, on: datetime.date
) -> list[tuple[Cycle, str]]:
    """Return the months of the year ahead in which a committee's report is due and no meeting is planned."""
    planned = {(meeting.committee_id, meeting.held_on.year, meeting.held_on.month) for meeting in meetings}
    missing = []
    for cycle in cycles:
        for ahead in range(1, MONTHS_AHEAD):
            years, month = divmod(on.month - 1 + ahead, 12)
            year, month = on.year + years, month + 1
            if month in cycle.months and (cycle.committee_id, year, month) not in planned:
                missing.append((cycle, f"{MONTHS[month]} {year}"))
    return missing


@dataclass(frozen=True)
class Asked:
    """A contribution with what became of it, and whether its person has been told that it is asked for."""

    contribution: Contribution
    standing: str
    colour: str
    told: str = ""
    due: str = ""
    """By when it is due, where that is another day than the plan has for contributions."""
    changed: str = ""
    """That the report has other words than those that it shows, where it was put in and then changed."""


def asked_of(report: Report, *, on: datetime.date) -> list[Asked]:
    """Present the contributions to a report, in the order of the names; three queries at most."""
    notices = {notice.person_id: notice for notice in report.notices.filter(kind=Notice.Kind.ASKED)}
    rows = []
    given = report.contributions.select_related("person", "given_by", "section__report")
    planned_for = deadlines_of(report.meeting).contributions
    contributions = list(given.order_by("person__name"))
    overtaken = placed_and_changed([row for row in contributions if row.section_id])
    for contribution in contributions:
        if contribution.given_at is not None:
            changed = changed_words(overtaken.get(contribution.pk))
            rows.append(Asked(contribution, "Given", "green", changed=changed))
            continue
        due_on = contribution_due_on(contribution)
        standing, colour = ("Overdue", "red") if on > due_on else ("Awaited", "yellow")
        told = told_words(notices.get(contribution.person_id))
        due = day(due_on) if due_on > planned_for else ""
        rows.append(Asked(contribution, standing, colour, told, due))
    return rows


def placed_and_changed(contributions: Sequence[Contribution]) -> dict[int, datetime.datetime]:
    """Return when those were put into the report whose words changed after that, by key, as their history tells."""
    if not contributions:
        return {}
    rows = Contribution.objects.filter(pk__in=[row.pk for row in contributions])
    entries = written_in({Contribution: ("section", "text")}, {Contribution: rows})
    entries = entries.annotate(is_placing=Q(changes__has_key="section")).order_by("timestamp", "pk")
    placed, changed = dict[int, datetime.datetime](), set[int]()
    for key, at, is_placing in entries.values_list("object_id", "timestamp", "is_placing"):
        if is_placing:
            placed[key] = at
            changed.discard(key)
        else:
            changed.add(key)
    return {key: at for key, at in placed.items() if key in changed}


def changed_words(placed_at: datetime.datetime | None) -> str:
    """Say that a contribution was changed after this moment, when it was put into the report; nothing for None."""
    return f"Changed after it was put into the report on {day(placed_at)}" if placed_at else ""


def told_words(notice: Notice | None) -> str:
    """Say whether the e-mail that asks for a contribution has gone out, and if not, why."""
    if notice is None:
        return ""
    if notice.state == Notice.State.SENT and notice.ended_at:
        return f"Told by e-mail on {day(notice.ended_at)}"
    if notice.state == Notice.State.UNCONFIRMED:
        return "Told by e-mail, but the mail server did not confirm it"
    if notice.refusal:
        return f"The e-mail could not be sent: {notice.refusal}"
    return "The e-mail waits to be sent" if notice.ended_at is None else ""


def contributions_left(report: Report) -> str:
    """Say whose contributions are awaited, and whose were given and are not in the report, each on a line."""
    rows = report.contributions.filter(section=None).select_related("person").order_by("pk")
    standing = {True: "not given yet", False: "given, and not put into the report"}
    lines = [f"{row.person.name}: {standing[row.given_at is None]}." for row in rows]
    return "\n".join(["Contributions that the report goes without:", *lines] if lines else [])
