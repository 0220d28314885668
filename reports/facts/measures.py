"""The measures up to the end of a period."""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from findings.models import Measure, Measurement
from findings.models.measure import decimals_in
from findings.presenters.measures import unit_in_words, value_in_words
from findings.rules.small_counts import SmallCounts
from reports.facts.gathered import Facts
from reports.facts.period import Period

SHOWN = 12
A_YEAR = datetime.timedelta(days=365)
NEAR = datetime.timedelta(days=46)


class Value(NamedTuple):
    """A value of a measure, with the numbers that it comes from, and who says so."""

    measure: int
    measured_on: datetime.date
    value: Decimal
    numerator: int | None
    denominator: int | None
    source: str


@dataclass(frozen=True)
class MeasureFact:
    """One measure and its values up to the end of the period, oldest first."""

    measure: Measure
    values: list[Value]
    hiding: SmallCounts

    @property
    def unit(self) -> str:
        """What is written after a value."""
        return unit_in_words(self.measure.unit)

    @property
    def latest(self) -> Value:
        """The last value."""
        return self.values[-1]

    @property
    def before(self) -> Value | None:
        """The value before the last."""
        return self.values[-2] if len(self.values) > 1 else None

    @cached_property
    def year_before(self) -> Value | None:
        """The value nearest to a year before the last; none where the nearest is six weeks off."""
        target = self.latest.measured_on - A_YEAR
        nearest = min(self.values, key=lambda value: abs(value.measured_on - target))
        return nearest if abs(nearest.measured_on - target) <= NEAR else None

    @property
    def direction(self) -> str:
        """How the last value compares with a year before: better, worse, the same, or only higher or lower."""
        if self.year_before is None or self.is_hidden(self.latest) or self.is_hidden(self.year_before):
            return ""
        change = self.latest.value - self.year_before.value
        if change == 0:
            return "The same"
        if self.measure.better == Measure.Better.NEITHER:
            return "Higher" if change > 0 else "Lower"
        return "Better" if (change > 0) == (self.measure.better == Measure.Better.HIGHER) else "Worse"

    @cached_property
    def decimals(self) -> int:
        """How many decimals the values have, at most; all are written with as many."""
        return max(decimals_in(value.value) for value in self.values)

    def is_hidden(self, value: Value) -> bool:
        """Whether a value is a small count of children, which no report prints."""
        return self.hiding.hides(self.measure, value)

    def shown(self, value: Value) -> float | None:
        """Return a value for a chart; None, which leaves a gap, for a small count."""
        known = self.hiding.shown(self.measure, value)
        return None if known is None else float(known)

    @property
    def has_shown_value(self) -> bool:
        """Whether any of its values may be printed."""
        return any(not self.is_hidden(value) for value in self.values)

    def write(self, value: Value) -> str:
        """Write a value with its unit, or the words that stand for a small count."""
        if self.is_hidden(value):
            return self.hiding.instead_of(self.measure, value)
        return value_in_words(self.measure.unit, value.value, decimals=self.decimals)


@dataclass(frozen=True)
class MeasureFacts:
    """The measures in use that had a value by the end of the period, and those that had none."""

    period: Period
    measures: list[MeasureFact]
    without_values: list[Measure] = field(default_factory=list)

    def moved(self, direction: str) -> list[MeasureFact]:
        """The measures that are better, or worse, than a year before."""
        return [fact for fact in self.measures if fact.direction == direction]


def measure_facts(known: Facts) -> MeasureFacts:
    """Read the measures up to the end of the period, small counts hidden: two queries of its own."""
    period, hiding = known.period, SmallCounts(known.council.small_counts_below)
    values: dict[int, list[Value]] = defaultdict(list)
    rows = Measurement.objects.filter(measured_on__lte=period.end).order_by("measured_on")
    for value in map(Value._make, rows.values_list(*Value._fields)):
        values[value.measure].append(value)
    measures = list(Measure.objects.filter(is_active=True))
    return MeasureFacts(
        period,
        [
            MeasureFact(measure, values[measure.pk][-SHOWN:], hiding)
            for measure in measures
            if measure.pk in values
        ],
        [measure for measure in measures if measure.pk not in values],
    )
