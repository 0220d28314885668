"""A snapshot as an HTML page that holds all that it shows: one to become the PDF, one to be read on screen."""

import datetime
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from reports.rendering.addresses import annex_address, paper_annex_address, with_annex_addresses
from reports.rendering.audience import FULL
from reports.rendering.blocks import shown_annexes
from reports.rendering.characters import printable
from reports.rendering.charts import draw
from reports.rendering.images import Images, read_images
from reports.rendering.pictures import inlined, inlined_picture
from reports.rendering.upgrade import upgrade

CHARTS_IN_A_ROW = 2

Drawings = dict[int, str]
"""The charts of a snapshot as SVG, by their place."""


def draw_charts(snapshot: dict[str, Any]) -> Drawings:
    """Draw every chart of a snapshot."""
    return {
        block["place"]: draw(printable(block))
        for section in snapshot["sections"]
        for block in section["blocks"]
        if block["type"] == "chart"
    }


def page_html(
    snapshot: dict[str, Any],
    drawings: Drawings | None = None,
    images: Images | None = None,
    *,
    is_for_screen: bool = False,
) -> str:
    """Return the whole page, with its style sheet, its charts and its pictures; raises Unfrozen."""
    snapshot = upgrade(snapshot)
    drawings = draw_charts(snapshot) if drawings is None else drawings
    images = read_images(snapshot) if images is None else images
    if not is_for_screen:
        snapshot = printable(snapshot)
    approved_on = snapshot["contacts"]["approved_on"]
    return render_to_string(
        "reports/pdf/report.html",
        {
            "snapshot": snapshot,
            "is_full": snapshot["audience"] == FULL,
            "annexes": annexes_for(snapshot, is_for_screen=is_for_screen),
            "sections": [
                with_pictures(section, drawings, images)
                for section in snapshot["sections"]
                if section["blocks"]
            ],
            "meeting_on": datetime.date.fromisoformat(snapshot["meeting_on"]),
            "approved_on": datetime.date.fromisoformat(approved_on) if approved_on else None,
            "is_for_screen": is_for_screen,
        },
    )


def annexes_for(snapshot: dict[str, Any], *, is_for_screen: bool) -> list[dict[str, Any]]:
    """Return the annexes that have pages; on screen with the address at which readers of this edition get a file."""
    if not is_for_screen:
        return shown_annexes(snapshot["annexes"])
    at = annex_address if snapshot["audience"] == FULL else paper_annex_address
    report = snapshot["report"]
    return with_annex_addresses(
        snapshot["annexes"], lambda annex: f"{settings.PUBLIC_URL}{at(report, annex)}"
    )


def with_pictures(section: dict[str, Any], drawings: Drawings, images: Images) -> dict[str, Any]:
    """Return a section with its pictures and those of its charts; lines stand two to a row."""
    blocks: list[dict[str, Any]] = []
    for block in section["blocks"]:
        if block["type"] == "picture":
            address = inlined_picture(images[block["place"]], block["media_type"])
            blocks.append({**block, "address": address})
            continue
        if block["type"] != "chart":
            blocks.append(block)
            continue
        shown = {**block, "picture": inlined(drawings[block["place"]])}
        row = blocks[-1] if blocks else None
        if block["form"] != "line":
            blocks.append(shown)
        elif row and row["type"] == "row" and len(row["charts"]) < CHARTS_IN_A_ROW:
            row["charts"].append(shown)
        else:
            blocks.append({"type": "row", "charts": [shown]})
    return {**section, "blocks": blocks}
