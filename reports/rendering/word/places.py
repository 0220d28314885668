"""What can be referred to in a report: its headings, and the anchors of the page."""

from collections.abc import Iterator
from typing import Any

from reports.rendering.blocks import shown_annexes


def shown(snapshot: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the sections that have something to show: readers meet no heading with nothing under it."""
    return [section for section in snapshot["sections"] if section["blocks"]]


def title_of(annex: dict[str, Any]) -> str:
    """Return what an annex is called, with its letter."""
    return f"Annex {annex['letter']}: {annex['title']}"


def headings_of(snapshot: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the anchor and the words of each heading, in order; annexes come after the sections."""
    return [
        *((f"section-{section['record']}", section["heading"]) for section in shown(snapshot)),
        *((f"annex-{annex['letter']}", title_of(annex)) for annex in shown_annexes(snapshot["annexes"])),
    ]


def anchors_of(snapshot: dict[str, Any]) -> set[str]:
    """Return every anchor of a report."""
    anchors = {anchor for anchor, _ in headings_of(snapshot)}
    for section in shown(snapshot):
        for block in section["blocks"]:
            anchors.update(anchors_of_block(block))
    return anchors


def anchors_of_block(block: dict[str, Any]) -> Iterator[str]:
    """Return the anchors of one block."""
    if block.get("number"):
        yield f"paragraph-{block['number']}"
    elif block["type"] in ("table", "chart", "picture"):
        yield f"{'table' if block['type'] == 'table' else 'figure'}-{block['place']}"
