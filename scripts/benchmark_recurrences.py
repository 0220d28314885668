"""Measures how well suggested recurrences do on findings of which people said which go together."""

from dataclasses import asdict, dataclass
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


# What must not be undercut: on the findings that were set aside, and on those that the method was tried on.
FLOORS = {"held_out": Quality(0.78, 0.65, 0.95), "tried": Quality(0.85, 0.92, 0.95)}


def measure_recurrences() -> bool:
    """Print one JSON line for each share; tell whether none is below its floor."""
    is_good = True
    for half, floors in FLOORS.items():
        found = asdict(quality(labelled(half)))
        for name, floor in asdict(floors).items():
            figure(f"recurrences, {half}: {name}", found[name], "share", floor=floor)
            is_good &= found[name] >= floor
    return is_good


def labelled(half: str) -> Labelled:
    """One half of the labelled findings."""
    content: dict[str, list[dict[str, Any]]] = yaml.safe_load(LABELLED.read_text(encoding="utf-8"))
    statements, concerns = [], {}
    for group in content[half]:
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
