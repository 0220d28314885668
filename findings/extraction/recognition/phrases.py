"""The phrases of the vocabulary in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .. import terms
from ..term import Term
from ..text import fold
from ..vocabulary import Kind

_LIMIT = 600
_TERMS = tuple((re.compile(rf"(?<![\w'-])(?:{term.pattern})(?![\w-])"), term) for term in terms.TERMS)


def any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern that matches any of several."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.DOTALL)


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase of the vocabulary found in a text."""

    term: Term
    start: int
    end: int
    text: str


def find_terms(folded: str) -> list[Match]:
    """The phrases in a folded text; where they overlap, the longest."""
    found = [
        Match(term, *hit.span(), hit.group()) for pattern, term in _TERMS for hit in pattern.finditer(folded)
    ]
    found.sort(key=lambda match: (match.start - match.end, match.start))
    kept: list[Match] = []
    for match in found:
        if all(match.end <= other.start or match.start >= other.end for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda match: match.start)


def names_kind(text: str, kind: Kind | None) -> bool:
    """Whether a text speaks of findings of a kind, as a sentence does that announces them."""
    return any(match.term.kind is kind for match in find_terms(fold(text[:_LIMIT])))


def names_other_kind(text: str, kind: Kind | None) -> bool:
    """Whether a text names findings of another kind outright."""
    return any(
        match.term.kind is not kind and match.term.weight == 1 for match in find_terms(fold(text[:_LIMIT]))
    )
