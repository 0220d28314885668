"""The field's synonyms and a council's abbreviations: which words name the same thing."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

import snowballstemmer
from rapidfuzz import fuzz, process

WORDS = Path(__file__).with_name("words.toml")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
POSSESSIVE = re.compile(r"['’]s?$")
# "IT" and "it" are different words; a longer short form is known in any case.
LONGEST_CASED = 3
# A long word that is nearly one of the field's own is taken for a slip of the pen.
SHORTEST_MISSPELLED = 7
NEARLY = 88

_stemmer = snowballstemmer.stemmer("english")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a word: "assessments" and "assessment" have the same."""
    return str(_stemmer.stemWord(POSSESSIVE.sub("", word.lower().replace("’", "'"))))


# A word as it stands in a text, with its start and end.
Token = tuple[str, int, int]


def stem_as_written(written: str) -> str:
    """The stem of a word; a short form in capitals keeps them, without the "s" of its plural."""
    short = written[:-1] if written.endswith("s") else written
    return short if is_cased(short) else stem(written)


def is_cased(word: str) -> bool:
    """Whether a word counts only in capitals."""
    return 1 < len(word) <= LONGEST_CASED and word.isupper() and word.isalpha()


def tokens_of(text: str) -> list[Token]:
    """The words of a text."""
    return [(match.group(), match.start(), match.end()) for match in WORD.finditer(text)]


Phrase = tuple[str, ...]


def phrase_of(words: str) -> Phrase:
    """The stems of a phrase."""
    return tuple(stem_as_written(written) for written, _, _ in tokens_of(words))


@dataclass
class Lexicon:
    """Phrases by what they name, and the words that say little."""

    names: dict[Phrase, Phrase] = field(default_factory=dict)
    little: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    broad: frozenset[Phrase] = frozenset()
    _stems: dict[str, str] = field(default_factory=dict)

    def add_group(self, phrases: Iterable[str]) -> Phrase:
        """Let phrases name what the first of them names; what an earlier group claimed stays there."""
        first, *others = [phrase_of(words) for words in phrases]
        name = self.names.setdefault(first, first)
        for phrase in others:
            self.names.setdefault(phrase, name)
        return name

    def explain(self, abbreviations: Mapping[str, str]) -> None:
        """Let short forms mean what a council says they mean, whatever they mean elsewhere."""
        for short, meaning in abbreviations.items():
            long = phrase_of(meaning)
            if phrase_of(short) and long:
                self.names[phrase_of(short)] = self.names.setdefault(long, long)

    @cached_property
    def _single(self) -> list[str]:
        return [phrase[0] for phrase in self.names if len(phrase) == 1]

    @cached_property
    def _longest(self) -> dict[str, int]:
        """How many words the longest phrase has that begins with a stem."""
        longest: dict[str, int] = {}
        for phrase in self.names:
            longest[phrase[0]] = max(len(phrase), longest.get(phrase[0], 0))
        return longest

    def parts(self, tokens: list[Token]) -> Iterator[tuple[Phrase, int, int, bool]]:
        """Cut a text into what it names, longest phrases first, and single words; each with its start and end."""
        stems = [self._stem(written) for written, _, _ in tokens]
        place = 0
        while place < len(tokens):
            longest = self._longest.get(stems[place], 0)
            for length in range(min(longest, len(tokens) - place), 0, -1):
                name = self.names.get(tuple(stems[place : place + length]))
                if name:
                    yield name, tokens[place][1], tokens[place + length - 1][2], True
                    break
            else:
                length = 1
                yield (stems[place],), *tokens[place][1:], False
            place += length

    def _stem(self, written: str) -> str:
        """The stem of a word, or of the word of the field that it misspells."""
        known = self._stems.get(written)
        if known is None:
            known = self._stems[written] = self._spelled(stem_as_written(written))
        return known

    def _spelled(self, word: str) -> str:
        if len(word) < SHORTEST_MISSPELLED or word in self.common or word in self._longest:
            return word
        nearest = process.extractOne(word, self._single, scorer=fuzz.ratio, score_cutoff=NEARLY)
        return nearest[0] if nearest else word


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


def field_lexicon(abbreviations: Mapping[str, str]) -> Lexicon:
    """The field's own words, with a council's abbreviations before them."""
    words = _words()
    lexicon = Lexicon(
        little=frozenset(stem(word) for word in words["little"]),
        common=frozenset(stem(word) for word in words["common"]),
    )
    broad = {lexicon.add_group(group) for group in words["aspects"]}
    for group in words["topics"]:
        lexicon.add_group(group)
    lexicon.broad = frozenset(broad | {phrase_of(name) for name in words["broad"]})
    lexicon.explain(abbreviations)
    return lexicon
