"""Committee reports whose inventory has their numbered paragraphs, rebuilt through the portal's services."""

import datetime
import re
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import Any

from reports.models import Section
from tests.reports.sources.council import Council, Paper, council, name_of_annex
from tests.reports.sources.measures import first_day, record_measures
from tests.reports.sources.numbered import as_markdown, read_numbered
from tests.sources import inventory, require_source

Kind = Section.Kind
CITED = re.compile(r"(paragraphs?\s+)(\d+)(?:\s*[-–]\s*(\d+))?")
HALF_A_YEAR = datetime.timedelta(days=182)
LEAD = re.compile(r"^([^:]{3,60}):")


def build_progress_report(name: str, *, measured: str = "") -> Paper:
    """Build a report from its paragraphs; after the section `measured` the measures that it cites are shown."""
    known = inventory(name)
    lines = require_source(name).read_text(encoding="utf-8").splitlines()
    on = datetime.date.fromisoformat(known["metadata"]["date"])
    with council(name="Council of the document", on=on) as portal:
        portal.draft(known, details_of(known, on), held_on=on + datetime.timedelta(days=8))
        if measured:
            record_measures(by=portal.officer, rows=measures_of(known, measured), at=on)
        write_sections(portal, known, lines, measured)
        portal.ask([(asked(row), known["reason"]) for row in known["committee_recommendations"]])
        for kind in (Kind.CONTACTS, Kind.WARDS, Kind.BACKGROUND, Kind.ANNEXES, Kind.ABBREVIATIONS):
            portal.add(kind, Kind(kind).label)
        portal.attach(known["annexes"])
        portal.explain_only([row["abbr"] for row in known["abbreviations"]])
        return portal.publish()


def details_of(known: dict[str, Any], on: datetime.date) -> dict[str, Any]:
    """Return what stands around the text."""
    metadata = known["metadata"]
    [asking] = [row for row in known["paragraphs"] if row["section"] == "Recommendations"]
    lead = LEAD.match(asking["text"])
    papers = known["background_papers"] or ""
    return {
        "title": metadata["title"],
        "period_start_on": first_day(metadata["period"]) or on - HALF_A_YEAR,
        "period_end_on": on,
        "report_of": metadata["author_role"],
        "author_contact": f"{metadata['author']}, {metadata['author_role']}, {metadata['author_phone']}",
        "chief_officer_contact": f"{metadata['chief_officer']}, {metadata['chief_officer_role']}",
        "wards_affected": known["wards_affected"],
        "background_papers": "" if papers == "None" else papers,
        "recommendations_lead": lead[1] if lead else "",
    }


def measures_of(known: dict[str, Any], section: str) -> list[dict[str, Any]]:
    """Return the measures that a section cites, and those about checks of staff."""
    numbers = {row["number"] for row in known["paragraphs"] if row["section"] == section}
    return [
        row
        for row in known["measures"]
        if row["name"].startswith("DBS") or int(re.findall(r"\d+", row["source_ref"])[0]) in numbers
    ]


def write_sections(portal: Council, known: dict[str, Any], lines: list[str], measured: str) -> None:
    """Write the sections in the order of their paragraphs, recommendations where they stand."""
    cited = {number for row in known["committee_recommendations"] for number in cited_in(row)}
    for heading, rows in groupby(known["paragraphs"], key=lambda row: row["section"]):
        if heading == "Recommendations":
            portal.add(Kind.RECOMMENDATIONS, heading)
            continue
        body = "\n\n".join(paragraph(row, lines, cited) for row in rows)
        portal.add(Kind.TEXT, heading, refer_to_annexes(body, known["annexes"]))
        if heading == measured:
            portal.add(Kind.MEASURES, Kind.MEASURES.label, "")


def paragraph(row: dict[str, Any], lines: list[str], cited: Collection[int] = ()) -> str:
    """Return a paragraph as officers write it, with a name where recommendations cite it."""
    first, last = row.get("lines") or (row["line"], row["line"])
    number = row["number"]
    read = read_numbered(lines[first - 1 : last], number)
    return as_markdown(read, name=name_of(number) if number in cited else "")


def refer_to_annexes(body: str, rows: Sequence[dict[str, Any]]) -> str:
    """Return a text that names its annexes where it had typed their letters."""
    for row in rows:
        body = re.sub(rf"\b{row['label']}\b", f"{{annex {name_of_annex(row['label'])}}}", body)
    return body


def name_of(number: int) -> str:
    """Return the name that a paragraph with this number gets."""
    return f"paragraph-of-{number}"


def cited_in(row: dict[str, Any]) -> Iterator[int]:
    """Return the numbers of the paragraphs that a recommendation cites."""
    for text in (row["text"], *row.get("sub", ())):
        for _, first, last in CITED.findall(text):
            yield from map(int, filter(None, (first, last)))


def asked(row: dict[str, Any]) -> str:
    """Return a recommendation with its points, and references by name in place of typed numbers."""

    def refer(found: re.Match[str]) -> str:
        ends = [f"{{{name_of(int(number))}}}" for number in found.groups()[1:] if number]
        return found[1] + "-".join(ends)

    return "\n- ".join(CITED.sub(refer, text) for text in (row["text"], *row.get("sub", ())))
