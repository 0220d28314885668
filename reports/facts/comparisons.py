"""How the council stands among others."""

import datetime
from dataclasses import dataclass

from portal.models import CouncilSettings
from reports.facts.period import Period
from reports.models import Comparison

A_YEAR = datetime.timedelta(days=365)


@dataclass(frozen=True)
class ComparisonFacts:
    """The newest comparison of each title from the year up to the end of the period, and the council's short name."""

    period: Period
    comparisons: list[Comparison]
    council: str


def comparison_facts(period: Period) -> ComparisonFacts:
    """Read the comparisons that a report about the period tells of: two queries."""
    counted = Comparison.objects.filter(counted_on__range=(period.end - A_YEAR, period.end))
    newest: dict[str, Comparison] = {}
    for comparison in counted.order_by("title", "-counted_on"):
        newest.setdefault(comparison.title.casefold(), comparison)
    return ComparisonFacts(period, list(newest.values()), CouncilSettings.current().short_name)
