"""How often one thing was raised, over links that people confirmed, from each review to the one before it."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from findings.models import Finding, Kind, Recurrence

Outcome = Recurrence.Outcome
# A concern lives on in areas that recur, a strength in its being sustained; a strength that is lost has ended.
CARRIED_ON = (Outcome.RECURS, Outcome.SUSTAINED)


@dataclass(frozen=True)
class Chain:
    """The findings that say one thing: in how many reviews, since which year, and the newest of them."""

    findings: frozenset[int]
    kind: str
    times: int
    since: int | None
    newest: Finding

    @property
    def words(self) -> str:
        """Such as "Raised 3 times since 2011"."""
        verb = "Raised" if self.kind == Kind.AREA else "Praised"
        return f"{verb} {self.times} times" + (f" since {self.since}" if self.since else "")


def chains_of(findings: Iterable[int], *, until: datetime.date | None = None) -> dict[int, Chain]:
    """The chain of each of these findings that is linked to others, by the finding; two queries.

    With a day, only reviews until then count. Findings of one review that say the same count once.
    """
    groups = _groups()
    wanted = {key: groups[key] for key in findings if key in groups}
    members = {key for group in wanted.values() for key in group}
    rows = {row.pk: row for row in Finding.objects.filter(pk__in=members).select_related("review")}
    chains = {group: _chain(group, rows, until) for group in set(wanted.values())}
    found = {key: chains[group] for key, group in wanted.items()}
    return {key: chain for key, chain in found.items() if chain is not None}


def raised_again(chains: Mapping[int, Chain]) -> list[Chain]:
    """The concerns among these chains, each once, those raised most often first."""
    once = {chain.findings: chain for chain in chains.values() if chain.kind == Kind.AREA}
    return sorted(once.values(), key=lambda chain: (-chain.times, -chain.newest.pk))


def _groups() -> dict[int, frozenset[int]]:
    """Which findings hang together, whatever the number of links between them."""
    neighbours: Mapping[int, set[int]] = defaultdict(set)
    for later, earlier in Recurrence.objects.filter(outcome__in=CARRIED_ON).values_list("finding", "earlier"):
        neighbours[later].add(earlier)
        neighbours[earlier].add(later)
    groups: dict[int, frozenset[int]] = {}
    for start in neighbours:
        if start not in groups:
            group = _reachable(start, neighbours)
            groups |= dict.fromkeys(group, group)
    return groups


def _reachable(start: int, neighbours: Mapping[int, set[int]]) -> frozenset[int]:
    found, waiting = {start}, [start]
    while waiting:
        new = neighbours[waiting.pop()] - found
        found |= new
        waiting.extend(new)
    return frozenset(found)


def _chain(group: frozenset[int], rows: Mapping[int, Finding], until: datetime.date | None) -> Chain | None:
    members = [rows[key] for key in group]
    if until:
        members = [row for row in members if row.review.dated_on is None or row.review.dated_on <= until]
    reviews = {row.review_id: row.review.dated_on for row in members}
    if len(reviews) < 2:
        return None
    since = min((day.year for day in reviews.values() if day), default=None)
    newest = max(members, key=lambda row: (row.review.dated_on or datetime.date.min, row.pk))
    return Chain(group, newest.kind, len(reviews), since, newest)
