"""The concerns that more than one review has raised until the end of a period."""

from dataclasses import dataclass
from functools import cached_property

from findings.models import Finding
from findings.rules.chains import Chain, chains_of, raised_again
from reports.facts.period import Period
from reports.facts.reviews import reported_on
from reviews.models import Review


@dataclass(frozen=True)
class RecurrenceFact:
    """One concern: how often and since when it was raised, and the reviews that raised it, the oldest first."""

    chain: Chain
    reviews: list[Review]
    is_new: bool
    """Whether a review that reported in the period raised it again."""


@dataclass(frozen=True)
class RecurrenceFacts:
    """The recurring concerns, those that the period raised again first, then those raised most often."""

    period: Period
    concerns: list[RecurrenceFact]

    @cached_property
    def again(self) -> list[RecurrenceFact]:
        """Those that a review of the period raised again."""
        return [fact for fact in self.concerns if fact.is_new]

    @cached_property
    def before(self) -> list[RecurrenceFact]:
        """Those that no review of the period raised."""
        return [fact for fact in self.concerns if not fact.is_new]


def recurrence_facts(period: Period) -> RecurrenceFacts:
    """Read every recurring concern and its reviews: three queries."""
    chains = raised_again(chains_of(Finding.objects.areas(), until=period.end))
    wanted = {pk for chain in chains for pk in chain.findings}
    rows = {row.pk: row.review for row in Finding.objects.filter(pk__in=wanted).select_related("review")}
    facts = [concern(chain, rows, period) for chain in chains]
    return RecurrenceFacts(period, sorted(facts, key=lambda fact: not fact.is_new))


def concern(chain: Chain, rows: dict[int, Review], period: Period) -> RecurrenceFact:
    """Return a concern with the reviews that raised it by the end of the period."""
    reviews = {rows[pk].pk: rows[pk] for pk in chain.findings}
    known = [row for row in reviews.values() if row.dated_on is None or row.dated_on <= period.end]
    known.sort(key=lambda row: (row.dated_on or period.start, row.pk))
    return RecurrenceFact(chain, known, any(reported_on(row) in period for row in known))
