"""Abbreviations: each is explained, used, and stands for one thing."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from findings.abbreviations import each_spelled_out, explained
from reports.checks.finding import Check, Finding, found_in
from reports.checks.known import Known
from reports.checks.reading import LONGEST_KEPT, PASSAGES_KEPT, Passage, Reading
from reports.models import Section
from reports.rendering.remembered import remembered

SHORT = re.compile(r"(?<![\w/.-])([A-Z]{2,6})(?:s|’s|'s)?\b(?![-–/.]?\d)")
EVERYBODY_KNOWS = frozenset(
    {"AM", "BBC", "EU", "GP", "HM", "ID", "IT", "MP", "NHS", "OK", "PDF", "PM", "TV", "UK", "USA", "VAT"}
    | {"II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII"}
)


def uses(reading: Reading) -> Iterator[tuple[str, Passage]]:
    """Return each short form with the text that has it, in order."""
    for passage in reading.passages:
        for short in shorts_in(passage.text):
            yield short, passage


@remembered(texts=PASSAGES_KEPT, longest=LONGEST_KEPT)
def shorts_in(text: str) -> tuple[str, ...]:
    """Return the short forms of a text, in order; it has the same whenever it is read."""
    return tuple(SHORT.findall(text))


def meanings(reading: Reading) -> Iterator[tuple[str, str, Passage]]:
    """Return what the texts say that short forms stand for."""
    for passage in reading.passages:
        for short, meaning in meanings_in(passage.text):
            yield short, meaning, passage


@remembered(texts=PASSAGES_KEPT, longest=LONGEST_KEPT)
def meanings_in(text: str) -> tuple[tuple[str, str], ...]:
    """Return what a text says that short forms stand for; it says the same whenever it is read."""
    return tuple(dict.fromkeys((*each_spelled_out(text), *explained(text))))


def find_unexplained(reading: Reading, known: Known) -> Iterator[Finding]:
    """Find short forms that neither the text nor the report's list of abbreviations explains, each once."""
    told = {short for short, _, _ in meanings(reading)} | EVERYBODY_KNOWS
    if any(section["kind"] == Section.Kind.ABBREVIATIONS for section in reading.sections):
        told |= {row["short"] for row in reading.snapshot["abbreviations"]}
    for short, passage in dict(reversed(list(uses(reading)))).items():
        if short not in told:
            yield found_in(passage, f"“{short}” is used and not explained.", words=short)


def find_unused(reading: Reading, known: Known) -> Iterator[Finding]:
    """Find short forms that the text explains and then never uses."""
    for short, meaning, passage in meanings(reading):
        used = re.compile(rf"\b{re.escape(short)}(?:s|’s|'s)?\b")
        texts = (other.text for other in reading.passages if short in other.text)
        if sum(len(used.findall(text)) for text in texts) == 1:
            yield found_in(passage, f"“{short}” is explained as {meaning} and not used.", words=short)


def find_different(reading: Reading, known: Known) -> Iterator[Finding]:
    """Find short forms with a second meaning: in the same text or another, or on the council's list."""
    listed = {row["short"]: row["listed"] for row in reading.snapshot["abbreviations"] if row["listed"]}
    said: dict[str, Counter[str]] = defaultdict(Counter)
    for short, meaning, passage in meanings(reading):
        first = listed.get(short) or next(iter(said[short]), meaning)
        said[short][meaning] += 1
        if one_form(meaning) != one_form(first):
            where = "the council’s list explains it" if short in listed else "it is explained before"
            yield found_in(
                passage, f"“{short}” is explained as {meaning}, and {where} as {first}.", words=meaning
            )


def one_form(meaning: str) -> str:
    """Return a meaning without what makes no difference: capitals, spaces, hyphens, kinds of apostrophe."""
    return " ".join(meaning.casefold().replace("’", "'").replace("-", " ").split())


UNEXPLAINED = Check(
    "unexplained",
    "Abbreviations that are not explained",
    "Write it out once with the short form in brackets, or put it on the council’s list.",
    find_unexplained,
)
UNUSED = Check(
    "unused", "Abbreviations that are not used", "Leave out the short form in brackets.", find_unused
)
DIFFERENT = Check(
    "different",
    "Abbreviations with two meanings",
    "Explain it the same way each time.",
    find_different,
)
