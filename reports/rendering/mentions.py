"""Which paragraphs and tables of a snapshot name an action or a finding by its reference."""

import re
from collections.abc import Iterator
from typing import Any

from reports.models import Audience, Edition, Mention
from reports.rendering.blocks import block_texts
from reports.rendering.upgrade import upgrade

REFERENCE = re.compile(r"\b[AF]-\d{4}-\d{3,}\b")
Place = Mention.Place


def keep_mentions(edition: Edition) -> None:
    """Write down what a public edition names where; called once, with the edition's making.

    What only the full edition names is nobody's business beside the record that it names.
    """
    if edition.audience != Audience.PUBLIC:
        return
    found = dict.fromkeys(mentions_in(edition.snapshot))
    Mention.objects.bulk_create(
        Mention(edition=edition, reference=reference, place=place, number=number)
        for reference, place, number in found
    )


def mentions_in(snapshot: dict[str, Any]) -> Iterator[tuple[str, str, int]]:
    """Return each reference with the place and the number where it stands, from the first page to the last."""
    for place, number, text in numbered_texts(upgrade(snapshot)):
        for reference in REFERENCE.findall(text):
            yield reference, place, number


def numbered_texts(snapshot: dict[str, Any]) -> Iterator[tuple[str, int, str]]:
    """Return the texts of what has a number: a paragraph with its points, a table, the recommendations."""
    for section in snapshot["sections"]:
        for block in section["blocks"]:
            if block["type"] in ("paragraph", "recommendations"):
                yield from ((Place.PARAGRAPH, block["number"], text) for text in block_texts(block))
            elif block["type"] == "table":
                yield from ((Place.TABLE, block["place"], text) for text in block_texts(block))
