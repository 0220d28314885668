"""A snapshot as reports were frozen before the outline decided their whole order."""

from typing import Any

CHART = {
    "type": "chart",
    "form": "bars",
    "title": "Actions",
    "description": "One",
    "labels": ["Late"],
    "place": 1,
}
TABLE = {
    "type": "table",
    "caption": "Actions",
    "head": ["What", "Who"],
    "rows": [["A-2017-012: seen", "police"]],
    "numeric": [],
    "place": 1,
}
POINT = {"html": "point A-2017-012", "points": [{"html": "deeper F-2017-004 &amp; A-2017-013", "points": []}]}

FIRST_FORMAT: dict[str, Any] = {
    "format": 1,
    "report": 7,
    "title": "As approved",
    "council": {
        "name": "Fen Council",
        "short_name": "Fen",
        "primary_colour": "#123456",
        "accent_colour": "#654321",
        "contact_line": "",
    },
    "committee": "Scrutiny",
    "meeting_on": "2026-06-16",
    "period": "1 November 2025 to 30 April 2026",
    "report_of": "Director",
    "sections": [
        {
            "record": 3,
            "kind": "text",
            "heading": "Introduction",
            "blocks": [
                {"type": "paragraph", "number": 1, "html": "First.", "points": [POINT]},
                {
                    "type": "paragraph",
                    "number": 2,
                    "html": "Said of A-2017-014.",
                    "points": [],
                    "quoted": True,
                },
                {"type": "subheading", "text": "Below"},
                {**CHART, "series": [["Actions", [1]]]},
                TABLE,
            ],
        }
    ],
    "recommendations": {
        "number": 3,
        "points": [{"text": "Ask <b> about A-2017-015", "reason": "F-2017-005 & more"}],
    },
    "contacts": {
        "author": "An officer",
        "chief_officer": "A director",
        "specialist_officers": "",
        "approved_on": "2026-05-29",
    },
    "wards_affected": "All",
    "background_papers": [],
    "abbreviations": [{"short": "ICB", "meaning": "Integrated care board"}],
}
MENTIONED = [
    ("A-2017-012", "paragraph", 1),
    ("F-2017-004", "paragraph", 1),
    ("A-2017-013", "paragraph", 1),
    ("A-2017-014", "paragraph", 2),
    ("A-2017-012", "table", 1),
    ("A-2017-015", "paragraph", 3),
    ("F-2017-005", "paragraph", 3),
]
