"""Measures how well suggested recurrences do on findings of which people said which go together, and how fast."""

import datetime
import resource
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import chain
from random import Random
from typing import Any

import yaml

from findings.similarity import Comparison, Statement
from findings.similarity.comparison import EARLIER_KINDS
from scripts.benchmark_figures import figure
from scripts.paths import ROOT

LABELLED = ROOT / "tests" / "findings" / "similarity" / "labelled.yaml"
FIRST = 3


@dataclass(frozen=True)
class Labelled:
    """Findings, and the pairs of later and earlier ones that say the same."""

    statements: list[Statement]
    pairs: set[tuple[str | int, str | int]]


@dataclass(frozen=True)
class Quality:
    """Shares, from 0 to 1."""

    precision: float
    recall: float
    in_first_three: float


# What must not be undercut: on the parts that were set aside, and on those that the method was tried on.
FLOORS = {
    "held_out": Quality(0.78, 0.72, 0.95),
    "held_out_2": Quality(0.85, 0.5, 0.8),
    "tried": Quality(0.85, 0.92, 0.95),
    "tried_2": Quality(0.8, 0.9, 0.95),
    "tried_3": Quality(0.85, 0.9, 0.95),
    "tried_4": Quality(0.75, 0.85, 0.95),
    "tried_5": Quality(0.8, 0.9, 0.95),
}
# One review against many: so many seconds and megabytes at most.
OF_ONE_REVIEW, FINDINGS = 50, 100_000
MOST_SECONDS, MOST_MEGABYTES = 30.0, 500.0


def measure_recurrences() -> bool:
    """Print one JSON line for each share, and for time and memory; tell whether none misses its floor."""
    is_good = measure_quality()
    return measure_speed() and is_good


def measure_quality() -> bool:
    """Print one JSON line for each share; tell whether none is below its floor."""
    is_good = True
    for part, floors in FLOORS.items():
        found = asdict(quality(labelled(part)))
        for name, floor in asdict(floors).items():
            figure(f"recurrences, {part}: {name}", found[name], "share", floor=floor)
            is_good &= found[name] >= floor
    return is_good


def measure_speed(findings: int = FINDINGS) -> bool:
    """Print how long it takes to compare a review with many earlier and many later findings, and the memory held.

    Time is that of the processor, whatever else the machine does.
    """
    reviews = list(many_reviews(findings // OF_ONE_REVIEW + 1))
    began = time.process_time()
    comparison = Comparison(chain(*reviews), abbreviations={})
    for newest, oldest in zip(reviews[-1], reviews[0], strict=True):
        comparison.earlier_like(newest)
        comparison.later_like(oldest)
    seconds = time.process_time() - began
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    name = f"recurrences, one review of {OF_ONE_REVIEW} findings against {findings:,}"
    figure(name, seconds, "s", floor=MOST_SECONDS)
    figure(f"{name}: memory of the process", megabytes, "MB", floor=MOST_MEGABYTES)
    return seconds <= MOST_SECONDS and megabytes <= MOST_MEGABYTES


def many_reviews(number: int) -> Iterator[list[Statement]]:
    """Reviews a week apart, whose findings are put together from the labelled ones; the same every time."""
    chance = Random(1)
    said = [statement.text.split() for part in FLOORS for statement in labelled(part).statements]
    for review in range(number):
        day = datetime.date(1990, 1, 1) + datetime.timedelta(weeks=review)
        yield [
            Statement(f"{review}-{place}", day, "area" if place % 5 < 3 else "strength", _mixed(chance, said))
            for place in range(OF_ONE_REVIEW)
        ]


def _mixed(chance: Random, said: list[list[str]]) -> str:
    """The beginning of one finding, the end of another, and a name that hardly any other has."""
    one, other = chance.choice(said), chance.choice(said)
    name = f"Place{chance.randrange(20_000)}"
    return " ".join([*one[: chance.randint(3, len(one))], "in", name, *other[chance.randrange(len(other)) :]])


def labelled(part: str) -> Labelled:
    """One part of the labelled findings."""
    content: dict[str, list[dict[str, Any]]] = yaml.safe_load(LABELLED.read_text(encoding="utf-8"))
    statements, concerns = [], {}
    for group in content[part]:
        for name, concern, text in group["findings"]:
            statements.append(Statement(name, group["date"], group["kind"], text))
            concerns[name] = concern
    pairs = {
        (later.id, earlier.id)
        for later in statements
        for earlier in statements
        if earlier.date < later.date
        and earlier.kind in EARLIER_KINDS[later.kind]
        and concerns[later.id]
        and concerns[later.id] == concerns[earlier.id]
    }
    return Labelled(statements, pairs)


def quality(data: Labelled) -> Quality:
    """Compare every finding with the earlier ones and hold the suggestions to the labels."""
    comparison = Comparison(data.statements, abbreviations={})
    found = {statement.id: comparison.earlier_like(statement) for statement in data.statements}
    suggested = {
        (name, match.earlier.id) for name, matches in found.items() for match in matches if match.is_suggested
    }
    raised_again = {later for later, _ in data.pairs}
    first = [
        name
        for name in raised_again
        if any((name, match.earlier.id) in data.pairs for match in found[name][:FIRST])
    ]
    right = len(suggested & data.pairs)
    return Quality(right / len(suggested), right / len(data.pairs), len(first) / len(raised_again))
