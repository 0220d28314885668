"""A snapshot as an HTML page that holds all that it shows: one to become the PDF, one to be read on screen."""

import datetime
from operator import itemgetter
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from reports.rendering.addresses import annex_address, paper_annex_address, with_annex_addresses
from reports.rendering.audience import FULL
from reports.rendering.blocks import shown_annexes
from reports.rendering.broken import annex_name, at_part, section_name
from reports.rendering.characters import printable
from reports.rendering.charts import draw
from reports.rendering.images import Images, read_images
from reports.rendering.pictures import inlined, inlined_picture
from reports.rendering.upgrade import upgrade

CHARTS_IN_A_ROW = 2

Drawings = dict[int, str]
"""The charts of a snapshot as SVG, by their place."""


def draw_charts(snapshot: dict[str, Any]) -> Drawings:
    """Draw every chart of a snapshot; raises BrokenPart."""
    drawings: Drawings = {}
    for section in snapshot["sections"]:
        with at_part(section_name(section)):
            charts = [block for block in section["blocks"] if block["type"] == "chart"]
            drawings |= {block["place"]: draw(printable(block)) for block in charts}
    return drawings


def page_html(
    snapshot: dict[str, Any],
    drawings: Drawings | None = None,
    images: Images | None = None,
    *,
    is_for_screen: bool = False,
) -> str:
    """Return the whole page, with its style sheet, its charts and its pictures; raises Unfrozen and BrokenPart."""
    snapshot = upgrade(snapshot)
    drawings = draw_charts(snapshot) if drawings is None else drawings
    images = read_images(snapshot) if images is None else images
    if not is_for_screen:
        snapshot = printable(snapshot)
    approved_on = snapshot["contacts"]["approved_on"]
    annexes = annexes_for(snapshot, is_for_screen=is_for_screen)
    sections, written = [], []
    for section in filter(itemgetter("blocks"), snapshot["sections"]):
        with at_part(section_name(section)):
            sections.append(with_pictures(section, drawings, images))
            written.append(part("section", sections[-1], is_for_screen=is_for_screen))
    for annex in annexes:
        with at_part(annex_name(annex)):
            written.append(part("annex", annex, is_for_screen=is_for_screen))
    return render_to_string(
        "reports/pdf/report.html",
        {
            "snapshot": snapshot,
            "is_full": snapshot["audience"] == FULL,
            "annexes": annexes,
            "sections": sections,
            "parts": written,
            "meeting_on": datetime.date.fromisoformat(snapshot["meeting_on"]),
            "approved_on": datetime.date.fromisoformat(approved_on) if approved_on else None,
            "is_for_screen": is_for_screen,
        },
    )


def part(kind: str, content: dict[str, Any], *, is_for_screen: bool) -> str:
    """Return a section or an annex as HTML."""
    return render_to_string(f"reports/pdf/{kind}.html", {kind: content, "is_for_screen": is_for_screen})


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
