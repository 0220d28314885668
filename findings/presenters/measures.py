"""The values of measures in words."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.text import capfirst

from findings.models import Measure, Measurement, MeasurementCorrection
from findings.models.measure import decimals_in
from findings.rules.small_counts import Counted, SmallCounts
from portal.wording import count, day

UNITS = {
    Measure.Unit.NUMBER: "{}",
    Measure.Unit.PERCENT: "{}%",
    Measure.Unit.DAYS: "{} days",
    Measure.Unit.RATE: "{} per 10,000",
}
CHART_UNITS = {Measure.Unit.PERCENT: "%"}
STANDING_COLOURS = {"Better": "green", "Worse": "red", "No change": "grey", "Changed": "blue"}


@dataclass(frozen=True)
class Change:
    """How a value stands to the one before: "Up by 3 since 30 June 2026", and whether that is better."""

    words: str
    standing: str

    @property
    def colour(self) -> str:
        """The tag colour that goes with the words."""
        return STANDING_COLOURS[self.standing]


@dataclass(frozen=True)
class MeasureRow:
    """A measure in the register: its latest value, and how it has changed."""

    measure: Measure
    value: str
    measured_on: datetime.date | None
    source: str
    change: Change | None
    note: str = ""


@dataclass(frozen=True)
class MeasurementRow:
    """A value with its day, the numbers behind it, and its source."""

    measurement: Measurement
    value: str
    behind: str
    change: Change | None
    corrections: list[str]
    note: str = ""


def plain_number(value: Decimal) -> str:
    """Write a number without needless noughts: 1,234.5."""
    written = f"{value:,.2f}"
    return written.rstrip("0").rstrip(".")


def value_in_words(unit: str, value: Decimal, *, decimals: int | None = None) -> str:
    """Write a value with its unit: 20.6%, 12 days; with as few decimals as it has, unless told how many."""
    if unit == Measure.Unit.DAYS and value == 1 and not decimals:
        return "1 day"
    written = plain_number(value) if decimals is None else f"{value:,.{decimals}f}"
    return UNITS[Measure.Unit(unit)].format(written)


def unit_in_words(unit: str) -> str:
    """What is written after a value, its space included."""
    return UNITS[Measure.Unit(unit)].format("")


def change_of(measure: Measure, now: Measurement, before: Measurement | None) -> Change | None:
    """Say how a value has changed since the one before; nothing for the first."""
    if before is None:
        return None
    difference = now.value - before.value
    since = f"since {day(before.measured_on)}"
    if not difference:
        return Change(f"The same as on {day(before.measured_on)}", "No change")
    way = "Up" if difference > 0 else "Down"
    unit = " percentage points" if measure.unit == Measure.Unit.PERCENT else ""
    words = f"{way} by {plain_number(abs(difference))}{unit} {since}"
    if measure.better == Measure.Better.NEITHER:
        return Change(words, "Changed")
    is_better = (difference > 0) == (measure.better == Measure.Better.HIGHER)
    return Change(words, "Better" if is_better else "Worse")


def row_of(measure: Measure, latest: Sequence[Measurement], *, hiding: SmallCounts) -> MeasureRow:
    """Present a measure with its last two measurements, newest first, as this reader may see them."""
    if not latest:
        return MeasureRow(measure, "", None, "", None)
    now, before = latest[0], latest[1] if len(latest) > 1 else None
    return MeasureRow(
        measure,
        words_for(measure, now, hiding),
        now.measured_on,
        now.source,
        _change_shown(measure, now, before, hiding),
        _note(measure, now, hiding),
    )


def rows_of(
    measure: Measure, measurements: Sequence[Measurement], *, hiding: SmallCounts
) -> list[MeasurementRow]:
    """Present a measure's history, newest first, from its measurements, oldest first, as this reader may see it."""
    rows = []
    before = None
    for now in measurements:
        is_hidden = hiding.hides(measure, now)
        rows.append(
            MeasurementRow(
                now,
                words_for(measure, now, hiding),
                "" if is_hidden else numbers_behind(now),
                _change_shown(measure, now, before, hiding),
                corrections_of(measure, now, hiding=hiding),
                _note(measure, now, hiding),
            )
        )
        before = now
    return rows[::-1]


