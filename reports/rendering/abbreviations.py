"""The abbreviations that a report uses and what they stand for."""

import re
from collections.abc import Iterable, Mapping

IN_BRACKETS = re.compile(r"[(\[]([A-Z][A-Za-z&]{1,9}?)s?[)\]]")
SENTENCE_END = re.compile(r"[()\[\].;:!?\n]")
LONGEST_MEANING = 150
WORD = re.compile(r"[A-Za-z’'&]+")
SMALL_WORDS = {"a", "and", "for", "in", "of", "on", "or", "the", "to", "with"}


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


def spelled_out(text: str) -> Iterable[tuple[str, str]]:
    """Return the short forms that the text itself explains in brackets; of two meanings the first stays."""
    meanings: dict[str, str] = {}
    for bracket in IN_BRACKETS.finditer(text):
        before = text[max(0, bracket.start() - LONGEST_MEANING) : bracket.start()]
        meaning = words_behind(SENTENCE_END.split(before)[-1], bracket[1])
        if meaning:
            meanings.setdefault(bracket[1], meaning)
    return meanings.items()


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
