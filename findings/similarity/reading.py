"""What a finding names: its terms, each with the words of the text that stand for it."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from findings.similarity.lexicon import Lexicon, Naming, Phrase, tokens_of

# Two words with at most this many little ones between them say something together.
REACH = 2
# The characters in which a finding says what it is about; what follows explains or gives examples.
LEAD = 120
AFTER_LEAD = 0.4


class Sort(IntEnum):
    """How much a term says, before anybody counts how often it occurs."""

    COMMON = 0
    FAMILY = 1
    PART = 2
    BROAD = 3
    WORD = 4
    PAIR = 5
    ASIDE = 6
    TOPIC = 7


class Term(NamedTuple):
    """One thing that a text names, and where it does so for the first time."""

    key: str
    sort: Sort
    start: int
    end: int

    @property
    def lead(self) -> float:
        """How much of a finding's weight its place in the text gives: it says first what it is about."""
        return 1.0 if self.start < LEAD else AFTER_LEAD


class Named(NamedTuple):
    """What a phrase names, however often texts name it; parts let a thing named in full meet one named in part."""

    key: str
    sort: Sort
    parts: tuple[tuple[str, Sort], ...]


class Reader:
    """Reads texts by one lexicon, and remembers what it met."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._known: dict[tuple[Phrase, Naming], Named] = {}
        self._words: dict[Phrase, Named | None] = {}

    def read(self, text: str) -> dict[str, Term]:
        """The terms of a text by their keys: things named, single words, and pairs of neighbouring words."""
        terms: dict[str, Term] = {}
        before: Named | None = None
        began, gap = 0, 0
        for phrase, start, end, naming in self._lexicon.parts(tokens_of(text)):
            named = self._word(phrase) if naming is Naming.NONE else self._named(phrase, naming)
            if named is None:
                gap += 1
                continue
            if named.key not in terms or terms[named.key].sort < named.sort:
                terms[named.key] = Term(named.key, named.sort, start, end)
            for part, sort in named.parts:
                if part not in terms:
                    terms[part] = Term(part, sort, start, end)
            if before and gap <= REACH and named.sort and before.sort:
                pair = self._pair(before.key, named.key)
                if pair not in terms:
                    terms[pair] = Term(pair, Sort.PAIR, began, end)
            before, began, gap = named, start, 0
        return terms

    def _named(self, phrase: Phrase, naming: Naming) -> Named:
        """What a phrase of the field names."""
        if (phrase, naming) not in self._known:
            lexicon = self._lexicon
            parts = tuple(
                (word, Sort.COMMON if word in lexicon.common else Sort.PART)
                for word in phrase
                if len(phrase) > 1 and word not in lexicon.little
            )
            families = tuple((family, Sort.FAMILY) for family in lexicon.families.get(phrase, ()))
            is_broad = phrase in lexicon.broad
            sort = Sort.BROAD if is_broad or naming is Naming.LOOSE else Sort.TOPIC
            if phrase in lexicon.asides:
                sort = Sort.ASIDE
            self._known[phrase, naming] = Named(
                " ".join(phrase), sort, (*families, *(() if is_broad else parts))
            )
        return self._known[phrase, naming]

    def _word(self, phrase: Phrase) -> Named | None:
        """What a single word names that the field has no name for; nothing if it is a little word or a number."""
        if phrase not in self._words:
            (word,) = phrase
            is_little = word in self._lexicon.little or word.isdigit()
            sort = Sort.COMMON if word in self._lexicon.common else Sort.WORD
            self._words[phrase] = None if is_little else Named(word, sort, ())
        return self._words[phrase]

    def _pair(self, one: str, other: str) -> str:
        return f"{one} + {other}" if one < other else f"{other} + {one}"
