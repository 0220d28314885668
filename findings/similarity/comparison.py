"""Ranks the earlier findings that may say the same as a finding."""

from __future__ import annotations

import datetime
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nlargest

from findings.abbreviations import explained, spelled_out
from findings.similarity.lexicon import field_lexicon
from findings.similarity.reading import Term, read
from findings.similarity.scoring import misspelled, score, shared_words
from findings.similarity.weights import Weights

SUGGESTED_FROM = 0.36
MOST_MATCHES = 50
# So many of the likeliest are looked at closely, however many findings there are.
LOOKED_AT = 200
# What so many findings name leads to none of them, unless a finding names nothing rarer.
TOO_MANY = 5_000
# Against what a finding is held: an area may raise an earlier one again, or tell of a strength that was lost.
EARLIER_KINDS = {"area": ("area", "strength"), "strength": ("strength",)}
# A strength that is lost is rarer than an area that recurs.
OTHER_KIND = 0.9


@dataclass(frozen=True)
class Statement:
    """A finding as it is compared; a kind is "strength" or "area"."""

    id: str | int
    date: datetime.date
    kind: str
    text: str


@dataclass(frozen=True)
class Match:
    """An earlier finding that may say the same, and the words that both have: as written now, as written then."""

    earlier: Statement
    score: float
    words: tuple[tuple[str, str], ...]

    @property
    def is_suggested(self) -> bool:
        """Whether it is worth an officer's time."""
        return self.score >= SUGGESTED_FROM


class Comparison:
    """Findings read once, to be compared with one another."""

    def __init__(self, statements: Iterable[Statement], *, abbreviations: Mapping[str, str]) -> None:
        self._statements = list(statements)
        self._lexicon = field_lexicon(self._explained() | dict(abbreviations))
        self._named_in: dict[str, array[int]] = defaultdict(lambda: array("I"))
        for number, statement in enumerate(self._statements):
            for key in read(statement.text, self._lexicon):
                self._named_in[key].append(number)
        counted = {key: len(numbers) for key, numbers in self._named_in.items()}
        self._weights = Weights(counted, len(self._statements))

    def earlier_like(self, statement: Statement, *, most: int = MOST_MATCHES) -> list[Match]:
        """The earlier findings that share something with a finding, likeliest first, of equals the newest."""
        terms = read(statement.text, self._lexicon)
        matches = [
            self._match(statement, terms, self._statements[number])
            for number in self._likely(statement, terms)
        ]
        found = [match for match in matches if match.score > 0]
        return nlargest(most, found, key=lambda match: (match.score, match.earlier.date))

    def _explained(self) -> dict[str, str]:
        """The short forms that the findings themselves explain; of two meanings the first stays."""
        meanings: dict[str, str] = {}
        for statement in self._statements:
            if "(" in statement.text or "[" in statement.text:
                for short, meaning in (*spelled_out(statement.text), *explained(statement.text)):
                    meanings.setdefault(short, meaning)
        return meanings

    def _likely(self, statement: Statement, terms: Mapping[str, Term]) -> list[int]:
        """The earlier findings that share most of the weight of what few findings name."""
        kinds = EARLIER_KINDS[statement.kind]
        weighed = sorted(((self._weights.of(term), key) for key, term in terms.items()), reverse=True)
        shared: dict[int, float] = defaultdict(float)
        for weight, key in weighed:
            numbers = self._named_in.get(key, ())
            if len(numbers) > TOO_MANY and shared:
                continue
            for number in numbers:
                earlier = self._statements[number]
                if earlier.date < statement.date and earlier.kind in kinds:
                    shared[number] += weight**2
        return nlargest(LOOKED_AT, shared, key=lambda number: (shared[number], number))

    def _match(self, statement: Statement, terms: Mapping[str, Term], earlier: Statement) -> Match:
        others = read(earlier.text, self._lexicon)
        pairs = [(term, others[key]) for key, term in terms.items() if key in others]
        pairs += misspelled(
            [term for key, term in terms.items() if key not in others],
            [term for key, term in others.items() if key not in terms],
        )
        likeness = score(self._weights, terms.values(), others.values(), pairs)
        if statement.kind != earlier.kind:
            likeness *= OTHER_KIND
        return Match(earlier, round(likeness, 3), shared_words(statement.text, earlier.text, pairs))
