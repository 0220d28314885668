"""A snapshot as the HTML page that becomes the PDF: everything that it shows is inside it."""

import datetime
from typing import Any

from django.template.loader import render_to_string

from reports.rendering.audience import FULL
from reports.rendering.charts import draw, inlined
from reports.rendering.upgrade import upgrade

CHARTS_IN_A_ROW = 2


def page_html(snapshot: dict[str, Any]) -> str:
    """Return the whole page, with its style sheet and its charts."""
    snapshot = upgrade(snapshot)
    approved_on = snapshot["contacts"]["approved_on"]
    return render_to_string(
        "reports/pdf/report.html",
        {
            "snapshot": snapshot,
            "is_full": snapshot["audience"] == FULL,
            "sections": [with_pictures(section) for section in snapshot["sections"] if section["blocks"]],
            "meeting_on": datetime.date.fromisoformat(snapshot["meeting_on"]),
            "approved_on": datetime.date.fromisoformat(approved_on) if approved_on else None,
        },
    )


def with_pictures(section: dict[str, Any]) -> dict[str, Any]:
    """Return a section with its charts drawn; lines stand two to a row."""
    blocks: list[dict[str, Any]] = []
    for block in section["blocks"]:
        shown = with_picture(block)
        row = blocks[-1] if blocks else None
        if block["type"] != "chart" or block["form"] != "line":
            blocks.append(shown)
        elif row and row["type"] == "row" and len(row["charts"]) < CHARTS_IN_A_ROW:
            row["charts"].append(shown)
        else:
            blocks.append({"type": "row", "charts": [shown]})
    return {**section, "blocks": blocks}


def with_picture(block: dict[str, Any]) -> dict[str, Any]:
    """Return a block; a chart gets its picture."""
    if block["type"] != "chart":
        return block
    return {**block, "picture": inlined(draw(block))}
