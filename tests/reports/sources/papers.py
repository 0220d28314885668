"""Papers about what a reviewer wrote: the document is taken in, its actions are agreed, the report writes itself."""

import datetime
from collections.abc import Sequence
from typing import Any

from actions.services.action import agree_action
from findings.models import Finding, Intake, Kind
from findings.services.finding import NewFinding, record_findings
from findings.services.intake import Correction, accept_intake
from portal.models import Organisation
from portal.services.administration import add_organisation
from reports.models import Section
from reviews.models import Review, ReviewKind
from reviews.services.review import log_review
from reviews.services.strand import add_strand
from tests.findings.letters import start
from tests.reports.sources.council import Council, Paper, council
from tests.reports.sources.progress_report import paragraph
from tests.sources import inventory, require_source

Told = Section.Kind
KINDS = {"strength": Kind.STRENGTH, "area_for_consideration": Kind.AREA}
MEETING_AFTER = datetime.timedelta(days=28)


def build_paper(name: str, *, kind: ReviewKind, sections: tuple[Told, ...]) -> Paper:
    """Build a report about one document: its findings, and what the named kinds of section tell of it."""
    known = inventory(name)
    data = require_source(name).read_bytes()
    lines = data.decode("utf-8").splitlines()
    on = datetime.date.fromisoformat(known["metadata"]["date"])
    with council(name="Council of the document", on=on) as portal:
        review = log(portal, known, kind, on)
        take_in(portal, known, review, data, name)
        areas = list(review.findings.filter(kind=Kind.AREA).select_related("strand"))
        agree(portal, known, areas, on)
        portal.draft(known, details_of(known, on), held_on=on + MEETING_AFTER)
        numbered = [paragraph(row, lines) for row in spread(known.get("paragraphs", ()))]
        if numbered:
            portal.add(Told.TEXT, known["document_kind"].capitalize()[:200], "\n\n".join(numbered))
        for told in sections:
            portal.add(told, told.label)
        portal.explain_only([row["abbr"] for row in known["abbreviations"]])
        return portal.publish()


def spread(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return paragraphs of which only the first line is known as they go on to the next one."""
    ends = [row["line"] - 1 for row in rows[1:]] + [row["line"] for row in rows[-1:]]
    return [{**row, "lines": (row["line"], end)} for row, end in zip(rows, ends, strict=True)]


def details_of(known: dict[str, Any], on: datetime.date) -> dict[str, Any]:
    """Return what stands around the text."""
    return {
        "title": known["metadata"]["title"],
        "period_start_on": on - datetime.timedelta(days=182),
        "period_end_on": on,
        "report_of": known["metadata"]["author_role"],
        "author_contact": "Not in the document",
        "chief_officer_contact": "Not in the document",
        "wards_affected": "All",
    }


def log(portal: Council, known: dict[str, Any], kind: ReviewKind, on: datetime.date) -> Review:
    """Log the review that the document reports."""
    metadata = known["metadata"]
    provider = add_organisation(
        by=portal.officer,
        name=metadata.get("provider") or metadata["author_role"],
        short_name="",
        kind=Organisation.Kind.SECTOR_BODY,
    )
    return log_review(
        by=portal.officer,
        details={
            "title": known["document_kind"].capitalize(),
            "kind": kind,
            "provider": provider,
            "stage": Review.Stage.REPORTED,
            "received_on": on,
        },
    )


def take_in(portal: Council, known: dict[str, Any], review: Review, data: bytes, name: str) -> None:
    """Take in the document, and record its findings as the inventory has them."""
    intake = start(review=review, by=portal.officer, letter=data, name=name)
    accept_intake(intake=intake, by=portal.officer, version=intake.version, corrections=unticked(intake))
    strands = {strand.name: strand for strand in review.strands.all()}
    for row in known["findings"]:
        if strand_of(row) not in ("", *strands):
            strands[row["theme"]] = add_strand(by=portal.officer, review=review, name=row["theme"])
    new = [
        NewFinding(
            kind=KINDS[row["kind"]],
            text=row["text"],
            prominence="headline" if row["headline"] else "detail",
            strand=strands.get(strand_of(row)),
            source_ref=row["source_ref"],
            document=intake.document,
        )
        for row in known["findings"]
    ]
    record_findings(by=portal.officer, review=review, findings=new)


def strand_of(row: dict[str, Any]) -> str:
    """Return the strand that the document itself names for a finding; nothing for none."""
    return "" if row.get("theme_is_suggested") else row["theme"] or ""


def unticked(intake: Intake) -> dict[int, Correction]:
    """Return what leaves every candidate out: how documents are read has tests of its own."""
    return {
        row.pk: Correction(False, row.kind, row.text, row.prominence, row.strand_name)
        for row in intake.candidates.all()
    }


def agree(portal: Council, known: dict[str, Any], areas: list[Finding], on: datetime.date) -> None:
    """Agree each action that the document asks for; what it says beyond a title is how it will be known to work."""
    for row in known["actions"]:
        agree_action(
            by=portal.officer,
            on=on,
            title=row.get("title") or row["text"],
            findings=[area for area in areas if str(area.strand) in row.get("suggested_themes", ())]
            or areas[:1],
            success_measure=row["text"],
            lead=portal.lead,
            lead_organisation=portal.organisation,
            start_on=on,
            due_on=on.replace(year=on.year + 1),
        )
