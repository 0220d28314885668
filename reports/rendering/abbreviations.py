"""The abbreviations that a report uses and what they stand for."""

import re
from collections.abc import Iterable, Mapping

from findings.abbreviations import spelled_out
from reports.rendering.blocks import Block, as_sections, texts


def explained_in(snapshot: Block, council_list: Mapping[str, str]) -> Block:
    """Return a snapshot that explains what its own text uses, in the section that has the place for it."""
    parts = [*snapshot["sections"], *as_sections(snapshot["annexes"])]
    rows = [
        {"short": short, "meaning": meaning, "listed": council_list.get(short, "")}
        for short, meaning in abbreviations_in(texts(parts), council_list)
    ]
    sections = [{**section, "blocks": with_rows(section["blocks"], rows)} for section in snapshot["sections"]]
    return {**snapshot, "sections": sections, "abbreviations": rows}


def with_rows(blocks: list[Block], rows: list[Block]) -> list[Block]:
    """Return blocks in which the list of abbreviations has these rows; without any it is left out."""
    return [
        {**block, "rows": rows} if block["type"] == "abbreviations" else block
        for block in blocks
        if rows or block["type"] != "abbreviations"
    ]


def abbreviations_in(texts: Iterable[str], council_list: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return each short form that the texts use with its meaning, in order of the alphabet.

    A text that spells one out, as in "Disclosure and Barring Service [DBS]", is believed before the list.
    """
    text = "\n".join(texts)
    found = {
        short: meaning
        for short, meaning in council_list.items()
        if re.search(rf"\b{re.escape(short)}s?\b", text)
    }
    found |= dict(spelled_out(text))
    return sorted(found.items(), key=lambda item: item[0].lower())
