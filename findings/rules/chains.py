"""How often one thing was raised, over links that people confirmed, from each review to the one before it."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.urls import reverse

from findings.models import Finding, Kind, Recurrence
from findings.querysets import FindingQuerySet
from reviews.models import Review
from reviews.querysets import REVIEW_DATES

OF_A_FINDING = (
    *("reference", "kind", "text", "correction", "review__title"),
    *(f"review__{name}" for name in REVIEW_DATES),
)
"""What is told of the findings of a chain and their reviews: no more of the rows is read."""
Outcome = Recurrence.Outcome
# A concern lives on in areas that recur, a strength in its being sustained; a strength that is lost has ended.
CARRIED_ON = (Outcome.RECURS, Outcome.SUSTAINED)
# Understood by SQLite and by PostgreSQL; a finding that was reached before is not followed again.
LINKED = """
WITH RECURSIVE linked(finding) AS (
    SELECT * FROM ({start}) AS wanted
    UNION
    SELECT CASE WHEN link.finding_id = linked.finding THEN link.earlier_id ELSE link.finding_id END
    FROM linked JOIN findings_recurrence AS link
    ON (link.finding_id = linked.finding OR link.earlier_id = linked.finding) AND link.outcome IN (%s, %s)
)
SELECT link.finding_id, link.earlier_id
FROM linked JOIN findings_recurrence AS link ON link.finding_id = linked.finding AND link.outcome IN (%s, %s)
"""


@dataclass(frozen=True)
class Chain:
    """The findings that say one thing: which reviews said it, since which year, and the newest of them."""

    findings: frozenset[int]
    kind: str
    reviews: tuple[Review, ...]
    since: int | None
    newest: Finding

    @property
    def times(self) -> int:
        """In how many reviews it was said."""
        return len(self.reviews)

    @property
    def url(self) -> str:
        """Where the register shows exactly these findings."""
        return f"{reverse('findings:finding_list')}?chain={self.newest.pk}"

    @property
    def words(self) -> str:
        """Such as "Raised 3 times since 2011", "Praised twice"."""
        verb = "Raised" if self.kind == Kind.AREA else "Praised"
        times = "twice" if self.times == 2 else f"{self.times} times"
        return f"{verb} {times}" + (f" since {self.since}" if self.since else "")


def chains_of(findings: FindingQuerySet, *, until: datetime.date | None = None) -> dict[int, Chain]:
    """The chain of each finding that hangs together with one of these, these included; two queries.

    With a day, only reviews until then count. Findings of one review that say the same count once.
    """
    groups = groups_of(findings)
    found = Finding.objects.filter(pk__in=groups).select_related("review").only(*OF_A_FINDING)
    rows = {row.pk: row for row in found.order_by()}
    chains = {group: _chain(group, rows, until) for group in set(groups.values())}
    return {key: chain for key, group in groups.items() if (chain := chains[group]) is not None}


def chains_of_shown(findings: Iterable[Finding]) -> dict[int, Chain]:
    """The chains of the findings of a page, which were read already."""
    return chains_of(Finding.objects.filter(pk__in=[finding.pk for finding in findings]))


def raised_again(chains: Mapping[int, Chain]) -> list[Chain]:
    """The concerns among these chains, each once, those raised most often first."""
    once = {chain.findings: chain for chain in chains.values() if chain.kind == Kind.AREA}
    return sorted(once.values(), key=lambda chain: (-chain.times, -chain.newest.pk))


def groups_of(findings: FindingQuerySet) -> dict[int, frozenset[int]]:
    """Which findings hang together with any of these, whatever the number of links between them, by the finding.

    One query, which reads the links of these chains only.
    """
    neighbours: dict[int, set[int]] = defaultdict(set)
    for later, earlier in _links_of(findings):
        neighbours[later].add(earlier)
        neighbours[earlier].add(later)
    groups: dict[int, frozenset[int]] = {}
    for start in neighbours:
        if start not in groups:
            group = _reachable(start, neighbours)
            groups |= dict.fromkeys(group, group)
    return groups


def _links_of(findings: FindingQuerySet) -> list[tuple[int, int]]:
    """The links among these findings and all that hang together with them: the database follows them."""
    try:
        sql, params = findings.order_by().values("pk").query.sql_with_params()
    except EmptyResultSet:
        return []
    outcomes = [str(outcome) for outcome in CARRIED_ON]
    with connection.cursor() as cursor:
        cursor.execute(LINKED.format(start=sql), [*params, *outcomes, *outcomes])
        links: list[tuple[int, int]] = cursor.fetchall()
    return links


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
    reviews = {row.review_id: row.review for row in members}
    if len(reviews) < 2:
        return None
    since = min((review.dated_on.year for review in reviews.values() if review.dated_on), default=None)
    newest = max(members, key=lambda row: (row.review.dated_on or datetime.date.min, row.pk))
    return Chain(group, newest.kind, tuple(reviews.values()), since, newest)
