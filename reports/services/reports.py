"""Drafting reports: the record writes the first words, officers edit them."""

from collections.abc import Mapping
from typing import Any

from portal.models import User
from portal.services import change, save_changes
from reports.drafting import HEADINGS, draft_recommendations, draft_text
from reports.facts import Period
from reports.models import Recommendation, Report, Section
from reports.services.editing import require_editable


def draft_report(*, by: User, details: Mapping[str, Any]) -> Report:
    """Start a report and let it write itself from the record: sections, then recommendations."""
    with change(by=by):
        report = Report.objects.create(**details, drafted_by=by)
        period = Period(report.period_start_on, report.period_end_on)
        for position, (kind, heading) in enumerate(HEADINGS.items(), start=1):
            Section.objects.create(
                report=report, kind=kind, heading=heading, body=draft_text(kind, period), position=position
            )
        for position, (text, reason) in enumerate(draft_recommendations(period), start=1):
            Recommendation.objects.create(report=report, text=text, reason=reason, position=position)
    return report


def edit_report(*, report: Report, by: User, version: int, changes: Mapping[str, Any]) -> Report:
    """Change what stands around the text; raises Refused once approved, or StaleRecord."""
    with change(by=by):
        require_editable(report)
        return save_changes(record=report, by=by, version=version, changes=changes)
