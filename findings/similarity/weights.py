"""How much it says that two findings share a term: the rarer, the more."""

from __future__ import annotations

from collections.abc import Mapping
from math import log

from findings.similarity.reading import Sort, Term

# What is taken for granted before any finding was counted: as if this many had been read, of which this share
# named a term of the sort. A council with few findings leans on it, one with thousands hardly.
IMAGINED = 200
SHARE = {
    Sort.COMMON: 0.25,
    Sort.FAMILY: 0.06,
    Sort.PART: 0.06,
    Sort.BROAD: 0.06,
    Sort.WORD: 0.01,
    Sort.PAIR: 0.004,
    Sort.ASIDE: 0.01,
    Sort.TOPIC: 0.004,
}
# A pair repeats what its two words say already.
FACTOR = {
    Sort.COMMON: 0.4,
    Sort.FAMILY: 0.7,
    Sort.PART: 1.0,
    Sort.BROAD: 1.0,
    Sort.WORD: 0.3,
    Sort.PAIR: 0.25,
    Sort.ASIDE: 0.5,
    Sort.TOPIC: 1.0,
}


class Weights:
    """Weights from how many findings name each term."""

    def __init__(self, counted: Mapping[str, int], total: int) -> None:
        self._counted, self._total = counted, total
        # Asked millions of times about the same few terms.
        self._known: list[dict[str, float]] = [{} for _ in Sort]

    def of(self, term: Term) -> float:
        """The inverse document frequency of a term, with the imagined findings among those counted."""
        known = self._known[term.sort]
        weight = known.get(term.key)
        if weight is None:
            named = self._counted.get(term.key, 0) + IMAGINED * SHARE[term.sort]
            weight = FACTOR[term.sort] * log((self._total + IMAGINED + 1) / (named + 0.5))
            known[term.key] = weight
        return weight
