"""Forms of measures and their values."""

import datetime
from decimal import Decimal
from typing import Any, cast

from crispy_forms_gds.layout import Field, Fixed, Fluid
from django import forms
from django.db.models import QuerySet

from findings.models import Measure, Measurement
from findings.models.measure import PER, agrees, value_of_fraction
from findings.presenters.measures import value_in_words
from portal.forms import DateField, PortalForm, ValueField, WholeNumberField, initial_from
from reviews.models import Theme

WHOLE_NUMBER = "Enter a whole number, like 139"


class MeasureForm(PortalForm):
    """What a measure counts, in which unit, and which way is better."""

    name = forms.CharField(max_length=200, error_messages={"required": "Enter the name of the measure"})
    description = forms.CharField(
        label="What is counted (optional)", required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    unit = forms.ChoiceField(
        choices=Measure.Unit.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose the unit of the measure"},
    )
    better = forms.ChoiceField(
        label="Which way is better?",
        choices=Measure.Better.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose which way is better"},
    )
    counts_children = forms.BooleanField(
        required=False,
        initial=True,
        label="It counts children or families",
        help_text="Small numbers of them are hidden in reports and downloads",
    )
    themes: forms.ModelMultipleChoiceField = forms.ModelMultipleChoiceField(
        queryset=Theme.objects.none(),
        label="Themes (optional)",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, themes: QuerySet, editing: Measure | None = None, **kwargs: Any) -> None:
        if editing is not None:
            kwargs["initial"] = initial_from(editing, *self.base_fields)
        super().__init__(*args, editing=editing, **kwargs)
        self.offer(themes=themes)


class MeasureEditForm(MeasureForm):
    """A measure that exists, with whether it is still counted."""

    is_active = forms.BooleanField(
        required=False,
        label="In use",
        help_text="Clear the box when the measure is no longer counted. Its history stays",
    )


class MeasurementForm(PortalForm):
    """A value on a day, as its source states it, with the numbers behind it."""

    measured_on = DateField(label="Date of the value", missing="Enter the date of the value")
    value = ValueField(
        required=False,
        max_digits=12,
        decimal_places=2,
        min_value=Decimal(0),
        help_text="As the source states it",
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        error_messages={
            "invalid": "Enter the value as a number, like 24.5",
            "min_value": "Enter a value of 0 or more",
            "max_digits": "Enter a value with 10 digits or fewer before the point",
            "max_whole_digits": "Enter a value with 10 digits or fewer before the point",
            "max_decimal_places": "Enter the value with 2 decimal places or fewer",
        },
    )
    numerator = WholeNumberField(
        label="How many (optional)",
        required=False,
        error_messages={"invalid": WHOLE_NUMBER, "min_value": "Enter a number of 0 or more"},
    )
    denominator = WholeNumberField(
        label="Out of how many (optional)",
        required=False,
        min_value=1,
        error_messages={"invalid": WHOLE_NUMBER, "min_value": "Enter a number of 1 or more"},
    )
    keep_value = forms.BooleanField(
        required=False,
        label="Keep the value as the source states it, even if the two numbers come to something else",
    )
    source = forms.CharField(
        max_length=300,
        help_text="The report or system that states it, with page or date",
        error_messages={"required": "Enter the source of the value"},
    )

    def __init__(self, *args: Any, measure: Measure, today: datetime.date, **kwargs: Any) -> None:
        self.measure, self.today = measure, today
        super().__init__(*args, **kwargs)
        if measure.unit not in PER:
            for name in ("numerator", "denominator", "keep_value"):
                del self.fields[name]
            self.fields["value"].required = True
        cast(ValueField, self.fields["value"]).suffix = "%" if measure.unit == Measure.Unit.PERCENT else ""
        self.fields["value"].label = f"Value ({measure.get_unit_display().lower()})"
        self.fields["value"].error_messages["required"] = "Enter the value"

    def layout_fields(self) -> list[Any]:
        """Keep numbers short."""
        shown = ["measured_on", Field.text("value", field_width=Fixed.TEN)]
        if self.measure.unit in PER:
            shown += [
                Field.text("numerator", field_width=Fixed.TEN),
                Field.text("denominator", field_width=Fixed.TEN),
                "keep_value",
            ]
        return [*shown, Field.text("source", field_width=Fluid.FULL)]

    def clean_measured_on(self) -> datetime.date:
        """Refuse a day that has not come yet."""
        measured_on: datetime.date = self.cleaned_data["measured_on"]
        if measured_on > self.today:
            raise forms.ValidationError("Enter a date that is today or in the past")
        return measured_on

    def clean(self) -> dict[str, Any]:
        """Hold the value against the two numbers behind it."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and self.measure.unit in PER:
            self._check_numbers()
        if self.measure.unit == Measure.Unit.PERCENT and (cleaned.get("value") or 0) > 100:
            self.add_error("value", "Enter a percentage between 0 and 100")
        return cleaned

    @property
    def record(self) -> dict[str, Any]:
        """The measurement, without the tick that was only about this form."""
        return {name: value for name, value in super().record.items() if name != "keep_value"}

    def _check_numbers(self) -> None:
        numerator, denominator = self.cleaned_data["numerator"], self.cleaned_data["denominator"]
        if (numerator is None) != (denominator is None):
            missing = "numerator" if numerator is None else "denominator"
            self.add_error(missing, "Enter both numbers, or neither")
        elif numerator is None:
            if self.cleaned_data["value"] is None:
                self.add_error("value", "Enter the value, or the two numbers that it comes from")
        elif self.measure.unit == Measure.Unit.PERCENT and numerator > denominator:
            self.add_error("numerator", f"Enter a number that is not larger than {denominator:,}")
        else:
            self._check_value(numerator, denominator)

    def _check_value(self, numerator: int, denominator: int) -> None:
        computed = value_of_fraction(self.measure.unit, numerator, denominator)
        stated = self.cleaned_data["value"]
        if computed is None:
            return
        if stated is None:
            self.cleaned_data["value"] = computed
        elif not agrees(stated, computed) and not self.cleaned_data.get("keep_value"):
            self.add_error(
                "value",
                f"{numerator:,} of {denominator:,} is {value_in_words(self.measure.unit, computed)}. "
                "Correct the value or the numbers, or keep the value as the source states it",
            )


class CorrectionForm(MeasurementForm):
    """A value that was recorded wrongly, as it should be, and why."""

    submit_label = "Save the correction"

    reason = forms.CharField(
        widget=forms.Textarea,
        label="Why is it corrected?",
        help_text="Shown beside the value, with what it was before",
        error_messages={"required": "Enter why the value is corrected"},
    )

    def __init__(self, *args: Any, editing: Measurement, **kwargs: Any) -> None:
        kwargs["initial"] = initial_from(editing, "measured_on", "numerator", "denominator", "source") | {
            "value": f"{editing.value.normalize():f}",
            "keep_value": not editing.is_as_computed,
        }
        super().__init__(*args, measure=editing.measure, editing=editing, **kwargs)

    def layout_fields(self) -> list[Any]:
        """Ask for the reason last."""
        return [*super().layout_fields(), Field.textarea("reason", rows=3)]

    @property
    def changes(self) -> dict[str, Any]:
        """The measurement as it should be."""
        return {name: value for name, value in self.record.items() if name != "reason"}
