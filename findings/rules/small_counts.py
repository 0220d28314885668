"""Small counts of children: hidden from all but those who record them, so that no child can be told from a number."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from findings.models import Measure
from findings.models.measure import PER
from portal.models import CouncilSettings, User
from portal.permissions import Permission, is_allowed


class Counted(Protocol):
    """A value of a measure with the numbers that a percentage or a rate comes from."""

    @property
    def value(self) -> Decimal: ...

    @property
    def numerator(self) -> int | None: ...

    @property
    def denominator(self) -> int | None: ...


@dataclass(frozen=True)
class SmallCounts:
    """Which values a reader may not see; `below` is the council's threshold, 0 hides nothing."""

    below: int
    reveals: bool = False

    def hides(self, measure: Measure, row: Counted) -> bool:
        """Tell whether this reader may not see a value."""
        return not self.reveals and bool(self.instead_of(measure, row))

    def shown(self, measure: Measure, row: Counted) -> Decimal | None:
        """Return a value for a chart; None where it is hidden."""
        return None if self.hides(measure, row) else row.value

    def instead_of(self, measure: Measure, row: Counted) -> str:
        """Return the words that stand for a small count; nothing for any other value.

        A percentage or a rate is hidden with its numbers wherever they would give a small one away: those counted,
        those left over, or the whole.
        """
        if not self.below or not measure.counts_children:
            return ""
        fewer = f"fewer than {self.below}"
        if measure.unit == Measure.Unit.NUMBER:
            return fewer if self._is_small(row.value) else ""
        if measure.unit not in PER or row.numerator is None or row.denominator is None:
            return ""
        if row.denominator < self.below:
            return f"out of {fewer}"
        if self._is_small(row.numerator):
            return f"{fewer} of {row.denominator:,}"
        if measure.unit == Measure.Unit.PERCENT and self._is_small(row.denominator - row.numerator):
            return f"all but {fewer} of {row.denominator:,}"
        return ""

    def _is_small(self, number: int | Decimal) -> bool:
        return 0 < number < self.below


def small_counts_for(reader: User) -> SmallCounts:
    """Return what is hidden from a reader: nothing from those who record the values and must check them."""
    below = CouncilSettings.current().small_counts_below
    return SmallCounts(below, reveals=is_allowed(reader, Permission.SEE_SMALL_COUNTS))


def small_counts_outside() -> SmallCounts:
    """Return what is hidden in all that leaves the portal, reports and exported files, whoever asks for it."""
    return SmallCounts(CouncilSettings.current().small_counts_below)
