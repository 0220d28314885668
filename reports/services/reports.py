"""Drafting reports: the record writes the first words, officers edit them."""

import datetime
from collections.abc import Mapping
from typing import Any

from portal.exceptions import Refused
from portal.models import User
from portal.services import change, hold, save_changes
from portal.wording import day
from reports.drafting import draft_recommendations
from reports.facts import Facts
from reports.models import Meeting, Recommendation, Report, Section
from reports.services.editing import require_editable
from reports.services.outlines import outline_for


def draft_report(*, by: User, details: Mapping[str, Any]) -> Report:
    """Start a report and let it write itself from the record: the sections of its outline, then recommendations.

    Raises Refused where the period ends after the meeting.
    """
    with change(by=by):
        check_period(hold(details["meeting"]), details["period_end_on"])
        report = Report.objects.create(**details, drafted_by=by)
        for position, planned in enumerate(outline_for(report.meeting.committee), start=1):
            Section.objects.create(
                report=report,
                kind=planned.kind,
                heading=planned.heading,
                body=planned.body,
                taken_over=bool(planned.body),
                position=position,
            )
        for position, (text, reason) in enumerate(draft_recommendations(Facts.of(report)), start=1):
            Recommendation.objects.create(report=report, text=text, reason=reason, position=position)
    return report


def edit_report(*, report: Report, by: User, version: int, changes: Mapping[str, Any]) -> Report:
    """Change what stands around the text; raises Refused once approved or for a period that ends after the meeting.

    Also Refused for another meeting for a later version of a report, and StaleRecord if somebody else changed it.
    """
    with change(by=by):
        meeting = hold(changes.get("meeting", report.meeting))
        if report.original_id and meeting.pk != report.meeting_id:
            raise Refused("Every version of a report is for the same meeting", fields=["meeting"])
        check_period(meeting, changes.get("period_end_on", report.period_end_on))
        require_editable(report)
        return save_changes(record=report, by=by, version=version, changes=changes)


def check_period(meeting: Meeting, period_end_on: datetime.date) -> None:
    """Raise Refused for a period that a meeting cannot look back on."""
    if period_end_on > meeting.held_on:
        raise Refused(
            f"Enter a last day of the period that is on or before the day of the meeting, {day(meeting.held_on)}",
            fields=["period_end_on"],
        )
