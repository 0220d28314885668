"""Snapshots that were frozen in an earlier format, as the pages of today read them."""

import datetime
import html
from typing import Any

from portal.wording import day
from reports.rendering.blocks import OLD_LEAD

FORMAT = 2
WORDS = (("html", "text"), ("reason", "reason"))


def upgrade(snapshot: dict[str, Any]) -> dict[str, Any]:
    """Return a snapshot in today's format; one that is in it already is returned as it is."""
    if snapshot.get("format") == FORMAT:
        return snapshot
    kept = ("report", "title", "council", "committee", "meeting_on", "period", "report_of", "contacts")
    return {
        "format": FORMAT,
        "version": 1,
        "audience": "public",
        "is_part": False,
        **{name: snapshot[name] for name in kept},
        "sections": [*map(section_of_today, snapshot["sections"]), *closing_of(snapshot)],
        "exemptions": [],
        "annexes": [],
        "abbreviations": [{**row, "listed": ""} for row in snapshot["abbreviations"]],
        "explains": {},
    }


def section_of_today(section: dict[str, Any]) -> dict[str, Any]:
    """Return a section whose parts can be exempt, and none is."""
    defaults: dict[str, dict[str, Any]] = {
        "paragraph": {"name": "", "quoted": False},
        "table": {"widths": []},
    }
    blocks = [{**defaults.get(block["type"], {}), **block, "exempt": None} for block in section["blocks"]]
    return {**section, "exempt": None, "blocks": blocks}


def closing_of(snapshot: dict[str, Any]) -> list[dict[str, Any]]:
    """Return as sections what stood in fixed places at the end."""
    contacts, asked = snapshot["contacts"], snapshot["recommendations"]
    approved_on = contacts["approved_on"]
    approved = (
        f"Yes, on {day(datetime.date.fromisoformat(approved_on))}" if approved_on else "No: this is a draft"
    )
    details = {
        "Author": contacts["author"],
        "Chief officer responsible for the report": contacts["chief_officer"],
        "Report approved": approved,
        "Specialist officers": contacts["specialist_officers"] or "None",
    }
    rows = [{"term": term, "text": text} for term, text in details.items()]
    explained = [{**row, "listed": ""} for row in snapshot["abbreviations"]]
    papers = snapshot["background_papers"] or ["None"]
    lines = {"type": "lines"}
    return [
        *([closing_section("recommendations", "Recommendations", asked_of(asked))] if asked else []),
        closing_section("contacts", "Contact details", {"type": "details", "rows": rows}),
        closing_section("wards", "Wards affected", {**lines, "lines": [snapshot["wards_affected"]]}),
        closing_section("background", "Background papers", {**lines, "lines": papers}),
        *(
            [closing_section("abbreviations", "Abbreviations", {"type": "abbreviations", "rows": explained})]
            if explained
            else []
        ),
    ]


def asked_of(recommendations: dict[str, Any]) -> dict[str, Any]:
    """Return what the committee was asked, as a block whose words are HTML."""
    points: list[dict[str, Any]] = [
        {
            "record": None,
            **{name: html.escape(point[old], quote=False) for name, old in WORDS},
            "points": [],
            "exempt": None,
        }
        for point in recommendations["points"]
    ]
    number = recommendations["number"]
    return {"type": "recommendations", "number": number, "lead": OLD_LEAD, "points": points}


def closing_section(kind: str, heading: str, block: dict[str, Any]) -> dict[str, Any]:
    """Return a section that no record stands behind."""
    return {
        "record": kind,
        "kind": kind,
        "heading": heading,
        "exempt": None,
        "blocks": [{**block, "exempt": None}],
    }
