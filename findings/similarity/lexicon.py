"""The field's synonyms and a council's abbreviations: which words name the same thing."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

WORDS = Path(__file__).with_name("words.toml")
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
# Behind a phrase that may name what its line names, but need not.
PERHAPS = "?"
POSSESSIVE = re.compile(r"['’]s?$")
# "IT" and "it" are different words; a longer short form is known in any case.
LONGEST_CASED = 3
# A long word that is nearly one of the field's own is taken for a slip of the pen.
SHORTEST_MISSPELLED = 7
NEARLY = 88
# Words that may stand within a phrase or be missing there: "changes in worker" are also changes in their worker.
PASSED_OVER = frozenset(
    ("a", "an", "the", "their", "them", "his", "her", "it", "our", "your", "all", "some", "both", "most")
)


@cache
def _stemmer() -> Any:
    """What stems English words, made once."""
    # Imported here: loading it takes as long as answering a page does, and most processes stem no word.
    import snowballstemmer

    return snowballstemmer.stemmer("english")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The stem of a word: "assessments" and "assessment" have the same."""
    return str(_stemmer().stemWord(POSSESSIVE.sub("", word.lower().replace("’", "'"))))


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


class Naming(Enum):
    """Whether words name something of the field."""

    NONE = 0
    LOOSE = 1
    SURE = 2


def phrase_of(words: str) -> Phrase:
    """The stems of a phrase, without articles and the like."""
    stems = [stem_as_written(written) for written, _, _ in tokens_of(words)]
    return tuple(word for word in stems if word not in PASSED_OVER)


@dataclass
class Lexicon:
    """Phrases by what they name, and the words that say little."""

    names: dict[Phrase, Phrase] = field(default_factory=dict)
    loose: set[Phrase] = field(default_factory=set)
    little: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    broad: frozenset[Phrase] = frozenset()
    asides: frozenset[Phrase] = frozenset()
    families: dict[Phrase, list[str]] = field(default_factory=dict)
    _stems: dict[str, str] = field(default_factory=dict)

    def add_group(self, phrases: Sequence[str]) -> Phrase:
        """Let phrases name what the first of them names; what an earlier group claimed stays there."""
        first, *others = [phrase_of(words) for words in phrases]
        sure = {phrase_of(words) for words in phrases if not words.endswith(PERHAPS)}
        self.loose |= {first, *others} - sure - self.names.keys()
        name = self.names.setdefault(first, first)
        for phrase in others:
            self.names.setdefault(phrase, name)
        return name

    def explain(self, abbreviations: Mapping[str, str]) -> None:
        """Let short forms mean what a council says they mean, whatever they mean elsewhere."""
        for short, meaning in abbreviations.items():
            brief, long = phrase_of(short), phrase_of(meaning)
            if brief and long:
                self.names[brief] = self.names.setdefault(long, long)
                self.loose -= {brief, long}

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

    def parts(self, tokens: list[Token]) -> Iterator[tuple[Phrase, int, int, Naming]]:
        """Cut a text into what it names, longest phrases first, and single words; each with its start and end."""
        stemmed = [(self._stem(written), start, end) for written, start, end in tokens]
        words = [word for word in stemmed if word[0] not in PASSED_OVER]
        stems = [stem for stem, _, _ in words]
        place = 0
        while place < len(words):
            phrase = self._phrase_at(stems, place)
            naming = Naming.NONE
            if phrase in self.names:
                naming = Naming.LOOSE if phrase in self.loose else Naming.SURE
            last = place + len(phrase) - 1
            yield self.names.get(phrase, phrase), words[place][1], words[last][2], naming
            place = last + 1

    def _phrase_at(self, stems: list[str], place: int) -> Phrase:
        """The longest phrase of the field that begins at a place, or the word that stands there."""
        longest = self._longest.get(stems[place], 1)
        for length in range(min(longest, len(stems) - place), 1, -1):
            phrase = tuple(stems[place : place + length])
            if phrase in self.names:
                return phrase
        return (stems[place],)

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


@cache
def _subjects() -> tuple[Lexicon, dict[Phrase, str]]:
    """The field's own words, and how each thing that they name is called first."""
    words = _words()
    first = {phrase_of(group[0]): group[0] for kind in ("topics", "aspects") for group in words[kind]}
    return field_lexicon({}), first


def subject_of(now: str, then: str) -> str:
    """What two ways of saying have in common, as the field calls it; nothing where that is not known."""
    lexicon, first = _subjects()
    names = {lexicon.names.get(phrase_of(words)) for words in (now, then)}
    (name, *others) = names
    return "" if others or name is None else first.get(name, "").removesuffix(PERHAPS)


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
    lexicon.asides = frozenset(lexicon.add_group([name]) for name in words["asides"])
    for family in words["families"]:
        for name in family:
            lexicon.families.setdefault(phrase_of(name), []).append(f"~ {family[0]}")
    lexicon.explain(abbreviations)
    return lexicon
