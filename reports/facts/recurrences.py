"""The concerns that more than one review has raised until the end of a period."""

from dataclasses import dataclass
from functools import cached_property

from findings.rules.chains import Chain, raised_again
from reports.facts.findings import chains
from reports.facts.gathered import Facts
from reports.facts.period import Period
from reports.facts.record import reported_on
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


def recurrence_facts(known: Facts) -> RecurrenceFacts:
    """Tell of every recurring concern and its reviews."""
    facts = [concern(chain, known.period) for chain in raised_again(known.about_period(chains))]
    return RecurrenceFacts(known.period, sorted(facts, key=lambda fact: not fact.is_new))


def concern(chain: Chain, period: Period) -> RecurrenceFact:
    """Return a concern with the reviews that raised it by the end of the period."""
    reviews = sorted(chain.reviews, key=lambda row: (row.dated_on or period.start, row.pk))
    return RecurrenceFact(chain, reviews, any(reported_on(row) in period for row in reviews))
