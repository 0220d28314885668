"""Snapshots written by hand: a plain one, and one with everything that is hard to set."""

from typing import Any

BARS = {
    "type": "chart",
    "form": "bars",
    "title": "Findings by theme",
    "description": "Two themes.",
    "labels": ["Llais", "Rodzina"],
    "series": [["Strengths", [3, 1]], ["Areas for consideration", [2, 4]]],
    "place": 1,
}
LINE = {
    "type": "chart",
    "form": "line",
    "title": "Children in care",
    "description": "From 301 to 303.",
    "labels": ["Jan 2026", "Feb 2026"],
    "days": ["2026-01-31", "2026-02-28"],
    "series": [["Children in care", [301, 303]]],
    "unit": "",
    "place": 2,
}
NAMES = "Siân Ŵyn-Llŷr, Michał Żółć-Łęcki, يوسف الحسن and נועה לוי met 👩‍👧 and 🙂 on 3 × 4 days – “so they said”…"


def paragraph(number: int, html: str, *points: dict[str, Any], quoted: bool = False) -> dict[str, Any]:
    """A numbered paragraph."""
    block = {"type": "paragraph", "number": number, "html": html, "points": list(points)}
    return {**block, "quoted": True} if quoted else block


def point(html: str, *points: dict[str, Any]) -> dict[str, Any]:
    """A lettered point."""
    return {"html": html, "points": list(points)}


def table(place: int, rows: list[list[str]], **more: Any) -> dict[str, Any]:
    """A table of as many columns as its rows have."""
    head = [f"Column {number}" for number, _ in enumerate(rows[0], start=1)]
    plain = {"type": "table", "caption": f"Rows {place}", "head": head, "rows": rows, "numeric": []}
    return {**plain, "widths": [], "place": place, **more}


def section(record: int, heading: str, *blocks: dict[str, Any]) -> dict[str, Any]:
    """A section of text."""
    return {"record": record, "kind": "text", "heading": heading, "blocks": list(blocks)}


def snapshot(*sections: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A report with these sections, and little else."""
    return {
        "format": 1,
        "report": 1,
        "title": "Half-yearly report",
        "council": {
            "name": "Fenwold Council",
            "short_name": "Fenwold",
            "primary_colour": "#1d4f5f",
            "accent_colour": "#c58f2d",
            "contact_line": "",
        },
        "committee": "Children’s Scrutiny Committee",
        "meeting_on": "2026-06-16",
        "period": "1 November 2025 to 30 April 2026",
        "report_of": "Director of Children’s Services",
        "sections": list(sections),
        "recommendations": None,
        "contacts": {
            "author": "Assurance Officer",
            "chief_officer": "Director of Children’s Services",
            "specialist_officers": "",
            "approved_on": "2026-05-29",
        },
        "wards_affected": "All",
        "background_papers": [],
        "abbreviations": [],
        **more,
    }


def torture() -> dict[str, Any]:
    """Every kind of block, references among them, long tables, deep lists, and the scripts of many names."""
    deep = point("letter", point("roman", point("capital"), point("capital again")), point("second roman"))
    link = '<a href="#paragraph-{0}">{0}</a>'
    return snapshot(
        section(
            11,
            "What was found – “in short”",
            paragraph(1, f"<strong>{NAMES}</strong>", deep, point("second <em>letter</em>")),
            paragraph(2, f"See paragraphs {link.format(1)}–{link.format(7)}<br>and <code>x &lt; y</code>."),
            paragraph(3, "Said by a young person.", quoted=True),
            paragraph(4, "", point("A list on its own")),
            {"type": "exempt", "number": 5, "notice": "This is exempt under paragraph 1 of Part 1."},
        ),
        section(
            12,
            "Figures 👪",
            paragraph(
                7,
                'See <a href="#table-1">table 1</a> and <a href="https://council.example/?a=1&amp;b=2">this</a>.',
            ),
            {"type": "subheading", "text": "Numbers"},
            BARS,
            LINE,
            table(
                1,
                [[f"A-2026-{row:03}: {NAMES}", "Leader", "7 May 2026", str(row)] for row in range(90)],
                widths=[50, 20, 20, 10],
                numeric=[3],
            ),
            table(2, [["one", "two"]]),
            paragraph(8, f"The last one, after {link.format(2)} and {link.format(9)}."),
        ),
        recommendations={
            "number": 9,
            "points": [
                {"text": "Note the report", "reason": "So that members know"},
                {"text": f"Thank {NAMES}", "reason": "They came"},
            ],
        },
        background_papers=["A letter of 3 March 2026", "Llythyr arall"],
        abbreviations=[{"short": "DBS", "meaning": "Disclosure and Barring Service"}],
    )
