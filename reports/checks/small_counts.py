"""Counts of children so small that a child could be told from them."""

import re
from collections.abc import Iterator

from reports.checks.finding import Check, Finding, found_in
from reports.checks.known import Known
from reports.checks.reading import Reading

IN_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *(
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
    ),
)
CHILDREN = (
    r"child(?:ren)?|young (?:people|person|women|woman|men|man)|girls?|boys?|bab(?:y|ies)|infants?|teenagers?"
    r"|toddlers?|siblings?|brothers?|sisters?|care leavers?|pupils?|students?|famil(?:y|ies)"
)
BETWEEN = (
    r"other|more|such|looked-after|disabled|unaccompanied|asylum-seeking|missing|exploited|older|younger"
    r"|vulnerable|of (?:the|these|those|our|its)"
)
COUNT = re.compile(
    rf"(?<![\w.,–-])(?<!\bin )(?<!\bage )(?<!\baged )(?<!\byear )(?<!\bstage )"
    rf"(\d{{1,3}}|{'|'.join(IN_WORDS)}) (?:(?:{BETWEEN}) ){{0,2}}(?:{CHILDREN})\b(?! in \b)"
    # “Three brothers and sisters in every ten” is a share too.
    rf"(?! (?:and|or) (?:{CHILDREN}) in \b)",
    re.IGNORECASE,
)
ANY_CHILDREN = re.compile(rf"\b(?:{CHILDREN})\b", re.IGNORECASE)


def find(reading: Reading, known: Known) -> Iterator[Finding]:
    """Find small counts in the running text and in officers' own tables; those of the record are hidden already."""
    below = known.small_counts_below
    for passage in reading.passages:
        for found in COUNT.finditer(passage.text):
            if is_small(found[1], below):
                yield found_in(passage, message(found[0], below), words=found[0])
    for section in reading.sections:
        for block in section["blocks"]:
            # The record gives its tables a caption.
            if block["type"] != "table" or block["caption"]:
                continue
            for row in block["rows"]:
                passage = reading.passage(section, block, " | ".join(row))
                for cell in small_cells(block["head"], row, below):
                    yield found_in(passage, message(f"{row[0]}: {cell}", below), words=cell)


def small_cells(head: list[str], row: list[str], below: int) -> Iterator[str]:
    """Return the small numbers of a row in which children are counted, by its own name or that of the column."""
    for name, cell in zip(head[1:], row[1:], strict=False):
        if cell.isdecimal() and is_small(cell, below) and ANY_CHILDREN.search(f"{row[0]} {name}"):
            yield cell


def is_small(number: str, below: int) -> bool:
    """Tell whether a number is a small count; none is nobody's secret."""
    value = int(number) if number.isdecimal() else IN_WORDS.index(number.lower()) + 1
    return 0 < value < below


def message(words: str, below: int) -> str:
    """Say what is too small."""
    return f"“{words}” is a count below {below}."


CHECK = Check(
    "small_counts",
    "Small counts",
    "Say that there were fewer than the council’s threshold, or leave the number out.",
    find,
)
