"""The abbreviations that a report uses and what they stand for."""

import re
from collections.abc import Iterable, Mapping

from findings.abbreviations import spelled_out
from reports.rendering.blocks import Block, as_sections, texts


def explained_in(snapshot: Block, council_list: Mapping[str, str]) -> Block:
    """Return a snapshot that explains what its own text uses, in the section that has the place for it."""
    chosen = snapshot.get("explains", {})
    parts = [*snapshot["sections"], *as_sections(snapshot["annexes"])]
    rows = [
        {"short": short, "meaning": meaning, "listed": council_list.get(short, "")}
        for short, meaning in abbreviations_in(texts(parts), council_list, **chosen)
    ]
    sections = [{**section, "blocks": with_rows(section["blocks"], rows)} for section in snapshot["sections"]]
    return {**snapshot, "sections": sections, "abbreviations": rows}


def short_forms(written: str) -> list[str]:
    """Return the short forms that officers wrote with commas or line breaks between them, each once."""
    return list(dict.fromkeys(filter(None, map(str.strip, re.split(r"[,;\n]", written)))))


def with_rows(blocks: list[Block], rows: list[Block]) -> list[Block]:
    """Return blocks in which the list of abbreviations has these rows; without any it is left out."""
    return [
        {**block, "rows": rows} if block["type"] == "abbreviations" else block
        for block in blocks
        if rows or block["type"] != "abbreviations"
    ]


def abbreviations_in(
    texts: Iterable[str],
    council_list: Mapping[str, str],
    *,
    added: Iterable[str] = (),
    left_out: Iterable[str] = (),
) -> list[tuple[str, str]]:
    """Return each short form that the texts use with its meaning, in order of the alphabet.

    Those of the list that officers have added are among them, as for an annex, and those that they leave out are not.
    A text that spells one out, as in "Disclosure and Barring Service [DBS]", is believed before the list.
    """
    text = "\n".join(texts)
    found = {
        short: meaning
        for short, meaning in council_list.items()
        if short in added or (short in text and re.search(rf"\b{re.escape(short)}s?\b", text))
    }
    for short, meaning in spelled_out(text):
        # The same words in other letters are those of the list, which is written with care.
        if same_words(meaning) != same_words(found.get(short, "")):
            found[short] = meaning
    kept = ((short, meaning) for short, meaning in found.items() if short not in left_out)
    return sorted(kept, key=lambda item: item[0].lower())


def same_words(meaning: str) -> str:
    """Return what two ways of writing the same meaning have in common."""
    return "".join(filter(str.isalnum, meaning.replace("&", "and").casefold()))
