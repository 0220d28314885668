"""A suggestion of the kind where the document gives none, with the words that speak for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from .. import cues
from ..learned import likeness_of
from ..text import fold
from ..vocabulary import Kind

_LIMIT = 4000
_MOST_SHOWN = 3
_ALIKE = 0.5
"""From which share of findings a text reads like one."""
_WORDS_COUNT = 3.0
"""How much a word of weight 1 counts beside the log odds of likeness."""


def _weighed(groups: tuple[tuple[str, float], ...]) -> tuple[tuple[re.Pattern[str], float], ...]:
    return tuple((re.compile(rf"(?<![\w-]){pattern}(?![\w-])"), weight) for pattern, weight in groups)


_PRAISE, _NEED = _weighed(cues.PRAISE), _weighed(cues.NEED)
_DENIED = re.compile(rf"\b{cues.DENIALS}(?: \w+)?\s*$")
_DEMANDS = ((re.compile(rf"^{cues.DEMANDS}(?![\w-])"), 1.5), *_weighed(cues.WISHES))
_TURNS = re.compile(rf"\b{cues.CONTRASTS}")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A kind and the words of the text that suggest it."""

    kind: Kind
    words: tuple[str, ...] = ()
    leant: bool = False
    """Whether no word of the text, but what was said before it, suggests the kind."""
    alike: bool = False
    """Whether sentences like it, of which people said what they are, suggest the kind."""

    @property
    def reason(self) -> str:
        """The suggestion in plain English."""
        name = "a strength" if self.kind is Kind.STRENGTH else "an area for consideration"
        if self.alike:
            return f"it reads like {name}"
        if self.leant and not self.words:
            return f"its place suggests {name}"
        if not self.words:
            return f"no word speaks for either kind, so {name} is only a guess"
        return f"{', '.join(f'“{word}”' for word in self.words)} suggest{'s' * (len(self.words) == 1)} {name}"


def suggest_kind(text: str, *, otherwise: Kind = Kind.STRENGTH, leaning: float = 0.0) -> Suggestion:
    """Weigh the words of praise in a text against those of need; `otherwise` where they are even.

    `leaning` weighs for that kind what was said before the text.
    """
    words, weighed = _weighed_words(text)
    weights = dict(weighed)
    if leaning:
        weights[otherwise] = round(weights[otherwise] + leaning, 3)
    if weights[Kind.STRENGTH] == weights[Kind.AREA]:
        return Suggestion(otherwise)
    kind = max(weights, key=lambda each: weights[each])
    chosen = sorted(words[kind], key=lambda word: (-word.weight, word.start))
    return Suggestion(
        kind, tuple(dict.fromkeys(word.text for word in chosen))[:_MOST_SHOWN], leant=leaning > 0
    )


def suggest_by_likeness(text: str, *, otherwise: Kind, leaning: float) -> Suggestion:
    """What the words and the place of a text suggest, unless sentences like it speak more strongly against it."""
    suggestion = suggest_kind(text, otherwise=otherwise, leaning=leaning)
    leanings = (leaning_to(text), (otherwise, leaning))
    weighed = sum(weight if kind is Kind.STRENGTH else -weight for kind, weight in leanings)
    like = likeness_of(text)
    kind = Kind.STRENGTH if like.leaning + _WORDS_COUNT * weighed > 0 else Kind.AREA
    if suggestion.kind is kind and (suggestion.words or suggestion.leant):
        return suggestion
    return Suggestion(kind, alike=like.finding_share >= _ALIKE)


def leaning_to(text: str) -> tuple[Kind, float]:
    """The kind to which the words of a text lean, and by how much; 0 where they lean to neither."""
    _, weights = _weighed_words(text)
    kind = max(weights, key=lambda each: weights[each])
    return kind, round(2 * weights[kind] - sum(weights.values()), 3)


@lru_cache(maxsize=4096)
def _weighed_words(text: str) -> tuple[Mapping[Kind, list[_Word]], Mapping[Kind, float]]:
    """The words that speak for each kind, and how much they weigh together."""
    folded = fold(text[:_LIMIT])
    needs, praises = _apart(_words(_NEED, folded) + _words(_DEMANDS, folded), _words(_PRAISE, folded))
    strength = [word for word in praises if not word.denied] + [word for word in needs if word.denied]
    area = [word for word in needs if not word.denied] + [word for word in praises if word.denied]
    turn = next((found.end() for found in _TURNS.finditer(folded)), None)
    words = {Kind.STRENGTH: strength, Kind.AREA: area}
    return words, {Kind.STRENGTH: _weight(strength, None), Kind.AREA: _weight(area, turn)}


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int
    weight: float
    denied: bool


def _words(groups: tuple[tuple[re.Pattern[str], float], ...], folded: str) -> list[_Word]:
    found: list[_Word] = []
    for pattern, weight in groups:
        for hit in pattern.finditer(folded):
            denial = _DENIED.search(folded[max(0, hit.start() - 24) : hit.start()])
            text = f"{denial.group().strip()} {hit.group()}" if denial else hit.group()
            found.append(_Word(text, hit.start(), hit.end(), weight, denial is not None))
    return found


def _apart(needs: list[_Word], praises: list[_Word]) -> tuple[list[_Word], list[_Word]]:
    """The words of need and of praise where they do not overlap: of those that do, the longest counts."""
    taken: set[int] = set()
    kept: list[tuple[_Word, bool]] = []
    both = [(word, True) for word in needs] + [(word, False) for word in praises]
    for word, asks in sorted(both, key=lambda each: (each[0].start - each[0].end, -each[0].weight)):
        if taken.isdisjoint(range(word.start, word.end)):
            taken.update(range(word.start, word.end))
            kept.append((word, asks))
    return [word for word, asks in kept if asks], [word for word, asks in kept if not asks]


def _weight(words: list[_Word], turn: int | None) -> float:
    """The sum of the weights; what follows a “but” counts half as much again."""
    return round(sum(w.weight * (1.5 if turn is not None and w.start > turn else 1.0) for w in words), 3)
