"""How alike two findings are, from the terms that both name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import exp, sqrt

from rapidfuzz import fuzz

from findings.similarity.reading import Sort, Term
from findings.similarity.weights import Weights

# The shared weight at which sharing it is telling by itself, however little else both say.
TELLING = 14
# Two findings that share a single thing, and that one is whom it is about, or how it is done.
ONLY_ONE = 0.6
# How much it counts against two findings that each is about something that the other does not name.
ELSEWHERE = 0.75
# Two findings of which one is about a building, money or paper.
ASIDE = 0.5
SPELLED_ALIKE = 86
SHORTEST_MISSPELLING = 5
# What is shown as the reason: not what every finding says, nor what a word stands near to.
SHOWN = {Sort.PART, Sort.BROAD, Sort.WORD, Sort.ASIDE, Sort.TOPIC}

Pair = tuple[Term, Term]


class Weighed:
    """A finding's terms with what they weigh, reckoned once however many findings it is held against."""

    def __init__(self, terms: Mapping[str, Term], weights: Weights) -> None:
        self.terms = terms
        self.weight = {key: weights.of(term) * term.lead for key, term in terms.items()}
        self.total = sum(weight**2 for weight in self.weight.values())
        self.topics = [key for key, term in terms.items() if term.sort == Sort.TOPIC]
        self.asides = {key for key, term in terms.items() if term.sort == Sort.ASIDE}
        self.long_words = [term for term in terms.values() if _is_long_word(term)]

    def own(self, shared: set[str]) -> float:
        """The share of its weight that lies in what it is about and the other finding is not."""
        return sum(self.weight[key] ** 2 for key in self.topics if key not in shared) / self.total


def score(ours: Weighed, theirs: Weighed, shared: Sequence[Pair]) -> float:
    """From 0 to 1: how much of both is shared, and of the shorter, how telling that is, and what speaks against."""
    both = sum(ours.weight[a.key] * theirs.weight[b.key] for a, b in shared)
    if not both:
        return 0.0
    cosine, held = both / sqrt(ours.total * theirs.total), both / min(ours.total, theirs.total)
    places = {term.start for term, _ in shared if term.sort >= Sort.FAMILY}
    is_about = len(places) > 1 or any(a.sort == b.sort == Sort.TOPIC for a, b in shared)
    telling = (1 - exp(-both / TELLING)) * (1 if is_about else ONLY_ONE)
    apart = min(ours.own({a.key for a, _ in shared}), theirs.own({b.key for _, b in shared}))
    against = (1 - ELSEWHERE * min(2 * apart, 1)) * (1 if ours.asides == theirs.asides else ASIDE)
    return min((cosine + held) / 2 * telling, 1.0) * against


def pairs_of(ours: Weighed, theirs: Weighed) -> list[Pair]:
    """The terms that both have, and the words that only a slip of the pen keeps apart."""
    shared = [(term, theirs.terms[key]) for key, term in ours.terms.items() if key in theirs.terms]
    return shared + [
        (term, other)
        for term in ours.long_words
        if term.key not in theirs.terms
        for other in theirs.long_words
        if other.key not in ours.terms and fuzz.ratio(term.key, other.key, score_cutoff=SPELLED_ALIKE)
    ]


def shared_words(now: str, then: str, pairs: Iterable[Pair]) -> tuple[tuple[str, str], ...]:
    """The shared words as both texts write them, in the order of the later; what every finding says is left out."""
    shared = {
        ours.start: (now[ours.start : ours.end], then[theirs.start : theirs.end])
        for ours, theirs in sorted(pairs, key=lambda pair: (pair[0].end - pair[0].start, pair[0].key))
        if ours.sort in SHOWN
    }
    return tuple(words for _, words in sorted(shared.items()))


def _is_long_word(term: Term) -> bool:
    return (
        term.sort in (Sort.WORD, Sort.TOPIC) and " " not in term.key and len(term.key) >= SHORTEST_MISSPELLING
    )
