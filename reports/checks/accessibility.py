"""What would make the files hard to use for people who hear them, or who jump from heading to heading.

The files themselves are tagged and conform to PDF/UA-1 (ISO 14289-1) however a report is written; what only its
writer can give is looked at here: WCAG 2.2, success criteria 1.3.1 and 2.4.4.
"""

import re
from collections.abc import Iterator

from reports.checks.finding import Check, Finding, found_in
from reports.checks.known import Known
from reports.checks.reading import Reading
from reports.rendering.blocks import Block, plain, raw_texts

LINK = re.compile(r'<a [^>]*href="(?!#)(?P<address>[^"]*)"[^>]*>(?P<words>.*?)</a>', re.DOTALL)
SAYS_NOTHING = re.compile(
    r"(?:(?:click|see|read|find out|look) )?(?:here|more|this|this (?:link|page|document|report)|link|details)",
    re.IGNORECASE,
)
NO_HEADING = (
    "Column {number} of the table has no heading, so nobody who hears it can tell what its cells are."
)
SAYS_WHERE = (
    "Say in words where the link “{words}” leads: many people hear links without what stands around them."
)


def find(reading: Reading, known: Known) -> Iterator[Finding]:
    """Find columns without headings, and links whose words say nothing."""
    for section in reading.sections:
        for block in section["blocks"]:
            for words, message in (*columns_without_headings(block), *links_that_say_nothing(block)):
                yield found_in(reading.passage(section, block, words), message, words=words)


def columns_without_headings(block: Block) -> Iterator[tuple[str, str]]:
    """Return what the columns of a table hold that has no heading; the first, of names of rows, may do without."""
    if block["type"] != "table":
        return
    for number, heading in enumerate(block["head"], start=1):
        cells = [row[number - 1] for row in block["rows"] if len(row) >= number]
        if number > 1 and not heading.strip() and any(cells):
            yield " ".join(cells), NO_HEADING.format(number=number)


def links_that_say_nothing(block: Block) -> Iterator[tuple[str, str]]:
    """Return links whose words are an address, or would lead anywhere."""
    for piece in raw_texts(block):
        for link in LINK.finditer(piece):
            words = plain(link["words"])
            if SAYS_NOTHING.fullmatch(words.strip(" .:")) or words.startswith(
                ("http://", "https://", "www.")
            ):
                yield words, SAYS_WHERE.format(words=words)


CHECK = Check(
    "accessibility",
    "What would be hard to use with a screen reader",
    "Give every column a heading, and write links as words that say where they lead.",
    find,
)
