"""How alike two findings are, from the terms that both name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import exp, sqrt

from rapidfuzz import fuzz

from findings.similarity.reading import Sort, Term
from findings.similarity.weights import Weights

# The shared weight at which sharing it is telling by itself, however little else both say.
TELLING = 15
# Two findings that share a single thing, and that one is whom it is about, or how it is done.
ONLY_ONE = 0.5
SPELLED_ALIKE = 86
SHORTEST_MISSPELLING = 5

Pair = tuple[Term, Term]


def score(weights: Weights, ours: Iterable[Term], theirs: Iterable[Term], shared: Sequence[Pair]) -> float:
    """From 0 to 1: how much of both is shared, and of the shorter, and how telling that is by itself."""
    one, other = (sum((weights.of(t) * t.lead) ** 2 for t in group) for group in (ours, theirs))
    both = sum(weights.of(a) ** 2 * a.lead * b.lead for a, b in shared)
    if not both:
        return 0.0
    cosine, held = both / sqrt(one * other), both / min(one, other)
    places = {term.start for term, _ in shared if term.sort >= Sort.PART}
    is_about = len(places) > 1 or any(term.sort == Sort.TOPIC for term, _ in shared)
    telling = (1 - exp(-both / TELLING)) * (1 if is_about else ONLY_ONE)
    return min((cosine + held) / 2 * telling, 1.0)


def misspelled(ours: Iterable[Term], theirs: Iterable[Term]) -> list[Pair]:
    """Words that only a slip of the pen keeps apart."""
    theirs = [term for term in theirs if _is_long_word(term)]
    return [
        (term, other)
        for term in ours
        if _is_long_word(term)
        for other in theirs
        if fuzz.ratio(term.key, other.key, score_cutoff=SPELLED_ALIKE)
    ]


def shared_words(now: str, then: str, pairs: Iterable[Pair]) -> tuple[tuple[str, str], ...]:
    """The shared words as both texts write them, in the order of the later; what every finding says is left out."""
    shared = {
        ours.start: (now[ours.start : ours.end], then[theirs.start : theirs.end])
        for ours, theirs in sorted(pairs, key=lambda pair: pair[0].end - pair[0].start)
        if ours.sort in (Sort.PART, Sort.BROAD, Sort.WORD, Sort.TOPIC)
    }
    return tuple(words for _, words in sorted(shared.items()))


def _is_long_word(term: Term) -> bool:
    return (
        term.sort in (Sort.WORD, Sort.TOPIC) and " " not in term.key and len(term.key) >= SHORTEST_MISSPELLING
    )
