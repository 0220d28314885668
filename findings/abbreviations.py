"""Short forms that a text explains itself, as in "Disclosure and Barring Service [DBS]"."""

import re
from collections.abc import Iterable, Iterator

IN_BRACKETS = re.compile(r"[(\[]([A-Z][A-Za-z&]{1,9}?)s?[)\]]")
EXPLAINED = re.compile(r"\b([A-Z][A-Za-z&]{1,9}?)s? ?[(\[]([^()\[\]]{3,150})[)\]]")
SENTENCE_END = re.compile(r"[()\[\].;:!?\n]")
LONGEST_MEANING = 150
WORD = re.compile(r"[A-Za-z’'&]+")
SMALL_WORDS = {"a", "and", "for", "in", "of", "on", "or", "the", "to", "with"}


def spelled_out(text: str) -> Iterable[tuple[str, str]]:
    """Return the short forms that the text itself explains in brackets; of two meanings the first stays."""
    meanings: dict[str, str] = {}
    for short, meaning in each_spelled_out(text):
        meanings.setdefault(short, meaning)
    return meanings.items()


def each_spelled_out(text: str) -> Iterator[tuple[str, str]]:
    """Return the same with every meaning that the text gives, as often as it does."""
    for bracket in IN_BRACKETS.finditer(text):
        before = text[max(0, bracket.start() - LONGEST_MEANING) : bracket.start()]
        meaning = words_behind(SENTENCE_END.split(before)[-1], bracket[1])
        if meaning:
            yield bracket[1], meaning


def explained(text: str) -> Iterable[tuple[str, str]]:
    """Return the short forms whose meaning follows them in brackets: "EDT (emergency duty team)"."""
    for found in EXPLAINED.finditer(text):
        if words_behind(found[2], found[1]) == found[2]:
            yield found[1], found[2]


def words_behind(before: str, short: str) -> str:
    """Return the end of a text whose words begin with these letters, small words aside; nothing if none do."""
    letters = [letter.lower() for letter in short if letter.isalpha()]
    if sum(letter.isupper() for letter in short) < 2:
        return ""
    for word in reversed(list(WORD.finditer(before))):
        initial = word.group()[0].lower()
        if initial == letters[-1]:
            letters.pop()
        elif word.group().lower() not in SMALL_WORDS:
            return ""
        if not letters:
            return " ".join(before[word.start() :].split())
    return ""
