"""The measure that an action should move, where it stands, and where it should be."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms

from findings.models import Measure
from findings.presenters.measures import value_in_words
from portal.forms import PortalForm
from portal.wording import day

LABEL, HELP, NONE = "Measure that should move (optional)", "Each with its latest value", "None"
TOO_LONG = "Enter a value with 10 digits or fewer before the point"


class MeasureField(forms.ModelChoiceField):
    """One measure, named with its latest value; the measures are fetched `with_latest()`."""

    def label_from_instance(self, obj: Measure) -> str:
        return measure_label(obj)


def measure_field(measures: Iterable[Measure]) -> forms.TypedChoiceField:
    """One of the measures at hand, for a form that asks so often that none of its fields may look them up itself."""
    by_key = {str(measure.pk): measure for measure in measures}
    named = [(key, measure_label(measure)) for key, measure in by_key.items()]
    return forms.TypedChoiceField(
        label=LABEL,
        help_text=HELP,
        choices=[("", NONE), *named],
        coerce=by_key.__getitem__,
        empty_value=None,
        required=False,
    )


def measure_label(measure: Measure) -> str:
    """Name a measure with its latest value."""
    latest = latest_of(measure)
    if latest is None:
        return str(measure)
    return f"{measure} ({value_in_words(measure.unit, latest.value)} on {day(latest.measured_on)})"


def latest_of(measure: Measure) -> Any:
    """Return the latest measurement of a measure that was fetched `with_latest()`, or None."""
    return next(iter(measure.latest), None)  # type: ignore[attr-defined]  # fetched along


def baseline_field() -> forms.DecimalField:
    """Where the measure stands when the action is agreed."""
    return value_field("Where the measure stands (optional)", "Leave this empty to use its latest value")


def target_field() -> forms.DecimalField:
    """Where the measure should be one day."""
    return value_field("Where the measure should be (optional)", "Its value when the action has worked")


def value_field(label: str, help_text: str) -> forms.DecimalField:
    """A value of a measure, typed on a keypad of numbers."""
    return forms.DecimalField(
        label=label,
        help_text=help_text,
        required=False,
        max_digits=12,
        decimal_places=2,
        min_value=Decimal(0),
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "govuk-input--width-10"}),
        error_messages={
            "invalid": "Enter the value as a number, like 24.5",
            "min_value": "Enter a value of 0 or more",
            "max_digits": TOO_LONG,
            "max_whole_digits": TOO_LONG,
            "max_decimal_places": "Enter the value with 2 decimal places or fewer",
        },
    )


def settle_baseline(form: PortalForm, *, measure_before: int | None = None, about: str = "") -> None:
    """Take the latest value as baseline of a newly chosen measure, and ask for the measure of values without one.

    Where a form asks about several measures, `about` is what the names of these fields end in.
    """
    values = form.cleaned_data
    chosen, baseline, target = (f"{name}{about}" for name in ("measure", "baseline", "target"))
    if chosen not in values or form.errors.keys() & {baseline, target}:
        return
    measure = values[chosen]
    if measure is None:
        for name in (baseline, target):
            if values.get(name) is not None:
                form.add_error(name, "Select the measure that this value belongs to, or leave this empty")
        return
    is_new = measure.pk != measure_before
    if is_new and values.get(baseline) is None:
        latest = latest_of(measure)
        values[baseline] = latest.value if latest else None
    elif is_new and measure_before and baseline not in form.changed_data:
        message = (
            "This is where the measure before stood. Enter the value of the new one, or leave this empty"
        )
        form.add_error(baseline, message)
