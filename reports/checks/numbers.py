"""Numbers of officers' text that the record gives otherwise: those of sentences that it wrote, and of measures."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from reports.checks.finding import Check, Finding, found_in
from reports.checks.known import Known
from reports.checks.quoted import Record, otherwise, quoted_in
from reports.checks.reading import Passage, Reading
from reports.checks.reworded import reworded_in
from reports.checks.small_counts import IN_WORDS
from reports.rendering.blocks import SENTENCE_END

NUMBER = re.compile(rf"\d[\d,]*(?:\.\d+)?%?|\b(?:no|none|{'|'.join(IN_WORDS)})\b", re.IGNORECASE)
LIKE_ENOUGH = 0.85
"""How much of a sentence must be the record's for its numbers to be compared, from 0 to 1."""


def find(reading: Reading, known: Known) -> Iterator[Finding]:
    """Find sentences that are the record's but for their numbers, and those that give a measure otherwise."""
    fresh = {section: sentences_of(texts) for section, texts in (known.fresh or {}).items()}
    record = Record.of(known.measures, known.targets, known.place) if known.measures else None
    for passage in reading.passages:
        if passage.is_prose and passage.section in known.written:
            for said in sentences_of(passage.text.split("\n")):
                yield from found(passage, said, fresh.get(passage.section, []), record)


def found(passage: Passage, said: str, fresh: list[str], record: Record | None) -> Iterator[Finding]:
    """Return what the record says otherwise than a sentence."""
    if not NUMBER.search(said) or said in fresh:
        return
    instead = other_numbers(said, fresh) if fresh else ""
    if instead:
        message = f"It says “{said}” The record says “{instead}”"
        yield found_in(passage, message, words=f"{said}\n{instead}")
    elif record and (message := otherwise(said, record, quoted_in) or otherwise(said, record, reworded_in)):
        yield found_in(passage, message, words=f"{said}\n{message}")


def sentences_of(texts: Iterable[str]) -> list[str]:
    """Return the sentences of some texts."""
    return [sentence for text in texts for sentence in SENTENCE_END.split(text) if sentence]


def other_numbers(said: str, record: list[str]) -> str:
    """Return the record's sentence that says the same with other numbers; nothing where there is none."""
    shapes: dict[str, list[str]] = {}
    for sentence in record:
        shapes.setdefault(shape(sentence), []).append(sentence)
    for like in get_close_matches(shape(said), shapes, n=1, cutoff=LIKE_ENOUGH):
        told = [sentence for sentence in shapes[like] if len(numbers(sentence)) == len(numbers(said))]
        if all(numbers(sentence) != numbers(said) for sentence in told):
            return next(iter(told), "")
    return ""


def shape(sentence: str) -> str:
    """Return a sentence with its numbers left open."""
    return NUMBER.sub("#", sentence).casefold()


def numbers(sentence: str) -> list[str]:
    """Return the numbers of a sentence, written in one way."""
    return [in_digits(number.casefold()) for number in NUMBER.findall(sentence)]


def in_digits(number: str) -> str:
    """Return a number that may be in words as digits."""
    if number in IN_WORDS:
        return str(IN_WORDS.index(number) + 1)
    return "0" if number in ("no", "none") else number.replace(",", "")


CHECK = Check(
    "numbers",
    "Numbers that differ from the record",
    "Correct the number, or rebuild the section from the record.",
    find,
)
