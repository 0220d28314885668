"""Labels, colours and addresses of reports."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Any

from django.urls import reverse

from portal.models import User
from portal.permissions import Permission, is_allowed
from reports.models import Meeting, Rendering, Report, Section

STATUS_COLOURS = {
    Report.Status.DRAFT: "grey",
    Report.Status.IN_REVIEW: "yellow",
    Report.Status.APPROVED: "blue",
    Report.Status.PUBLISHED: "green",
    Report.Status.WITHDRAWN: "red",
}


def status_colour(status: str) -> str:
    """Return the tag colour of a status."""
    return STATUS_COLOURS[Report.Status(status)]


@dataclass(frozen=True)
class ReportRow:
    """One report in a list."""

    report: Report
    colour: str

    @classmethod
    def of(cls, report: Report) -> "ReportRow":
        """Present a report."""
        return cls(report, status_colour(report.status))


@dataclass(frozen=True)
class StepLink:
    """A step that this person may take with a report now."""

    label: str
    url: str
    style: str


def steps_for(report: Report, user: User, rendering: Rendering | None) -> list[StepLink]:
    """Return the steps that the report can take and this person may take, the usual one first."""
    approves = is_allowed(user, Permission.APPROVE_REPORTS)
    has_edition = rendering is not None and rendering.state == Rendering.State.DONE
    possible = {
        Report.Status.DRAFT: [
            ("Send for review", "report_submit", "", is_allowed(user, Permission.DRAFT_REPORTS))
        ],
        Report.Status.IN_REVIEW: [
            ("Approve", "report_approve", "", approves and report.drafted_by_id != user.pk),
            ("Send back for changes", "report_return", "secondary", approves),
        ],
        Report.Status.APPROVED: [
            ("Publish", "report_publish", "", approves and has_edition),
            ("Withdraw", "report_withdraw", "secondary", approves),
        ],
        Report.Status.PUBLISHED: [("Withdraw", "report_withdraw", "secondary", approves)],
    }
    return [
        StepLink(label, reverse(f"reports:{name}", args=[report.pk]), style)
        for label, name, style, may_take in possible.get(Report.Status(report.status), [])
        if may_take
    ]


def shown(sections: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the sections that have something to show: readers meet no heading with nothing under it."""
    return [section for section in sections if section["blocks"]]


def with_standing(
    sections: list[dict[str, Any]], records: list[Section], *, written: set[int], moved_on: set[int]
) -> list[dict[str, Any]]:
    """Return a draft's sections with how each stands to the record.

    `written` are those of a kind that the record writes, `moved_on` those about which it says something else now.
    """
    return [
        {
            **section,
            "is_placed": record.is_placed,
            "is_live": record.pk in written and not record.taken_over,
            "is_taken_over": record.pk in written and record.taken_over,
            "has_moved_on": record.pk in moved_on,
        }
        for section, record in zip(sections, records, strict=True)
    ]


def with_chart_addresses(
    sections: list[dict[str, Any]], address: Callable[[int, int], str]
) -> list[dict[str, Any]]:
    """Return sections whose charts have the address of their picture.

    `address` is given the section's record and how many charts into the section the chart is.
    """
    addressed = []
    for section in sections:
        places = count(1)
        blocks = [
            {**block, "url": address(section["record"], next(places))} if block["type"] == "chart" else block
            for block in section["blocks"]
        ]
        addressed.append({**section, "blocks": blocks})
    return addressed


def report_chart_address(report: Report) -> Callable[[int, int], str]:
    """Return what gives a chart of a draft its address."""
    return lambda record, place: reverse("reports:report_chart", args=[report.pk, record, place])


def paper_chart_address(report: Report) -> Callable[[int, int], str]:
    """Return what gives a chart of a published report its address."""
    return lambda record, place: reverse("reports:paper_chart", args=[report.pk, record, place])


@dataclass(frozen=True)
class PlannedMeeting:
    """A meeting to come, with its reports."""

    meeting: Meeting
    rows: list[ReportRow]


def forward_plan(meetings: list[Meeting], reports: list[Report]) -> list[PlannedMeeting]:
    """Put the reports under the meetings that they are for."""
    return [
        PlannedMeeting(
            meeting, [ReportRow.of(report) for report in reports if report.meeting_id == meeting.pk]
        )
        for meeting in meetings
    ]
