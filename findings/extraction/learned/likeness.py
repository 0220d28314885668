"""How like a sentence is to strengths, to areas for consideration and to what is neither."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import exp, log, sqrt
from pathlib import Path

from ..vocabulary import Kind
from .features import BIAS, features_of

WEIGHTS = Path(__file__).with_name("weights.tsv")
_LIMIT = 4000


@dataclass(frozen=True, slots=True)
class Likeness:
    """Three shares that make 1."""

    strength: float
    area: float
    neither: float

    @property
    def kind(self) -> Kind:
        """The kind of finding that it would be, if it is one."""
        return Kind.STRENGTH if self.strength > self.area else Kind.AREA

    @property
    def finding_share(self) -> float:
        """The share that speaks for a finding of either kind."""
        return self.strength + self.area

    @property
    def leaning(self) -> float:
        """By how much it leans to a strength, as log odds; below 0 where it leans to an area."""
        return log(self.strength / self.area)

    @property
    def certainty(self) -> float:
        """The share of the likelier kind among what speaks for a finding; from 0.5 to 1."""
        return max(self.strength, self.area) / self.finding_share


@lru_cache(maxsize=8192)
def likeness_of(text: str) -> Likeness:
    """Weigh the runs of words in a sentence by what multinomial logistic regression learnt of them."""
    known = [_WEIGHTS[each] for each in features_of(text[:_LIMIT]) if each in _WEIGHTS]
    share = 1 / sqrt(len(known) or 1)
    sums = [bias + share * sum(each[at] for each in known) for at, bias in enumerate(_WEIGHTS[BIAS])]
    highest = max(sums)
    powers = [exp(each - highest) for each in sums]
    strength, area, neither = (power / sum(powers) for power in powers)
    return Likeness(strength, area, neither)


def _read(lines: list[str]) -> dict[str, tuple[float, float, float]]:
    """What each run of words weighs for a strength, for an area and for neither; the first line tells the source."""
    weights = {}
    for line in lines[1:]:
        feature, *columns = line.split("\t")
        strength, area, neither = map(float, columns)
        weights[feature] = (strength, area, neither)
    return weights


# Read with the module: a document is read in a process that may open no files.
_WEIGHTS = _read(WEIGHTS.read_text(encoding="utf-8").splitlines())
