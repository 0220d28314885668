"""How the council stands among others."""

import datetime
from dataclasses import dataclass

from reports.facts.gathered import Facts
from reports.facts.period import Period
from reports.models import Comparison

A_YEAR = datetime.timedelta(days=365)


@dataclass(frozen=True)
class ComparisonFacts:
    """The newest comparison of each title from the year up to the end of the period, and the council's short name."""

    period: Period
    comparisons: list[Comparison]
    council: str


def comparison_facts(known: Facts) -> ComparisonFacts:
    """Read the comparisons that a report about the period tells of: one query of its own."""
    period = known.period
    counted = Comparison.objects.filter(counted_on__range=(period.end - A_YEAR, period.end))
    newest: dict[str, Comparison] = {}
    for comparison in counted.order_by("title", "-counted_on"):
        newest.setdefault(comparison.title.casefold(), comparison)
    return ComparisonFacts(period, list(newest.values()), known.council.short_name)
