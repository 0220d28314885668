"""What can be referred to in a report: its headings, and the anchors of the page."""

from collections.abc import Iterator
from typing import Any

CLOSING = {
    "recommendations": "Recommendations",
    "contacts": "Contact details",
    "abbreviations": "Abbreviations",
}


def headings_of(snapshot: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the anchor and the words of each heading, in order."""
    headings = [(f"section-{section['record']}", section["heading"]) for section in snapshot["sections"]]
    for anchor, words in CLOSING.items():
        if anchor == "contacts" or snapshot.get(anchor):
            headings.append((anchor, words))
    return headings


def anchors_of(snapshot: dict[str, Any]) -> set[str]:
    """Return every anchor of a report."""
    anchors = {anchor for anchor, _ in headings_of(snapshot)}
    for section in snapshot["sections"]:
        for block in section["blocks"]:
            anchors.update(anchors_of_block(block))
    if snapshot.get("recommendations"):
        anchors.add(f"paragraph-{snapshot['recommendations']['number']}")
    return anchors


def anchors_of_block(block: dict[str, Any]) -> Iterator[str]:
    """Return the anchors of one block."""
    if "number" in block:
        yield f"paragraph-{block['number']}"
    elif block["type"] in ("table", "chart"):
        yield f"{'figure' if block['type'] == 'chart' else 'table'}-{block['place']}"
