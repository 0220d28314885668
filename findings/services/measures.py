"""Measures and their values."""

from collections.abc import Mapping
from typing import Any

from findings.models import Measure, Measurement
from portal.exceptions import Refused
from portal.models import User
from portal.services import change, save_changes, save_new


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
    if changes["unit"] != measure.unit and measure.measurements.exists():
        raise Refused(
            "The unit cannot change once the measure has values. Add another measure instead", fields=["unit"]
        )
    return save_changes(record=measure, by=by, version=version, changes=changes)


def add_measurement(*, by: User, measure: Measure, details: Mapping[str, Any]) -> Measurement:
    """Add a measure's value on a day, as its source states it; raises Refused where the day has one."""
    return save_new(record=Measurement(measure=measure, recorded_by=by, **details), by=by)
