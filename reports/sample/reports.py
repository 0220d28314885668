"""The sample's committee reports: two that were published, one still being drafted."""

import datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile

from findings.extraction.readers.pdf.hearing import lacking
from findings.extraction.readers.pdf.page_texts import page_texts
from findings.reading.keeping import Upload
from portal.models import User
from portal.services import save_changes
from reports.checks import results_of
from reports.drafting import draft_text
from reports.facts import Facts
from reports.models import (
    Annex,
    AnnexFile,
    CheckOverride,
    Contribution,
    Cycle,
    Exemption,
    Implication,
    ImplicationKind,
    Notice,
    Outline,
    OutlineSection,
    Recommendation,
    Report,
    Section,
)
from reports.sample.comments import load_comments
from reports.sample.evidence import sample_file
from reports.sample.figures import load_comparisons, write_pictures
from reports.sample.promises import load_promises, load_proposals
from reports.sample.story import Event, Story, moment, play
from reports.services import draft_report, render_now
from reports.services.annexes import list_annexes
from reports.services.sections import edit_section

AROUND_THE_TEXT = ("title", "report_of", "author_contact", "chief_officer_contact", "specialist_officers")


def load_reports(story: Story) -> None:
    """Load the published report first, so that it is the first there is, then the one before it and the draft."""
    for name in ("published", "earlier"):
        load_published(story, name, story.source.file(f"report-{name}"))
    load_promises(story)
    load_comparisons(story)
    load_draft(story, story.source.file("report-draft"))
    load_outline(story)
    load_proposals(story)


def load_published(story: Story, name: str, row: dict[str, Any]) -> None:
    """Load a report with the text that the committee read, and take it to its publication."""
    by = story.people[row["drafted"]["by"]]
    with moment(by=by, on=row["drafted"]["date"]) as then:
        report = Report.objects.create(**details(story, row), drafted_by=by, drafted_at=then)
        write_text(report, row)
        write_annexes(report, row, by=by, then=then)
        write_pictures(report, row, by=by, then=then)
    story.reports[name] = report
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


def write_annexes(report: Report, row: dict[str, Any], *, by: User, then: datetime.datetime) -> None:
    """Write a report's annexes; a file is one of the sample's own."""
    for position, annex in enumerate(row.get("annexes", ()), start=1):
        details = {**annex, "report": report, "position": position}
        if "file" in annex:
            details["file"] = keep_annex(sample_file(annex["file"]), details.pop("pages"), by=by, then=then)
        Annex.objects.create(**details)


def keep_annex(file: Upload, pages: int, *, by: User, then: datetime.datetime) -> AnnexFile:
    """Keep a file that is an annex."""
    return AnnexFile.objects.create(
        name=file.name,
        file=ContentFile(file.data, name=file.name),
        size=len(file.data),
        sha256=file.sha256,
        page_count=pages,
        lacks=lacking(file.data),
        page_texts=page_texts(file.data),
        added_by=by,
        added_at=then,
    )


def write_exemptions(report: Report, row: dict[str, Any]) -> None:
    """Write the grounds on which parts of a report are kept from the public."""
    for letter, exemption in row["exemptions"].items():
        Exemption.objects.create(report=report, letter=letter, **exemption)


def load_draft(story: Story, row: dict[str, Any]) -> None:
    """Let the portal draft a report from the record, and let an officer add to it."""
    by = story.people[row["drafted"]["by"]]
    with moment(by=by, on=row["drafted"]["date"]) as then:
        report = draft_report(by=by, details={**details(story, row), "drafted_at": then})
    story.reports["draft"] = report
    with moment(by=by, on=row["edited"]) as then:
        write_exemptions(report, row)
        list_annexes(report, by=by)
        write_annexes(report, row, by=by, then=then)
        write_pictures(report, row, by=by, then=then)
        introduction = report.sections.get(kind=Section.Kind.INTRODUCTION)
        said = draft_text(introduction.kind, Facts.of(report))
        body = f"{said}\n\n{row['added_to_introduction'].strip()}"
        edit_section(
            section=introduction, by=by, version=introduction.version, changes={"body": body}, shown=said
        )
        introduction.earlier_texts.update(replaced_at=then)
        for position, recommendation in enumerate(
            row["added_recommendations"], start=report.recommendations.count() + 1
        ):
            Recommendation.objects.create(report=report, position=position, **recommendation)
    load_contributions(story, report, row)
    load_overrides(story, report, row)
    load_comments(story, report, row)


def load_overrides(story: Story, report: Report, row: dict[str, Any]) -> None:
    """Let an officer find the first thing that a check finds right as it is."""
    by = story.people[row["drafted"]["by"]]
    for override in row["overrides"]:
        with moment(by=by, on=override["date"]) as then:
            results = results_of(report, on=override["date"])
            finding = next(one.finding for one in results if one.check.name == override["check"])
            CheckOverride.objects.create(
                report=report,
                check_name=override["check"],
                key=finding.key,
                message=finding.message,
                reason=override["reason"],
                overridden_by=by,
                overridden_at=then,
            )


def load_contributions(story: Story, report: Report, row: dict[str, Any]) -> None:
    """Load what people were asked for when the report was drafted, by e-mails that have gone out, and what has come."""
    by, on = story.people[row["drafted"]["by"]], row["drafted"]["date"]
    cycle = Cycle.objects.get(committee=report.meeting.committee)
    with moment(by=by, on=on, order=1) as then:
        for contributor in cycle.contributors.select_related("person"):
            person = contributor.person
            Contribution.objects.create(
                report=report, person=person, what=contributor.what, asked_by=by, asked_at=then
            )
            Notice.objects.create(
                report=report,
                person=person,
                kind=Notice.Kind.ASKED,
                message_id=Notice.new_message_id(settings.PUBLIC_URL),
                state=Notice.State.SENT,
                handed_over=1,
                made_at=then,
                ended_at=then,
            )
    for given in row["contributions"]:
        person = story.people[given["from"]]
        with moment(by=person, on=given["date"]) as then:
            contribution = report.contributions.get(person=person)
            changes = {"text": given["text"].strip(), "given_by": person, "given_at": then}
            save_changes(record=contribution, by=person, version=contribution.version, changes=changes)


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
