"""Agreeing actions about several areas of a review: which areas, and what will be done about each."""

import datetime
from collections.abc import Iterator, Sequence
from typing import Any, cast

from crispy_forms_gds.choices import Choice
from crispy_forms_gds.layout import Field, Fieldset, Size
from django import forms
from django.db.models import QuerySet
from django.utils.text import Truncator

from actions.forms.fields import long_text
from actions.forms.folded import Folded
from actions.forms.measured import baseline_field, measure_field, settle_baseline, target_field
from actions.forms.terms import Choices, TermsForm, check_dates
from findings.models import Finding
from portal.fields import instruct
from portal.forms import DateField, PortalForm
from portal.wording import count

ONE, EACH = "one", "each"
ASKED, MEASURED = ("title", "success_measure"), ("measure", "baseline", "target")
MOST_WORDS = 60


class AreasForm(PortalForm):
    """Areas of a review, and whether one action is about all of them or each gets its own."""

    submit_label = "Continue"

    areas = forms.ModelMultipleChoiceField(
        Finding.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        label="Which areas for consideration?",
        error_messages={
            "required": "Select the areas that something will be done about",
            "invalid_choice": "Select areas of this review",
        },
    )
    how = forms.ChoiceField(
        choices=[(ONE, "One action about all of them"), (EACH, "An action for each of them")],
        widget=forms.RadioSelect,
        label="What do you want to agree?",
        error_messages={"required": "Select whether you agree one action or several"},
    )

    def __init__(self, *args: Any, areas: QuerySet[Finding], shown: Sequence[Finding], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer(areas=areas)
        cast(forms.ModelMultipleChoiceField, self.fields["areas"]).choices = [_choice(row) for row in shown]

    def layout_fields(self) -> list[Any]:
        """Keep the boxes close together."""
        return [Field.checkboxes("areas", small=True), "how"]


class SeveralForm(TermsForm):
    """What will be done about each of several areas; people and dates are the same for all."""

    submit_label = "Agree these actions"

    due_on = DateField(label="Due date", missing="Enter the date the actions are due")

    def __init__(
        self, *args: Any, areas: Sequence[Finding], on: datetime.date, choices: Choices, **kwargs: Any
    ) -> None:
        self.areas = areas
        self.on = on
        self.measures = list(choices.measures)
        super().__init__(*args, choices=choices, **kwargs)

    def layout_fields(self) -> list[Any]:
        """Ask about each area under its reference, then once for people and dates; measures stay folded."""
        shared = list(self.base_fields)
        parts = []
        for area in self.areas:
            for name, field in self._fields_of(area):
                instruct(field, name)
                self.fields[name] = field
            asked, measured = _names_of(area, ASKED), _names_of(area, MEASURED)
            fold = Folded(*measured, summary="Link a measure (optional)", opens=measured)
            parts.append(Fieldset(*asked, fold, legend=str(area), legend_size=Size.MEDIUM))
        return [*parts, Fieldset(*shared, legend="For all of these actions", legend_size=Size.MEDIUM)]

    def clean(self) -> dict[str, Any]:
        """Check the dates, which all of the actions have, and the measure of each."""
        super().clean()
        check_dates(self, on=self.on)
        for area in self.areas:
            settle_baseline(self, about=f"_{area.pk}")
        return self.cleaned_data

    @property
    def record(self) -> dict[str, Any]:
        """What is shared, and as `agreed` what will be done about each area."""
        values = super().record
        agreed = [
            {"findings": [area], **{name: values.pop(f"{name}_{area.pk}") for name in (*ASKED, *MEASURED)}}
            for area in self.areas
        ]
        return {**values, "agreed": agreed}

    def _fields_of(self, area: Finding) -> Iterator[tuple[str, forms.Field]]:
        fields = (*_asked_of(area), measure_field(self.measures), baseline_field(), target_field())
        yield from zip(_names_of(area, (*ASKED, *MEASURED)), fields, strict=True)


def _names_of(area: Finding, names: Sequence[str]) -> list[str]:
    return [f"{name}_{area.pk}" for name in names]


def _choice(area: Finding) -> Choice:
    had = count(area.action_count, "action") if area.action_count else "No action yet"  # type: ignore[attr-defined]  # annotated
    answer = area.get_response_display() if area.response else "No response yet"
    return Choice(str(area.pk), f"{area.reference}: {area.text}", hint=f"{had}. {answer}")


def _asked_of(area: Finding) -> tuple[forms.Field, forms.Field]:
    title = forms.CharField(
        label="What will be done",
        max_length=500,
        help_text=Truncator(area.text).words(MOST_WORDS),
        error_messages={"required": f"Enter what will be done about {area}"},
    )
    success = long_text(
        "How you will know that it has worked",
        f"Enter how you will know that {area} has been dealt with",
        rows=3,
    )
    return title, success