def words_for(measure: Measure, row: Counted, hiding: SmallCounts) -> str:
    """Write a value, or the words that stand for it where this reader may not see it."""
    if hiding.hides(measure, row):
        return capfirst(hiding.instead_of(measure, row))
    return value_of(measure, row.value)


def value_of(measure: Measure, value: Decimal) -> str:
    """Write a value of a measure as its other values are; one that was corrected may need more decimals."""
    return value_in_words(measure.unit, value, decimals=max(measure.decimals, decimals_in(value)))


def _change_shown(
    measure: Measure, now: Measurement, before: Measurement | None, hiding: SmallCounts
) -> Change | None:
    """The change since the value before; nothing where it would give a hidden value away."""
    if before and (hiding.hides(measure, now) or hiding.hides(measure, before)):
        return None
    return change_of(measure, now, before)


def _note(measure: Measure, row: Measurement, hiding: SmallCounts) -> str:
    words = hiding.instead_of(measure, row) if hiding.reveals else ""
    return f"Others see “{words}”" if words else ""


def numbers_behind(measurement: Measurement) -> str:
    """Write the fraction behind a value, and what it comes to where its source states something else."""
    if measurement.numerator is None or measurement.denominator is None:
        return ""
    fraction = f"{measurement.numerator:,} of {measurement.denominator:,}"
    computed = measurement.computed
    if computed is None or measurement.is_as_computed:
        return fraction
    return f"{fraction}, which is {value_in_words(measurement.measure.unit, computed)}: the source states otherwise"


def corrections_of(measure: Measure, measurement: Measurement, *, hiding: SmallCounts) -> list[str]:
    """Say of each correction what stood there before, who corrected it, when and why; newest first."""
    lines = []
    after: Measurement | MeasurementCorrection = measurement
    for correction in measurement.corrections.all():
        was = "; ".join(_differences(measure, correction, after, hiding)) or "different"
        who = f"Corrected by {correction.corrected_by} on {day(correction.corrected_at)}"
        lines.append(f"{who}. It was {was}. Reason: {correction.reason}")
        after = correction
    return lines


def corrected_since(measurement: Measurement, moment: datetime.datetime, *, hiding: SmallCounts) -> str:
    """Say what a value was at a moment, if it was corrected since; nothing where it was not."""
    measure = measurement.measure
    later = [row for row in measurement.corrections.all() if row.corrected_at > moment]
    was = "; ".join(_differences(measure, later[-1], measurement, hiding)) if later else ""
    if not was:
        return ""
    who = f"Corrected by {later[0].corrected_by} on {day(later[0].corrected_at)}"
    return f"It was {was}. {who}. Reason: {later[0].reason}"


def _differences(
    measure: Measure,
    before: MeasurementCorrection,
    after: Measurement | MeasurementCorrection,
    hiding: SmallCounts,
) -> Iterator[str]:
    """What a correction changed, as it was before; no number that would give a hidden one away."""
    is_hidden = hiding.hides(measure, before) or hiding.hides(measure, after)
    if before.value != after.value:
        yield "a different value" if is_hidden else value_of(measure, before.value)
    if before.measured_on != after.measured_on:
        yield f"the value on {day(before.measured_on)}"
    numbers_differ = (before.numerator, before.denominator) != (after.numerator, after.denominator)
    if numbers_differ and not is_hidden:
        known = before.numerator is not None and before.denominator is not None
        yield f"{before.numerator:,} of {before.denominator:,}" if known else "without the numbers behind it"
    if before.source != after.source:
        yield f"from the source “{before.source}”"


def label_of(measurement: Measurement) -> str:
    """Name a value on the chart by its month, with a star where it was corrected."""
    star = "*" if measurement.corrections.all() else ""
    return f"{measurement.measured_on:%b %Y}{star}"


def story_of(measure: Measure, measurements: Sequence[Measurement], *, hiding: SmallCounts) -> str:
    """Tell in a sentence what the chart shows, for those who do not see it."""
    first, last = measurements[0], measurements[-1]
    return (
        f"{measure.name}, {measure.get_unit_display().lower()}: "
        f"{words_for(measure, first, hiding)} on {day(first.measured_on)}, "
        f"{words_for(measure, last, hiding)} on {day(last.measured_on)}; "
        f"{count(len(measurements), 'value')} in all"
    )
