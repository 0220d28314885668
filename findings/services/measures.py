"""Measures and their values."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from findings.models import Measure, Measurement, MeasurementCorrection
from portal.exceptions import Refused
from portal.models import User
from portal.services import change, hold, save_changes, save_new


@dataclass(frozen=True)
class NewValue:
    """A measure's value on a day, with the numbers behind it where the source has them."""

    measure: int
    measured_on: datetime.date
    value: Decimal
    source: str
    numerator: int | None = None
    denominator: int | None = None


CORRECTED = ("measured_on", "value", "numerator", "denominator", "source")


def add_measure(*, by: User, details: Mapping[str, Any]) -> Measure:
    """Add a measure; raises Refused where the name is taken."""
    values = dict(details)
    themes = values.pop("themes", ())
    with change(by=by):
        measure = save_new(record=Measure(**values), by=by)
        measure.themes.set(themes)
    return measure


def edit_measure(*, measure: Measure, by: User, version: int, changes: Mapping[str, Any]) -> Measure:
    """Change a measure, or say that it is no longer counted; raises Refused, or StaleRecord."""
    with change(by=by):
        held = hold(measure)
        if changes["unit"] != held.unit and held.measurements.exists():
            raise Refused(
                "The unit cannot change once the measure has values. Add another measure instead",
                fields=["unit"],
            )
        return save_changes(record=measure, by=by, version=version, changes=changes)


def add_measurement(*, by: User, measure: Measure, details: Mapping[str, Any]) -> Measurement:
    """Add a measure's value on a day, as its source states it; raises Refused where the day has one."""
    return save_new(record=Measurement(measure=measure, recorded_by=by, **details), by=by)


def is_same(there: Measurement, value: NewValue) -> bool:
    """Tell whether a day already has this value with these numbers; its source may be worded differently."""
    return (there.value, there.numerator, there.denominator) == (
        value.value,
        value.numerator,
        value.denominator,
    )


def add_measurements(
    *, by: User, values: Sequence[NewValue], advice: str = "Upload the file again"
) -> list[Measurement]:
    """Add many values, all or none; those that are there already are left as they are.

    Raises Refused, with the advice, where somebody has recorded another value for one of the days meanwhile.
    """
    added = []
    with change(by=by):
        measures = Measure.objects.in_bulk({value.measure for value in values})
        known = {
            (row.measure_id, row.measured_on): row
            for row in Measurement.objects.filter(measure__in=measures).select_related("measure")
        }
        for value in values:
            there = known.get((value.measure, value.measured_on))
            if there is None:
                details = asdict(value) | {"measure": measures[value.measure]}
                added.append(add_measurement(by=by, measure=details.pop("measure"), details=details))
            elif not is_same(there, value):
                raise Refused(f"Somebody has recorded another value as {there}. {advice}")
    return added


def correct_measurement(
    *, measurement: Measurement, by: User, version: int, changes: Mapping[str, Any], reason: str
) -> Measurement:
    """Correct a value that was recorded wrongly, and keep what stood there with the reason.

    Raises Refused where nothing differs or another value has the day, or StaleRecord.
    """
    before = {name: getattr(measurement, name) for name in CORRECTED}
    if before == {**before, **changes}:
        raise Refused("Change the value, its date, its numbers or its source", fields=["value"])
    with change(by=by):
        saved = save_changes(record=measurement, by=by, version=version, changes=changes)
        MeasurementCorrection.objects.create(measurement=saved, reason=reason, corrected_by=by, **before)
    return saved
