"""The one place that assembles a report: plain data that every page and PDF is made from, and nothing else."""

from collections.abc import Iterator
from typing import Any

from django.utils.timezone import localdate

from portal.models import CouncilSettings
from reports.facts import Period
from reports.figures import figures
from reports.models import Abbreviation, Recommendation, Report, Section
from reports.rendering.abbreviations import abbreviations_in
from reports.rendering.paragraphs import Numbering, plain, read_blocks

Snapshot = dict[str, Any]
FORMAT = 1


def frozen_content(report: Report) -> Snapshot | None:
    """Return what was frozen when the report was approved; None for a draft."""
    # That with all that is exempt, where there is one: "full" comes before "public".
    rendering = report.renderings.order_by("-number", "audience", "-asked_at", "-pk").first()
    return rendering.snapshot if rendering else None


def preview_blocks(section: Section, body: str) -> list[Snapshot]:
    """Return how a text would read in a section's place, numbered as it would be in the report."""
    numbering = Numbering()
    for earlier in section.report.sections.filter(position__lt=section.position).order_by("position"):
        read_blocks(earlier.body, numbering)
    return read_blocks(body, numbering)


def build_snapshot(report: Report) -> Snapshot:
    """Return a report's whole content as plain data; a fixed number of queries."""
    numbering, places = Numbering(), Places()
    period = Period.of(report)
    sections = [
        build_section(section, period, numbering, places) for section in report.sections.order_by("position")
    ]
    recommendations = list(report.recommendations.order_by("position"))
    snapshot: Snapshot = {
        "format": FORMAT,
        "report": report.pk,
        "title": report.title,
        "council": council(),
        "committee": report.meeting.committee.name,
        "meeting_on": report.meeting.held_on.isoformat(),
        "period": str(period),
        "report_of": report.report_of,
        "sections": sections,
        "recommendations": build_recommendations(recommendations, numbering),
        "contacts": contacts(report),
        "wards_affected": report.wards_affected,
        "background_papers": [line.strip() for line in report.background_papers.splitlines() if line.strip()],
    }
    short_forms = {row.short: row.meaning for row in Abbreviation.objects.all()}
    snapshot["abbreviations"] = [
        {"short": short, "meaning": meaning}
        for short, meaning in abbreviations_in(texts(snapshot), short_forms)
    ]
    return snapshot


class Places:
    """The next number of a table and of a chart."""

    def __init__(self) -> None:
        self.last = {"table": 0, "chart": 0}

    def take(self, kind: str) -> int:
        """Return the next number of tables, or of charts."""
        self.last[kind] += 1
        return self.last[kind]


def build_section(section: Section, period: Period, numbering: Numbering, places: Places) -> Snapshot:
    """Return a section's numbered paragraphs, then its charts and tables."""
    blocks = [*read_blocks(section.body, numbering), *figures(section.kind, period)]
    for block in blocks:
        if block["type"] in places.last:
            block["place"] = places.take(block["type"])
    return {"record": section.pk, "kind": section.kind, "heading": section.heading, "blocks": blocks}


def build_recommendations(recommendations: list[Recommendation], numbering: Numbering) -> Snapshot | None:
    """Return what the committee is asked to do, as one numbered paragraph with points; None for nothing."""
    if not recommendations:
        return None
    return {
        "number": numbering.take(),
        "points": [{"text": row.text, "reason": row.reason} for row in recommendations],
    }


def council() -> Snapshot:
    """Return the council's name and colours."""
    settings = CouncilSettings.current()
    return {
        "name": settings.name,
        "short_name": settings.short_name,
        "primary_colour": settings.primary_colour,
        "accent_colour": settings.accent_colour,
        "contact_line": settings.contact_line,
    }


def contacts(report: Report) -> Snapshot:
    """Return who answers for the report, and whether and when it was approved."""
    return {
        "author": report.author_contact,
        "chief_officer": report.chief_officer_contact,
        "specialist_officers": report.specialist_officers,
        "approved_on": localdate(report.approved_at).isoformat() if report.approved_at else None,
    }


def texts(snapshot: Snapshot) -> Iterator[str]:
    """Return every text of a report that a reader may meet an abbreviation in."""
    for section in snapshot["sections"]:
        yield section["heading"]
        for block in section["blocks"]:
            yield from block_texts(block)
    for point in (snapshot["recommendations"] or {"points": []})["points"]:
        yield from (point["text"], point["reason"])


def block_texts(block: Snapshot) -> Iterator[str]:
    """Return the texts of one block."""
    if block["type"] == "paragraph":
        yield plain(block["html"])
        for point in block["points"]:
            yield from block_texts({**point, "type": "paragraph"})
    elif block["type"] == "table":
        yield block["caption"]
        for row in (block["head"], *block["rows"]):
            yield from row
    elif block["type"] == "chart":
        yield block["title"]
        yield from block["labels"]
    else:
        yield block["text"]
