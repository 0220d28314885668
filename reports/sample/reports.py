"""The sample's committee reports: one that was published, one still being drafted."""

import datetime
from functools import partial
from typing import Any

from portal.services import save_changes
from reports.drafting import draft_text
from reports.facts import Facts
from reports.models import (
    Exemption,
    Implication,
    ImplicationKind,
    Outline,
    OutlineSection,
    Recommendation,
    Report,
    Section,
)
from reports.sample.story import Event, Story, moment, play
from reports.services import draft_report, render_now
from reports.services.sections import edit_section

AROUND_THE_TEXT = ("title", "report_of", "author_contact", "chief_officer_contact", "specialist_officers")


def load_reports(story: Story) -> None:
    """Load the published report first, so that it is the first report there is, and then the draft."""
    load_published(story, story.source.file("report-published"))
    load_draft(story, story.source.file("report-draft"))
    load_outline(story)


def load_published(story: Story, row: dict[str, Any]) -> None:
    """Load a report with the text that the committee read, and take it to its publication."""
    by = story.people[row["drafted"]["by"]]
    with moment(by=by, on=row["drafted"]["date"]) as then:
        report = Report.objects.create(**details(story, row), drafted_by=by, drafted_at=then)
        write_text(report, row)
    play(
        [
            Event(
                row[step]["date"],
                1,
                story.people[row[step]["by"]],
                partial(take_step, story, report, row, step),
            )
            for step in ("in_review", "approved", "published")
        ]
    )


def write_text(report: Report, row: dict[str, Any]) -> None:
    """Write a report's sections, what it means, what it asks, and what the public may not read."""
    write_exemptions(report, row)
    for position, section in enumerate(row["sections"], start=1):
        Section.objects.create(report=report, position=position, taken_over="body" in section, **section)
    for place, (name, text) in enumerate(row["implications"].items(), start=1):
        kind, _ = ImplicationKind.objects.get_or_create(name=name, defaults={"position": place})
        Implication.objects.create(report=report, kind=kind, text=text or "", is_none=not text)
    for position, recommendation in enumerate(row["recommendations"], start=1):
        Recommendation.objects.create(report=report, position=position, **recommendation)


def write_exemptions(report: Report, row: dict[str, Any]) -> None:
    """Write the grounds on which parts of a report are kept from the public."""
    for letter, exemption in row["exemptions"].items():
        Exemption.objects.create(report=report, letter=letter, **exemption)


def load_draft(story: Story, row: dict[str, Any]) -> None:
    """Let the portal draft a report from the record, and let an officer add to it."""
    by = story.people[row["drafted"]["by"]]
    with moment(by=by, on=row["drafted"]["date"]) as then:
        report = draft_report(by=by, details={**details(story, row), "drafted_at": then})
    with moment(by=by, on=row["edited"]):
        write_exemptions(report, row)
        introduction = report.sections.get(kind=Section.Kind.INTRODUCTION)
        said = draft_text(introduction.kind, Facts.of(report))
        body = f"{said}\n\n{row['added_to_introduction'].strip()}"
        edit_section(
            section=introduction, by=by, version=introduction.version, changes={"body": body}, shown=said
        )
        for position, recommendation in enumerate(
            row["added_recommendations"], start=report.recommendations.count() + 1
        ):
            Recommendation.objects.create(report=report, position=position, **recommendation)


def load_outline(story: Story) -> None:
    """Give the committee that no report has gone to yet an outline of its own, shorter than the usual one."""
    row = story.source.file("outline")
    by = story.people[row["by"]]
    with moment(by=by, on=row["date"]):
        outline = Outline.objects.create(committee=story.meetings[tuple(row["committee_at"])].committee)
        for position, section in enumerate(row["sections"], start=1):
            OutlineSection.objects.create(outline=outline, position=position, **section)


def details(story: Story, row: dict[str, Any]) -> dict[str, Any]:
    """What stands around the text of a report."""
    committee, day = row["meeting"]
    return {
        **{name: row[name] for name in AROUND_THE_TEXT},
        "meeting": story.meetings[committee, day],
        "period_start_on": row["period"][0],
        "period_end_on": row["period"][1],
        "background_papers": row["background_papers"].strip(),
    }


def take_step(story: Story, report: Report, row: dict[str, Any], step: str, then: datetime.datetime) -> None:
    """Take a report one step on; its edition is made when it is approved."""
    by = story.people[row[step]["by"]]
    changes: dict[str, Any] = {"status": step}
    if step != Report.Status.IN_REVIEW:
        changes |= {f"{step}_by": by, f"{step}_at": then}
    save_changes(record=report, by=by, version=report.version, changes=changes)
    if step == Report.Status.APPROVED:
        render_now(report=report, by=by, at=then)
