"""Numbers of paragraphs and letters of annexes that were typed, and so lead nowhere and do not follow changes."""

import re
from collections.abc import Iterator

from reports.checks.finding import Check, Finding, found_in
from reports.checks.known import Known
from reports.checks.reading import Reading
from reports.rendering.blocks import plain, raw_texts

LINKED = re.compile(r"<a [^>]*>.*?</a>", re.DOTALL)
# What goes on with "of" is about another document: "paragraph 3 of Part 1 of Schedule 12A".
TYPED = re.compile(
    r"\b(?:[Pp]aragraphs?\s+(?P<number>\d+)(?:\s*(?:[–-]|to|and)\s*\d+)?|[Aa]nnex\s+(?P<letter>[A-Z]\d?))\b"
    r"(?!\s+(?:of|to|in)\b)"
)


def find(reading: Reading, known: Known) -> Iterator[Finding]:
    """Find references in the officers' own words that are no links."""
    there = targets(reading)
    for section in reading.sections:
        if section["record"] not in known.written:
            continue
        for block in section["blocks"]:
            for piece in raw_texts(block):
                text = plain(LINKED.sub(" ", piece))
                for found in TYPED.finditer(text):
                    words = " ".join(found[0].split())
                    is_there = (found["number"] or found["letter"]) in there
                    yield found_in(
                        reading.passage(section, block, text), said_of(words, is_there), words=words
                    )


def targets(reading: Reading) -> set[str]:
    """Return the numbers of the report's paragraphs and the letters of its annexes."""
    numbered = (block.get("number") for section in reading.sections for block in section["blocks"])
    return {str(number) for number in numbered if number} | {annex["letter"] for annex in reading.annexes}


def said_of(words: str, is_there: bool) -> str:
    """Say what is wrong with a reference that was typed."""
    if is_there:
        return f"“{words}” is typed, so it is no link and stays as it is when the numbers change."
    return f"“{words}” is typed, and the report has none."


CHECK = Check(
    "typed",
    "References that were typed",
    "Write {name} for the number, and {#name} at the end of the paragraph that is meant; {annex title} for an annex.",
    find,
)
