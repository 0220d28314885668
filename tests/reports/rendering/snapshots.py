"""Snapshots written by hand: a plain one, and one with everything that is hard to set."""

import io
from typing import Any

from PIL import Image

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
PICTURE = {
    "type": "picture",
    "record": 1,
    "caption": "How a contact becomes a decision",
    "alternative": "Four steps, from a contact to a decision.",
    "media_type": "image/jpeg",
    "width": 400,
    "height": 300,
    "exempt": None,
    "place": 1,
}
MISSING = {"type": "missing", "words": "no picture is called 2", "exempt": None}
CONTACTS = [{"term": "Author", "text": "Assurance Officer"}, {"term": "Report approved", "text": "Yes"}]
PAPERS = ["A letter of 3 March 2026", "Llythyr arall"]
ANNEXES: list[dict[str, Any]] = [
    {
        "record": 1,
        "letter": "A",
        "name": "plan",
        "title": "Action plan",
        "kind": "word",
        "about": "",
        "file": None,
        "exempt": None,
        "blocks": [
            {"type": "subheading", "text": "First", "level": 3, "exempt": None},
            {"type": "subheading", "text": "Deeper", "level": 4, "exempt": None},
            {
                "type": "paragraph",
                "number": None,
                "name": "",
                "html": "Plain words.",
                "points": [],
                "exempt": None,
            },
            {
                "type": "list",
                "points": [
                    {
                        "html": "one",
                        "marker": "",
                        "points": [{"html": "below", "marker": "i.", "points": []}],
                    },
                    {"html": "two", "marker": "2.1", "points": []},
                ],
                "exempt": None,
            },
            {
                "type": "table",
                "caption": "",
                "head": ["What", "When"],
                "rows": [["Train", "May"]],
                "numeric": [],
                "widths": [],
                "place": "A-1",
                "exempt": None,
            },
        ],
    },
    {"letter": "B", "name": "", "title": "Exempt", "exempt": None, "notice": "Annex B is not published."},
]
SHORT = [{"short": "DBS", "meaning": "Disclosure and Barring Service", "listed": ""}]
NAMES = "Siân Ŵyn-Llŷr, Michał Żółć-Łęcki, يوسف الحسن and נועה לוי met 👩‍👧 and 🙂 on 3 × 4 days – “so they said”…"


def paragraph(number: int, html: str, *points: dict[str, Any], quoted: bool = False) -> dict[str, Any]:
    """A numbered paragraph."""
    block = {"type": "paragraph", "number": number, "name": "", "html": html, "points": list(points)}
    return {**block, "quoted": quoted, "exempt": None}


def point(html: str, *points: dict[str, Any]) -> dict[str, Any]:
    """A lettered point."""
    return {"html": html, "points": list(points)}


def table(place: int, rows: list[list[str]], **more: Any) -> dict[str, Any]:
    """A table of as many columns as its rows have."""
    head = [f"Column {number}" for number, _ in enumerate(rows[0], start=1)]
    plain = {"type": "table", "caption": f"Rows {place}", "head": head, "rows": rows, "numeric": []}
    return {**plain, "exempt": None, "widths": [], "place": place, **more}


def section(
    record: int, heading: str, *blocks: dict[str, Any], kind: str = "text", exempt: Any = None
) -> dict[str, Any]:
    """A section, of text if nothing else is said."""
    return {"record": record, "kind": kind, "heading": heading, "exempt": exempt, "blocks": list(blocks)}


def listed(form: str, **more: Any) -> dict[str, Any]:
    """What stands around the text: what is asked, contacts, papers, annexes, abbreviations."""
    return {"type": form, "exempt": None, **more}


def asked(html: str, reason: str, **more: Any) -> dict[str, Any]:
    """A recommendation."""
    return {"record": 1, "html": html, "reason": reason, "exempt": None, **more}


def snapshot(*sections: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A report with these sections, and little else."""
    return {
        "format": 2,
        "report": 1,
        "version": 1,
        "audience": "public",
        "is_part": False,
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
        "exemptions": [],
        "annexes": [],
        "contacts": {
            "author": "Assurance Officer",
            "chief_officer": "Director of Children’s Services",
            "specialist_officers": "",
            "approved_on": "2026-05-29",
        },
        "abbreviations": [],
        **more,
    }


def jpeg() -> bytes:
    """The photograph of `PICTURE`."""
    out = io.BytesIO()
    Image.new("RGB", (400, 300), "teal").save(out, "JPEG")
    return out.getvalue()


def png(wide: int = 80, high: int = 40) -> bytes:
    """The picture of a chart, for a Word file."""
    out = io.BytesIO()
    Image.new("RGB", (wide, high), "black").save(out, "PNG")
    return out.getvalue()


def torture() -> dict[str, Any]:
    """Every kind of block, references among them, long tables, deep lists, and the scripts of many names."""
    roman = point("roman", point("capital", point("number")), point("capital again"))
    deep = point("letter", roman, point("second roman"))
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
                'See <a href="#table-1">table 1</a>, <a href="#annex-A">Annex A</a> and <a href="https://council.example/?a=1&amp;b=2">this</a>.',
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
        section(
            13,
            "Recommendations",
            listed(
                "recommendations",
                number=9,
                points=[
                    asked(f"Note the report, paragraph {link.format(1)}", "So that members know"),
                    asked(f"Thank {NAMES}", "They came"),
                    asked("", "", notice="This recommendation is not published."),
                ],
            ),
            kind="recommendations",
        ),
        section(14, "Contact details", listed("details", rows=CONTACTS), kind="contacts"),
        section(15, "Wards affected", listed("lines", lines=["All"]), kind="wards"),
        section(16, "Background papers", listed("lines", lines=PAPERS), kind="background"),
        section(17, "Annexes", listed("annexes", rows=ANNEXES), kind="annexes"),
        section(18, "Nothing to show", kind="judgements"),
        section(19, "Abbreviations", listed("abbreviations", rows=SHORT), kind="abbreviations"),
        section(20, "Exempt information", {"type": "exempt", "number": None, "notice": "Not published."}),
        annexes=ANNEXES,
        abbreviations=SHORT,
    )
