"""Who reads what: the public's part of a snapshot lacks what is exempt, and has the same numbers."""

import re
from collections.abc import Iterator
from typing import Any

from reports.models import Audience
from reports.rendering.abbreviations import explained_in
from reports.rendering.blocks import Block, as_sections, block_texts, listed_annex, mapped
from reports.rendering.upgrade import upgrade

PUBLIC, FULL = Audience.PUBLIC.value, Audience.FULL.value
EXEMPT_HEADING = "Exempt information"
LINK_WITHIN = re.compile(r'<a href="#([a-z]+-\w+)"[^>]*>(.*?)</a>', re.DOTALL)


def editions_of(snapshot: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Return the editions that a report has: the public one, and the full one where something is exempt."""
    snapshot = upgrade(snapshot)
    if not has_exempt(snapshot):
        return [(PUBLIC, public_part(snapshot))]
    return [(PUBLIC, public_part(snapshot)), (FULL, {**snapshot, "audience": FULL})]


def has_exempt(snapshot: dict[str, Any]) -> bool:
    """Tell whether any part of a snapshot is kept from the public."""
    parts = [*snapshot["sections"], *snapshot["annexes"]]
    blocks = [block for part in parts for block in part.get("blocks", ())]
    points = [point for block in blocks if block["type"] == "recommendations" for point in block["points"]]
    return any(part.get("exempt") for part in (*parts, *blocks, *points))


def public_part(snapshot: dict[str, Any]) -> dict[str, Any]:
    """Return what the public may read: notices in place of what is exempt, and no link that leads there."""
    snapshot = without_reasoning(upgrade(snapshot))
    if not has_exempt(snapshot):
        return snapshot
    gone = set(anchors_gone(snapshot))

    def without_links(html: str) -> str:
        return LINK_WITHIN.sub(lambda found: found[2] if found[1] in gone else found[0], html)

    sections = [public_section(section) for section in snapshot["sections"]]
    annexes = [public_annex(annex) for annex in snapshot["annexes"]]
    for annex in annexes:
        annex["blocks"] = [mapped(block, without_links, lambda text: text) for block in annex["blocks"]]
    for section in sections:
        section["blocks"] = [
            {**block, "rows": [listed_annex(annex) for annex in annexes]}
            if block["type"] == "annexes"
            else mapped(block, without_links, lambda text: text)
            for block in section["blocks"]
        ]
    part = {
        **snapshot,
        "audience": PUBLIC,
        "is_part": True,
        "sections": sections,
        "annexes": annexes,
    }
    # What is exempt may have explained an abbreviation in words of its own.
    return explained_in(
        part, {row["short"]: row["listed"] for row in snapshot["abbreviations"] if row["listed"]}
    )


def without_reasoning(snapshot: dict[str, Any]) -> dict[str, Any]:
    """Return a snapshot without what no public edition prints from outside its sections."""
    contacts = {"approved_on": snapshot["contacts"]["approved_on"]}
    return {**snapshot, "exemptions": [], "contacts": contacts}


def anchors_gone(snapshot: dict[str, Any]) -> Iterator[str]:
    """Return the anchors that the public part does not have."""
    for section in snapshot["sections"]:
        for block in section["blocks"]:
            if section["exempt"] or block.get("exempt"):
                yield f"paragraph-{block.get('number')}"
                yield f"{'table' if block['type'] == 'table' else 'figure'}-{block.get('place')}"
    yield from (f"annex-{annex['letter']}" for annex in snapshot["annexes"] if annex.get("exempt"))


def public_section(section: Block) -> Block:
    """Return a section as the public may read it."""
    if not section["exempt"]:
        return {**section, "blocks": [public_block(block) for block in section["blocks"]]}
    numbers = [block["number"] for block in section["blocks"] if block.get("number")]
    match numbers:
        case []:
            what = "This section"
        case [one]:
            what = f"Paragraph {one}"
        case [first, *_, last]:
            what = f"Paragraphs {first} to {last}"
    instead = notice(what, section["exempt"], None, are=len(numbers) > 1)
    return {
        "record": section["record"],
        "kind": "text",
        "heading": EXEMPT_HEADING,
        "exempt": None,
        "blocks": [instead],
    }


def public_block(block: Block) -> Block:
    """Return a block as the public may read it."""
    if not block.get("exempt"):
        if block["type"] == "recommendations":
            return {**block, "points": [public_point(point) for point in block["points"]]}
        return block
    if block.get("number"):
        return notice(f"Paragraph {block['number']}", block["exempt"], block["number"])
    place = block.get("place")
    names = {
        "table": f"Table {place}",
        "chart": f"Figure {place}",
        "picture": f"Figure {place}",
        "subheading": "A heading",
    }
    what = names.get(block["type"], "This part")
    return notice(what, block["exempt"], None)


def public_point(point: Block) -> Block:
    """Return a recommendation as the public may read it."""
    if not point["exempt"]:
        return point
    words = sentence("This recommendation", point["exempt"])
    return {"record": point["record"], "html": "", "reason": "", "exempt": None, "notice": words}


def public_annex(annex: Block) -> Block:
    """Return an annex as the public may know of it: of an exempt one the letter and the notice."""
    if not annex.get("exempt"):
        return {**annex, "blocks": [public_block(block) for block in annex.get("blocks", ())]}
    return {
        "letter": annex["letter"],
        "name": "",
        "title": EXEMPT_HEADING,
        "exempt": None,
        "notice": sentence(f"Annex {annex['letter']}", annex["exempt"]),
        "blocks": [],
    }


def notice(what: str, exempt: Block, number: int | None, *, are: bool = False) -> Block:
    """Return the block that stands in the place of what is exempt."""
    return {"type": "exempt", "number": number, "notice": sentence(what, exempt, are=are)}


def sentence(what: str, exempt: Block, *, are: bool = False) -> str:
    """Say that something is not published, and under which rule."""
    return (
        f"{what} {'are' if are else 'is'} not published: {'they are' if are else 'it is'} {exempt['under']}."
    )


def public_text(snapshot: dict[str, Any]) -> str:
    """Return what the search may find of a report: one line for each section of its public part."""
    part = public_part(snapshot)
    return "\n".join(
        " ".join(
            [f"{section['heading']}:", *(text for block in section["blocks"] for text in block_texts(block))]
        )
        for section in (
            *part["sections"],
            *as_sections([row for row in part["annexes"] if not row.get("notice")]),
        )
    )
