"""Measures and their values."""

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction

from findings.models import Measure, Measurement
from portal.exceptions import Refused
from portal.models import User
from portal.services import change, save_changes


class NameTaken(Refused):
    """There is another measure with this name."""


class UnitFixed(Refused):
    """The measure has values in its unit."""


class DayTaken(Refused):
    """The measure has a value for this day."""


def add_measure(*, by: User, details: Mapping[str, Any]) -> Measure:
    """Add a measure; raises NameTaken."""
    values = dict(details)
    themes = values.pop("themes", ())
    _require_free_name(values["name"])
    with change(by=by):
        measure = Measure.objects.create(**values)
        measure.themes.set(themes)
        return measure


def edit_measure(*, measure: Measure, by: User, version: int, changes: Mapping[str, Any]) -> Measure:
    """Change a measure, or say that it is no longer counted; raises NameTaken, UnitFixed or StaleRecord."""
    _require_free_name(changes["name"], besides=measure)
    if changes["unit"] != measure.unit and measure.measurements.exists():
        raise UnitFixed("The unit cannot change once the measure has values. Add another measure instead")
    return save_changes(record=measure, by=by, version=version, changes=changes)


def add_measurement(*, by: User, measure: Measure, details: Mapping[str, Any]) -> Measurement:
    """Add a measure's value on a day, as its source states it; raises DayTaken."""
    try:
        with change(by=by), transaction.atomic():
            return Measurement.objects.create(measure=measure, recorded_by=by, **details)
    except IntegrityError as error:
        if measure.measurements.filter(measured_on=details["measured_on"]).exists():
            raise DayTaken("There is already a value for this day") from error
        raise


def _require_free_name(name: str, *, besides: Measure | None = None) -> None:
    others = Measure.objects.exclude(pk=besides.pk) if besides else Measure.objects.all()
    if others.filter(name__iexact=name).exists():
        raise NameTaken("There is already a measure with this name")
