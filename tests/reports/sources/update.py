"""The update after an inspection, rebuilt through the portal's services: review, findings, actions, report."""

import datetime
import re
from difflib import SequenceMatcher
from itertools import groupby
from typing import Any

import time_machine

from actions.services.action import agree_action
from findings.models import Finding, Kind
from findings.services.finding import NewFinding, record_findings
from portal.models import Organisation
from portal.services.administration import add_organisation
from reports.models import Section
from reports.services.comparisons import add_comparison
from reviews.models import Review, ReviewKind
from reviews.services.framework import FrameworkDetails, add_framework
from reviews.services.judgement import record_judgement
from reviews.services.review import log_review
from reviews.services.strand import add_strand
from tests.reports.sources.council import Council, Paper, council
from tests.reports.sources.extracted import Part, as_markdown, read_parts
from tests.reports.sources.measures import first_day, record_measures
from tests.sources import inventory, require_source

Told = Section.Kind
KINDS = {"strength": Kind.STRENGTH, "area_for_consideration": Kind.AREA}
GRADED = "SIF overall "
CAPTION = re.compile(r"^\s*Fig\.? ?\d\.?\s*$")


def build_update(name: str) -> Paper:
    """Build the report from the inventory's record and the document's own prose."""
    known = inventory(name)
    parts = read_parts(require_source(name).read_text(encoding="utf-8"))
    held_on = datetime.date.fromisoformat(known["metadata"]["date"])
    end = held_on - datetime.timedelta(days=10)
    with council(name="Council of the document", on=end) as portal:
        review = log(portal, known)
        areas = [row for row in found(portal, known, review) if row.kind == Kind.AREA]
        agree(portal, known, areas)
        compare(portal, known)
        checks = [row for row in known["measures"] if row["name"].startswith("DBS")]
        record_measures(by=portal.officer, rows=checks, at=end)
        portal.draft(known, details_of(known, end), held_on=held_on)
        write_sections(portal, known, parts)
        portal.ask([(row["text"], known["reason"]) for row in known["committee_recommendations"]])
        portal.attach(known["annexes"])
        portal.explain_only([row["abbr"] for row in known["abbreviations"]])
        return portal.publish()


def details_of(known: dict[str, Any], end: datetime.date) -> dict[str, Any]:
    """Return what stands around the text; what the document leaves out is said to be left out."""
    metadata = known["metadata"]
    shorts = [row["abbr"] for row in known["abbreviations"]]
    return {
        "title": metadata["title"],
        "period_start_on": first_day(metadata["period"]),
        "period_end_on": end,
        "report_of": metadata["report_of"].removeprefix("Report of the "),
        "author_contact": metadata["report_of"].removeprefix("Report of the "),
        "chief_officer_contact": "Not in the document",
        "wards_affected": known["wards_affected"] or "All",
        "recommendations_lead": "Members are invited to",
        "abbreviations_added": ", ".join(shorts),
    }


def log(portal: Council, known: dict[str, Any]) -> Review:
    """Log the inspection with its framework, its grades and its overall judgement."""
    metadata, [judged] = known["metadata"], known["judgements"]
    grades = [row["name"].removeprefix(GRADED) for row in known["measures"] if row["name"].startswith(GRADED)]
    framework = add_framework(
        by=portal.officer,
        details=FrameworkDetails(
            name=judged["framework"],
            kind=ReviewKind.INSPECTION,
            gives_overall_grade=True,
            grades=grades,
            other_strands=known["scope"]["themes"],
        ),
    )
    provider = add_organisation(
        by=portal.officer, name=judged["body"], short_name="", kind=Organisation.Kind.INSPECTORATE
    )
    day = datetime.date.fromisoformat
    review = log_review(
        by=portal.officer,
        details={
            "title": f"{judged['framework']} inspection",
            "kind": ReviewKind.INSPECTION,
            "framework": framework,
            "provider": provider,
            "stage": Review.Stage.MONITORING,
            "fieldwork_start_on": day(metadata["onsite_from"]),
            "fieldwork_end_on": day(metadata["onsite_to"].split()[0]),
            "received_on": day(metadata["inspection_report_published"]),
            "published_on": day(metadata["inspection_report_published"]),
            "response_sent_on": day(metadata["action_plan_submitted"]),
            "case_files_read": known["methodology"]["case_files"],
        },
    )
    grade = framework.grades.get(name=judged["grade"])
    record_judgement(by=portal.officer, review=review, strand=None, grade=grade)
    return review


