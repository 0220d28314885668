"""Counts of children so small that a child could be told from them."""

import functools
import re
from collections.abc import Callable, Iterator
from functools import partial

from reports.checks.finding import Check, Finding, found_in
from reports.checks.known import Known
from reports.checks.reading import LONGEST_KEPT, PASSAGES_KEPT, Passage, Reading
from reports.rendering.blocks import Block
from reports.rendering.remembered import remembered

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
SHARE = (
    rf" in (?:every|each|a (?:hundred|thousand|dozen)|\d{{1,3}}|{'|'.join(IN_WORDS[1:])})\b"
    r"(?! (?:areas|cases|families|homes|hospitals|households|placements|schools|settings|years)\b)"
)
"""What follows a number of children that is one in so many of them, and not a count."""
ANY_CHILDREN = re.compile(rf"\b(?:{CHILDREN})\b", re.IGNORECASE)


def find(reading: Reading, known: Known) -> Iterator[Finding]:
    """Find small counts in the running text and in officers' own tables; those of the record are hidden already."""
    below = known.small_counts_below
    for passage in reading.passages:
        for words, number in counts_in(passage.text):
            if is_small(number, below):
                yield found_in(passage, message(words, below), words=words)
    for table, passage_of in own_tables(reading):
        for row in table["rows"]:
            for cell in small_cells(table["head"], row, below):
                yield found_in(passage_of(" | ".join(row)), message(f"{row[0]}: {cell}", below), words=cell)


@functools.cache
def counting() -> re.Pattern[str]:
    """Return what a count of children matches; compiling it would take a tenth of the start of each process."""
    return re.compile(
        rf"(?<![\w.,–-])(?<!\bin )(?<!\bage )(?<!\baged )(?<!\byear )(?<!\bstage )"
        rf"(\d{{1,3}}|{'|'.join(IN_WORDS)}) (?:(?:{BETWEEN}) ){{0,2}}(?:{CHILDREN})\b(?!{SHARE})"
        # “Three brothers and sisters in every ten” is a share too.
        rf"(?! (?:and|or) (?:{CHILDREN}){SHARE})",
        re.IGNORECASE,
    )


@remembered(texts=PASSAGES_KEPT, longest=LONGEST_KEPT)
def counts_in(text: str) -> tuple[tuple[str, str], ...]:
    """Return the counts of children of a text, each with its number; it has the same whenever it is read."""
    return tuple((found[0], found[1]) for found in counting().finditer(text))


def own_tables(reading: Reading) -> Iterator[tuple[Block, Callable[[str], Passage]]]:
    """Return the officers' own tables, those of annexes included, each with what gives a row its place."""
    for section in reading.sections:
        for block in filter(is_own_table, section["blocks"]):
            yield block, partial(reading.passage, section, block)
    for annex in reading.annexes:
        yield from (
            (block, partial(reading.in_annex, annex)) for block in filter(is_own_table, annex["blocks"])
        )


def is_own_table(block: Block) -> bool:
    """Tell whether a block is a table that the record did not make: the record gives its own a caption and no mark."""
    return block["type"] == "table" and (block.get("is_own", False) or not block["caption"])


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
