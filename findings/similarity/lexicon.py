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


@dataclass(frozen=True)
class Token:
    """One word of a text as it stands there, with its stem."""

    written: str
    start: int
    end: int

    @property
    def stem(self) -> str:
        """The stem; a short form in capitals keeps them, without the "s" of its plural."""
        short = self.written[:-1] if self.written.endswith("s") else self.written
        return short if is_cased(short) else stem(self.written)


def is_cased(word: str) -> bool:
    """Whether a word counts only in capitals."""
    return 1 < len(word) <= LONGEST_CASED and word.isupper() and word.isalpha()


def tokens_of(text: str) -> list[Token]:
    """The words of a text."""
    return [Token(match.group(), match.start(), match.end()) for match in WORD.finditer(text)]


Phrase = tuple[str, ...]


def phrase_of(words: str) -> Phrase:
    """The stems of a phrase."""
    return tuple(token.stem for token in tokens_of(words))


@dataclass
class Lexicon:
    """Phrases by what they name, and the words that say little."""

    names: dict[Phrase, Phrase] = field(default_factory=dict)
    little: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    broad: frozenset[Phrase] = frozenset()
    longest: int = 1
    _read_as: dict[str, str] = field(default_factory=dict)

    def add_group(self, phrases: Iterable[str]) -> Phrase:
        """Let phrases name what the first of them names; what an earlier group claimed stays there."""
        first, *others = [phrase_of(words) for words in phrases]
        name = self.names.setdefault(first, first)
        for phrase in others:
            self.names.setdefault(phrase, name)
        self.longest = max(self.longest, *(len(phrase) for phrase in (first, *others)))
        return name

    def explain(self, abbreviations: Mapping[str, str]) -> None:
        """Let short forms mean what a council says they mean, whatever they mean elsewhere."""
        for short, meaning in abbreviations.items():
            long = phrase_of(meaning)
            if phrase_of(short) and long:
                name = self.names.setdefault(long, long)
                self.names[phrase_of(short)] = name
                self.longest = max(self.longest, len(long))

    @cached_property
    def _single(self) -> list[str]:
        return [phrase[0] for phrase in self.names if len(phrase) == 1]

    def parts(self, tokens: list[Token]) -> Iterator[tuple[Phrase, list[Token], bool]]:
        """Cut a text into the things it names, longest phrases first, and the single words between them."""
        stems = [self._spelled(token.stem) for token in tokens]
        place = 0
        while place < len(tokens):
            for length in range(min(self.longest, len(tokens) - place), 0, -1):
                name = self.names.get(tuple(stems[place : place + length]))
                if name:
                    yield name, tokens[place : place + length], True
                    break
            else:
                length = 1
                yield (stems[place],), tokens[place : place + 1], False
            place += length

    def _spelled(self, word: str) -> str:
        if len(word) < SHORTEST_MISSPELLED or word in self.common:
            return word
        if word not in self._read_as:
            nearest = process.extractOne(word, self._single, scorer=fuzz.ratio, score_cutoff=NEARLY)
            self._read_as[word] = nearest[0] if nearest else word
        return self._read_as[word]


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
