"""Numbers of paragraphs and letters of annexes that were typed, and so lead nowhere and do not follow changes."""

import re
from collections.abc import Iterator

from reports.checks.finding import Check, Finding, found_in
from reports.checks.known import Known
from reports.checks.reading import Passage, Reading
from reports.models import Annex
from reports.rendering.blocks import plain, raw_texts

LINKED = re.compile(r"<a [^>]*>.*?</a>", re.DOTALL)
# All the numbers or none, by looking ahead: possessive repeats match wrongly before Python 3.11.5.
NUMBERS = r"(?P<number>\d+)(?=(?P<more>(?:\s*(?:[–-]|to|and|,)\s*\d+)*))(?P=more)"
# What goes on with "of" or a point is about another document: "paragraphs 1 and 2 of Schedule 12A", "paragraph 4.2".
TYPED = re.compile(
    rf"\b(?:[Pp]aragraphs?\s+{NUMBERS}|[Aa]nnex\s+(?P<letter>[A-Z]\d*))(?!\w|[.,]\d|\s+(?:of|to|in)\b)"
)


def find(reading: Reading, known: Known) -> Iterator[Finding]:
    """Find references in the officers' own words that are no links."""
    there = targets(reading)
    for html, passage in pieces_of(reading, known):
        text = plain(LINKED.sub(" ", html))
        for found in TYPED.finditer(text):
            words = " ".join(found[0].split())
            is_there = (found["number"] or found["letter"]) in there
            yield found_in(passage, said_of(words, is_there), words=words)


def pieces_of(reading: Reading, known: Known) -> Iterator[tuple[str, Passage]]:
    """Return what officers wrote as HTML, with its place: in sections, in what they ask for, and in annexes."""
    for section in reading.sections:
        for block in section["blocks"]:
            if block["type"] == "recommendations":
                for point, passage in reading.points(section, block):
                    yield from ((html, passage) for html in (point["html"], point["reason"]))
            elif section["record"] in known.written:
                passage = reading.passage(section, block, "")
                yield from ((html, passage._replace(text=plain(html))) for html in raw_texts(block))
    for annex in (annex for annex in reading.annexes if annex["kind"] == Annex.Kind.TEXT):
        for block in annex["blocks"]:
            yield from ((html, reading.in_annex(annex, plain(html))) for html in raw_texts(block))


def targets(reading: Reading) -> set[str]:
    """Return the numbers of the report's paragraphs and the letters of its annexes."""
    numbered = (block.get("number") for section in reading.sections for block in section["blocks"])
    return {str(number) for number in numbered if number} | {annex["letter"] for annex in reading.annexes}


def said_of(words: str, is_there: bool) -> str:
    """Say what is wrong with a reference that was typed."""
    if is_there:
        return f"“{words}” is typed, so it is no link and stays as it is when the numbers change."
    return f"“{words}” is typed, and the report has no such place."


CHECK = Check(
    "typed",
    "References that were typed",
    "Write {name} for the number, and {#name} at the end of the paragraph that is meant; {annex title} for an annex.",
    find,
)
