"""What a public edition says, piece by piece, for the search of the reading room."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reports.models import Audience, Edition, PaperText
from reports.rendering.audience import public_part
from reports.rendering.blocks import Block, block_texts, shown_annexes

TITLE, HEADING = "Title", "Heading"
BETWEEN = " · "
"""What stands between a paragraph and its points, and between the cells of a table, where all is one text."""
NUMBERED = {
    "paragraph": ("paragraph", "number"),
    "recommendations": ("paragraph", "number"),
    "table": ("table", "place"),
    "chart": ("figure", "place"),
    "picture": ("figure", "place"),
}
"""The kinds of block that have a number of their own: what they are called, and where their number is kept."""


@dataclass(frozen=True)
class Piece:
    """One piece of a paper: what it is called, where it stands, and its words."""

    place: str
    anchor: str
    heading: str
    text: str


def keep_texts(edition: Edition) -> None:
    """Write down what a public edition says; called once, with the edition's making."""
    if edition.audience != Audience.PUBLIC:
        return
    PaperText.objects.bulk_create(
        PaperText(edition=edition, position=position, **vars(piece))
        for position, piece in enumerate(pieces_of(edition.snapshot))
    )


def pieces_of(snapshot: dict[str, Any]) -> Iterator[Piece]:
    """Return the title, the headings, what has a number, and the annexes, in their order; nothing exempt."""
    part = public_part(snapshot)
    yield Piece(TITLE, "", "", part["title"])
    for section in part["sections"]:
        if not section["blocks"]:
            continue
        heading, anchor = section["heading"], f"section-{section['record']}"
        yield Piece(HEADING, anchor, heading, heading)
        for block in section["blocks"]:
            if block["type"] == "subheading":
                yield Piece(HEADING, anchor, heading, block["text"])
            elif block["type"] in NUMBERED:
                yield from numbered_piece(block, heading)
    for annex in shown_annexes(part["annexes"]):
        yield from annex_pieces(annex)


def numbered_piece(block: Block, heading: str) -> Iterator[Piece]:
    """Return a paragraph, a table or a figure as one piece; nothing of one that has no number or no words."""
    name, number = NUMBERED[block["type"]]
    text = BETWEEN.join(filter(None, block_texts(block)))
    if block.get(number) and text:
        yield Piece(f"{name.capitalize()} {block[number]}", f"{name}-{block[number]}", heading, text)


def annex_pieces(annex: Block) -> Iterator[Piece]:
    """Return the title of an annex and what is set of it, block by block: nothing of it has a number."""
    name, anchor = f"Annex {annex['letter']}", f"annex-{annex['letter']}"
    yield Piece(name, anchor, annex["title"], annex["title"])
    for block in annex.get("blocks", ()):
        text = BETWEEN.join(filter(None, block_texts(block)))
        if text:
            yield Piece(name, anchor, annex["title"], text)
