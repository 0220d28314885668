"""Ranks the earlier findings that may say the same as a finding."""

from __future__ import annotations

import datetime
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest

from findings.abbreviations import explained, spelled_out
from findings.similarity.lexicon import field_lexicon
from findings.similarity.reading import Reader
from findings.similarity.scoring import Weighed, pairs_of, score, shared_words
from findings.similarity.weights import Weights

SUGGESTED_FROM = 0.3
MOST_MATCHES = 50
# So many of the likeliest are looked at closely, however many findings there are. More of the later ones, as for each
# of them the finding competes with others.
LOOKED_AT = 100
LATER_LOOKED_AT = 200
# So many texts are kept as they were read.
AT_HAND = 5_000
# What so many findings name leads to none of them, unless a finding names nothing rarer.
TOO_MANY = 5_000
# Against what a finding is held: an area may raise an earlier one again, or tell of a strength that was lost.
EARLIER_KINDS = {"area": ("area", "strength"), "strength": ("strength",)}
LATER_KINDS = {"area": ("area",), "strength": ("area", "strength")}
# A strength that is lost is rarer than an area that recurs.
OTHER_KIND = 0.7


@dataclass(frozen=True)
class Statement:
    """A finding as it is compared; a kind is "strength" or "area"."""

    id: str | int
    date: datetime.date
    kind: str
    text: str


@dataclass(frozen=True)
class Match:
    """Two findings that may say the same, and the words that both have: as written now, as written then."""

    later: Statement
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
        # In the order of their dates, so that those before or after a day are the beginning or the end of any list.
        self._statements = sorted(statements, key=lambda statement: statement.date)
        self._dates = [statement.date for statement in self._statements]
        reader = Reader(field_lexicon(self._explained() | dict(abbreviations)))
        self._named_in: dict[str, dict[str, array[int]]] = {
            kind: defaultdict(lambda: array("I")) for kind in EARLIER_KINDS
        }
        for number, statement in enumerate(self._statements):
            named_in = self._named_in[statement.kind]
            for key in reader.read(statement.text):
                named_in[key].append(number)
        counted: Counter[str] = Counter()
        for named_in in self._named_in.values():
            counted.update({key: len(numbers) for key, numbers in named_in.items()})
        weights = Weights(counted, len(self._statements))
        self._weighed = lru_cache(maxsize=AT_HAND)(lambda text: Weighed(reader.read(text), weights))

    def earlier_like(self, statement: Statement, *, most: int = MOST_MATCHES) -> list[Match]:
        """The earlier findings that share something with a finding, likeliest first, of equals the newest."""
        weighed = self._weighed(statement.text)
        before = slice(0, bisect_left(self._dates, statement.date))
        likely = self._likely(weighed, EARLIER_KINDS[statement.kind], before, LOOKED_AT)
        matches = (
            self._match(statement, weighed, earlier, self._weighed(earlier.text)) for earlier in likely
        )
        found = [match for match in matches if match.score > 0]
        return nlargest(most, found, key=lambda match: (match.score, match.earlier.date))

    def later_like(self, statement: Statement, *, also: Iterable[Statement] = ()) -> list[Match]:
        """The later findings that may go back to a finding; also of some that were found before."""
        weighed = self._weighed(statement.text)
        after = slice(bisect_right(self._dates, statement.date), len(self._dates))
        kinds = LATER_KINDS[statement.kind]
        likely = self._likely(weighed, kinds, after, LATER_LOOKED_AT)
        known = [later for later in also if later.date > statement.date and later.kind in kinds]
        both = {later.id: later for later in (*likely, *known)}.values()
        return [self._match(later, self._weighed(later.text), statement, weighed) for later in both]

    def _explained(self) -> dict[str, str]:
        """The short forms that the findings themselves explain; of two meanings the first stays."""
        meanings: dict[str, str] = {}
        for statement in self._statements:
            if "(" in statement.text or "[" in statement.text:
                for short, meaning in (*spelled_out(statement.text), *explained(statement.text)):
                    meanings.setdefault(short, meaning)
        return meanings

    def _likely(self, weighed: Weighed, kinds: Iterable[str], of: slice, most: int) -> list[Statement]:
        """The findings before or after a day that share most of the weight of what few findings name."""
        heaviest = sorted(((weight, key) for key, weight in weighed.weight.items()), reverse=True)
        shared: dict[int, float] = defaultdict(float)
        for weight, key in heaviest:
            lists = [numbers for kind in kinds if (numbers := self._named_in[kind].get(key))]
            if shared and sum(map(len, lists)) > TOO_MANY:
                continue
            for numbers in lists:
                for number in numbers[bisect_left(numbers, of.start) : bisect_left(numbers, of.stop)]:
                    shared[number] += weight**2
        found = nlargest(most, shared, key=lambda number: (shared[number], number))
        return [self._statements[number] for number in found]

    def _match(self, later: Statement, ours: Weighed, earlier: Statement, theirs: Weighed) -> Match:
        pairs = pairs_of(ours, theirs)
        likeness = score(ours, theirs, pairs)
        if later.kind != earlier.kind:
            likeness *= OTHER_KIND
        return Match(later, earlier, round(likeness, 3), shared_words(later.text, earlier.text, pairs))
