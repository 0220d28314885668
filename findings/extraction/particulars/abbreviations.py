"""Abbreviations: those that a paper lists, and those that it spells out as it goes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..text import fold
from .passages import Passage, Unit

_LISTED = re.compile(
    r"^(?:list of )?(?:abbreviations?|acronyms|glossary)(?: (?:used|of terms|and \w+))?"
    r"(?: (?:in|throughout) (?:this|the) \w+)?$"
    r"|^key to (?:terms|abbrev)"
)
_SHORT_FORM = r"[A-Z0-9][\w&/.+-]{0,11}(?:\s(?:19|20)\d\d)?"
_LINE = re.compile(rf"^(?P<short>{_SHORT_FORM})\s*(?:\s[-–—]|[-–—:=]\s|\t|:)\s*(?P<long>\S.+)$")
_RUN_ON = re.compile(r"\n|\s(?=[A-Z][A-Z&/]{1,11}\s[-–—]\s)")
_BRACKETED = re.compile(rf"[(\[](?P<short>{_SHORT_FORM}s?)[)\]]")
_WORD = re.compile(r"[\w’'&]+(?:-[\w’']+)*")
_SMALL = frozenset({"and", "of", "the", "for", "to", "in", "on", "a", "with", "&", "or", "our"})
_YEAR = re.compile(r"\s(?:19|20)\d\d$")
_REACH = 300
_MORE_WORDS = 6
"""A long form has at most so many words more than its short form has letters."""


def listed_abbreviations(passages: Sequence[Passage]) -> dict[str, str]:
    """The abbreviations that a glossary at the end of a paper explains, in its order."""
    listed: dict[str, str] = {}
    cell = ""
    for passage in passages:
        if passage.unit is Unit.HEADING or not _LISTED.search(fold(passage.title)):
            continue
        if passage.unit is Unit.CELL:
            if cell and re.fullmatch(_SHORT_FORM, cell):
                listed.setdefault(cell, passage.text)
                cell = ""
            else:
                cell = passage.text
            continue
        for line in _RUN_ON.split(passage.text):
            if found := _LINE.match(line.strip()):
                listed.setdefault(found.group("short"), found.group("long").strip())
    return listed


def inline_abbreviations(passages: Sequence[Passage]) -> dict[str, str]:
    """Short forms in brackets after the words that they stand for (after Schwartz and Hearst, 2003)."""
    spelled: dict[str, str] = {}
    for passage in passages:
        for found in _BRACKETED.finditer(passage.text):
            short = found.group("short")
            if short in spelled or not _is_short_form(short):
                continue
            long = _long_form(short, passage.text[max(0, found.start() - _REACH) : found.start()])
            if long:
                spelled[short] = long
    return spelled


def _is_short_form(text: str) -> bool:
    return sum(letter.isupper() for letter in text) >= 2


def _long_form(short: str, before: str) -> str | None:
    """The shortest run of words before the bracket that holds the letters in order."""
    letters = [letter.casefold() for letter in _YEAR.sub("", short) if letter.isalnum()]
    if letters[-1:] == ["s"] and short.endswith("s"):
        letters.pop()
    words = list(_WORD.finditer(re.split(r"[.;:!?\n]\s", before)[-1]))
    tail = re.split(r"[.;:!?\n]\s", before)[-1]
    window = words[-(len(letters) + _MORE_WORDS) :]
    for fits in (_initials, _spells):
        for first in range(len(window) - 1, -1, -1):
            candidate = window[first:]
            small = candidate[0].group().casefold() in _SMALL
            if not small and fits(letters, _parts(word.group() for word in candidate)):
                return tail[candidate[0].start() :].strip(" ,‘’“”\"'")
    return None


def _parts(words: Iterable[str]) -> list[str]:
    return [part.casefold() for word in words for part in re.split(r"[-/]", word) if part]


def _initials(letters: list[str], parts: list[str]) -> bool:
    """Whether the letters are those that the words begin with, small words left out or not."""
    firsts = [part[0] for part in parts]
    return letters == firsts or letters == [part[0] for part in parts if part not in _SMALL]


def _spells(letters: list[str], parts: list[str]) -> bool:
    """Whether the letters follow in the words, the first and each new word from a beginning."""
    if not parts or not letters or parts[0][0] != letters[0]:
        return False
    return _match(letters, 0, parts, 0)


def _match(letters: list[str], at: int, parts: list[str], part: int) -> bool:
    if at == len(letters):
        return all(rest in _SMALL for rest in parts[part:])
    if part == len(parts):
        return False
    word = parts[part]
    if word[0] == letters[at]:
        taken = 1
        position = 1
        if _match(letters, at + 1, parts, part + 1):
            return True
        while at + taken < len(letters) and (position := word.find(letters[at + taken], position)) > 0:
            taken += 1
            position += 1
            if _match(letters, at + taken, parts, part + 1):
                return True
    return word in _SMALL and _match(letters, at, parts, part + 1)
