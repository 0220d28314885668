"""The measure that an action should move: where it stood, where it is, where it should be."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from actions.models import Action
from findings.models import Measure, Measurement
from findings.presenters.measures import value_of, words_for
from findings.rules.small_counts import SmallCounts
from portal.history import FieldChange, HistoryEntry
from portal.wording import day

HIDDEN = "a value"


@dataclass(frozen=True)
class MeasureFacts:
    """A measure's three values in words, as this reader may see them; empty where there is none."""

    measure: Measure
    baseline: str
    now: str
    target: str


def measure_facts(action: Action, measurements: Iterable[Measurement], hiding: SmallCounts) -> MeasureFacts:
    """Present the measure of an action from its measurements, in order of day."""
    measure = action.measure
    assert measure is not None
    rows = list(measurements)
    latest = rows[-1] if rows else None
    return MeasureFacts(
        measure,
        _baseline_words(action, measure, rows, hiding),
        f"{words_for(measure, latest, hiding)} on {day(latest.measured_on)}" if latest else "",
        "" if action.target is None else value_of(measure, action.target),
    )


def without_baselines(entries: Iterable[HistoryEntry], hiding: SmallCounts) -> list[HistoryEntry]:
    """Keep a history from telling where a measure stood to those who may not see small counts."""
    if hiding.reveals or not hiding.below:
        return list(entries)
    return [replace(entry, changes=tuple(map(_hidden, entry.changes))) for entry in entries]


def _baseline_words(
    action: Action, measure: Measure, rows: Iterable[Measurement], hiding: SmallCounts
) -> str:
    """Write the value that was agreed as where it stood, like the measurement that it was taken from."""
    if action.baseline is None:
        return ""
    alone = Measurement(measure=measure, value=action.baseline)
    alike = (row for row in rows if row.value == action.baseline and hiding.hides(measure, row))
    return words_for(measure, next(alike, alone), hiding)


def _hidden(change: FieldChange) -> FieldChange:
    if change.label != Action.history_labels["baseline"]:
        return change
    return replace(change, before=change.before and HIDDEN, after=change.after and HIDDEN)
