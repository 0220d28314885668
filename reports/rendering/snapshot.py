"""The one place that assembles a report: plain data that every page and PDF is made from, and nothing else."""

from collections.abc import Sequence
from typing import Any

from reports.facts import Facts
from reports.figures import figures
from reports.models import Abbreviation, Report, Section
from reports.rendering.abbreviations import explained_in, short_forms
from reports.rendering.annexes import annexes_of, named_annexes, settled_annexes
from reports.rendering.audience import FULL, PUBLIC, has_exempt
from reports.rendering.references import targets_of
from reports.rendering.sections import Build, build_section, build_sections, contact_details
from reports.rendering.unwritten import unwritten_in
from reports.rendering.upgrade import FORMAT, upgrade

Snapshot = dict[str, Any]


def frozen_content(report: Report) -> Snapshot | None:
    """Return what was frozen when the report was approved; None for a draft."""
    # That with all that is exempt, where there is one: "full" comes before "public".
    rendering = report.renderings.order_by("-number", "audience", "-asked_at", "-pk").first()
    return upgrade(rendering.snapshot) if rendering else None


def preview_blocks(section: Section, body: str, known: Facts | None = None) -> list[Snapshot]:
    """Return how a text would read in a section's place: numbers and references are those of the report."""
    report = section.report
    shown = Section(
        pk=section.pk or 0,
        report=report,
        kind=section.kind,
        heading=section.heading,
        position=section.position,
        body=body,
        taken_over=True,
    )
    others = [row for row in report.sections.order_by("position") if row.pk != section.pk]
    place = sum(row.position < section.position for row in others)
    build = Build(report, known or Facts.of(report), named_annexes(report))
    build.unsaved = shown
    built = build_sections([*others[:place], shown, *others[place:]], build)
    blocks: list[Snapshot] = built[place]["blocks"]
    if any(unwritten_in(built[place])):
        return blocks
    return blocks[: len(blocks) - len(figures(section.kind, build.known))]


def section_of_draft(section: Section) -> Snapshot:
    """Return one section of a draft by itself: its numbers and references are not those of the report."""
    return build_section(section, Build(section.report, Facts.of(section.report)))


def build_snapshot(
    report: Report, known: Facts | None = None, records: Sequence[Section] | None = None
) -> Snapshot:
    """Return a report's whole content as plain data, what is exempt included; a fixed number of queries.

    `known` are the facts and `records` the sections where they are needed for something else besides.
    """
    build = Build(report, known or Facts.of(report))
    build.annexes = annexes_of(build)
    sections = build_sections(report.sections.order_by("position") if records is None else records, build)
    council_list = {row.short: row.meaning for row in Abbreviation.objects.all()}
    snapshot: Snapshot = {
        "format": FORMAT,
        "report": report.pk,
        "version": report.number,
        "audience": PUBLIC,
        "is_part": False,
        "title": report.title,
        "council": council(build.known),
        "committee": report.meeting.committee.name,
        "meeting_on": report.meeting.held_on.isoformat(),
        "period": str(build.known.period),
        "report_of": report.report_of,
        "sections": sections,
        "exemptions": [
            {"letter": row.letter, "under": row.under, "why": row.why, "reasoning": row.reasoning}
            for row in build.exemptions.values()
        ],
        "annexes": settled_annexes(build.annexes, sections, targets_of(sections, build.annexes)),
        "contacts": contact_details(report),
        "explains": {
            "added": short_forms(report.abbreviations_added),
            "left_out": short_forms(report.abbreviations_left_out),
        },
    }
    snapshot = explained_in(snapshot, council_list)
    return {**snapshot, "audience": FULL} if has_exempt(snapshot) else snapshot


def council(known: Facts) -> Snapshot:
    """Return the council's name and colours."""
    settings = known.council
    return {
        "name": settings.name,
        "short_name": settings.short_name,
        "primary_colour": settings.primary_colour,
        "accent_colour": settings.accent_colour,
        "contact_line": settings.contact_line,
    }