def found(portal: Council, known: dict[str, Any], review: Review) -> list[Finding]:
    """Record every finding under the strand that the document has it under."""
    strands = {strand.name: strand for strand in review.strands.all()}
    for row in known["findings"]:
        if row["theme"] not in strands:
            strands[row["theme"]] = add_strand(by=portal.officer, review=review, name=row["theme"])
    new = [
        NewFinding(
            kind=KINDS[row["kind"]],
            text=row["text"],
            strand=strands[row["theme"]],
            source_ref=row["source_ref"],
        )
        for row in known["findings"]
    ]
    return record_findings(by=portal.officer, review=review, findings=new)


def agree(portal: Council, known: dict[str, Any], areas: list[Finding]) -> None:
    """Agree the actions on the day of the plan, each about the area whose words are most like those of its row."""
    on = datetime.date.fromisoformat(known["metadata"]["action_plan_submitted"])
    with time_machine.travel(datetime.datetime(on.year, on.month, on.day, 10, 0, tzinfo=datetime.UTC)):
        for row in known["actions"]:
            agree_action(
                by=portal.officer,
                on=on,
                title=row["text"],
                findings=[nearest(f"{row['detail']} {row['text']}", areas)],
                success_measure="Not in the document",
                lead=portal.lead,
                lead_organisation=portal.organisation,
                start_on=on,
                due_on=on.replace(year=on.year + 1),
            )


def compare(portal: Council, known: dict[str, Any]) -> None:
    """Record how the council stands among others by the grades that inspections gave."""
    [judged] = known["judgements"]
    grades = [row for row in known["measures"] if row["name"].startswith(GRADED)]
    [whole] = [row for row in known["measures"] if row["value"] == sum(grade["value"] for grade in grades)]
    add_comparison(
        by=portal.officer,
        title=whole["name"],
        source=judged["body"],
        counted_on=datetime.date.fromisoformat(whole["date"]),
        counted=whole["unit"],
        total=int(whole["value"]),
        categories="\n".join(f"{row['name'].removeprefix(GRADED)}: {row['value']}" for row in grades),
        our_category=judged["grade"],
    )


def nearest(words: str, areas: list[Finding]) -> Finding:
    """Return the area whose words are most like these."""
    return max(areas, key=lambda area: SequenceMatcher(None, words.lower(), area.text.lower()).ratio())


def write_sections(portal: Council, known: dict[str, Any], parts: list[Part]) -> None:
    """Write the sections in the document's order: its prose as text, and what the record tells where it tells it."""
    told = {line for row in known["findings"] for line in row["source_lines"]}
    fullest = max(parts, key=lambda part: len(told & part.numbers))
    is_told = False
    for part in parts:
        if part.title.startswith("Recommendation"):
            portal.add(Told.RECOMMENDATIONS, part.title)
        elif not told & part.numbers:
            write_prose(portal, known, part)
        elif not is_told:
            portal.add(Told.TEXT, part.title, as_markdown(before(part.lines, min(told & part.numbers))))
            portal.add(Told.STRANDS, fullest.title)
            is_told = True
    portal.add(Told.ABBREVIATIONS, Told.ABBREVIATIONS.label)


def before(lines: list[tuple[int, str]], end: int) -> list[tuple[int, str]]:
    """Return the lines of a part before a line, without the words that lead up to a list."""
    kept = [row for row in lines if row[0] < end]
    while kept and (not kept[-1][1].strip() or kept[-1][1].rstrip().endswith(":") or len(kept[-1][1]) < 62):
        kept.pop()
    return kept


def table_of(known: dict[str, Any]) -> str:
    """Return the document's own table of actions: a row for what they are about, an action on each line."""
    rows = groupby(known["actions"], key=lambda row: row["detail"])
    cells = ((detail, "<br>".join(row["text"] for row in about)) for detail, about in rows)
    return "\n".join(["| Detail | Actions |", "|---|---|", *(f"| {one} | {two} |" for one, two in cells)])


def write_prose(portal: Council, known: dict[str, Any], part: Part) -> None:
    """Write a part as text; a figure or a table of the document is drawn from the record."""
    figure = [row["as_written"] for row in known["measures"] if row["name"].startswith(GRADED)]
    drawn = [number for number, line in part.lines if CAPTION.match(line) or line.strip() in figure]
    lines = [row for row in part.lines if not drawn or row[0] < drawn[0]]
    heading, text = part.title or "Background", as_markdown(lines)
    if any(row["text"] in part.text for row in known["actions"]):
        portal.add(Told.RESPONSES, heading, f"{text}\n\n{table_of(known)}")
        return
    portal.add(Told.TEXT, heading, text)
    if drawn:
        portal.add(Told.BENCHMARK, Told.BENCHMARK.label)
        portal.add(Told.JUDGEMENTS, Told.JUDGEMENTS.label)
    if "[DBS]" in part.title:
        portal.add(Told.MEASURES, Told.MEASURES.label, "")
