"""The sample's committee reports: one that was published, one still being drafted."""

import datetime
from functools import partial
from typing import Any

from portal.services import save_changes
from reports.models import Recommendation, Report, Section
from reports.sample.story import Event, Story, moment, play


def load_reports(story: Story) -> None:
    """Load the published report first, so that it is the first report there is, and then the draft."""
    for name in ("report-published", "report-draft"):
        row = story.source.file(name)
        report = draft_report(story, row)
        play(steps(story, report, row))


def draft_report(story: Story, row: dict[str, Any]) -> Report:
    """Draft a report with its sections and its recommendations to the committee."""
    by = story.people[row["drafted"]["by"]]
    committee, day = row["meeting"]
    with moment(by=by, on=row["drafted"]["date"]) as then:
        report = Report.objects.create(
            title=row["title"],
            meeting=story.meetings[committee, day],
            period_start_on=row["period"][0],
            period_end_on=row["period"][1],
            report_of=row["report_of"],
            author_contact=row["author_contact"],
            chief_officer_contact=row["chief_officer_contact"],
            drafted_by=by,
            drafted_at=then,
        )
        for position, section in enumerate(row["sections"], start=1):
            Section.objects.create(
                report=report,
                kind=section["kind"],
                heading=section["heading"],
                body=section["body"].strip(),
                position=position,
            )
        for position, recommendation in enumerate(row["recommendations"], start=1):
            Recommendation.objects.create(report=report, position=position, **recommendation)
    return report


def steps(story: Story, report: Report, row: dict[str, Any]) -> list[Event]:
    """The approval and the publication of a report that has got so far."""
    return [
        Event(
            row[step]["date"], 1, story.people[row[step]["by"]], partial(take_step, story, report, row, step)
        )
        for step in ("approved", "published")
        if step in row
    ]


def take_step(story: Story, report: Report, row: dict[str, Any], step: str, then: datetime.datetime) -> None:
    """Approve or publish a report."""
    by = story.people[row[step]["by"]]
    changes = {"status": step, f"{step}_by": by, f"{step}_at": then}
    save_changes(record=report, by=by, version=report.version, changes=changes)
