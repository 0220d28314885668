"""Adding evidence."""

import datetime
from typing import Any, cast

from django import forms
from django.db.models import QuerySet

from actions.forms.fields import long_text, refuse_beside
from actions.models import Evidence
from actions.services.progress import check_not_before
from findings.models import Measurement
from findings.presenters.measures import words_for
from findings.rules.small_counts import SmallCounts
from portal.forms import DateField, PortalForm
from portal.wording import day


class MeasurementField(forms.ModelChoiceField):
    """One value of a measure; a small count is shown to those who may see it."""

    hiding: SmallCounts

    def label_from_instance(self, obj: Measurement) -> str:
        return f"{day(obj.measured_on)}: {words_for(obj.measure, obj, self.hiding)}"


class EvidenceForm(PortalForm):
    """What shows that the action was delivered or made a difference."""

    submit_label = "Add evidence"

    kind = forms.ChoiceField(
        label="What kind of evidence is it?",
        widget=forms.RadioSelect,
        error_messages={"required": "Select the kind of evidence"},
    )
    shows = long_text("What does it show?", "Enter what the evidence shows")
    dated_on = DateField(
        label="Date of the evidence",
        missing="Enter the date of the evidence",
        help_text="When it was written, seen or counted",
    )
    link = forms.URLField(
        label="Address of the document or page",
        help_text="Needed for a document or page elsewhere. It begins with https://",
        required=False,
        max_length=500,
        assume_scheme="https",
        error_messages={"invalid": "Enter a full web address, like https://www.example.org/page"},
    )
    measurement = MeasurementField(
        label="Measurement",
        help_text="Needed for a measurement",
        queryset=Measurement.objects.none(),
        required=False,
        empty_label="None",
    )

    def __init__(
        self,
        *args: Any,
        measurements: QuerySet[Measurement],
        hiding: SmallCounts,
        on: datetime.date,
        **kwargs: Any,
    ) -> None:
        self.on = on
        super().__init__(*args, **kwargs)
        cast(MeasurementField, self.fields["measurement"]).hiding = hiding
        kinds = list(Evidence.Kind.choices)
        self.offer(measurement=measurements)
        if not measurements:
            kinds = [kind for kind in kinds if kind[0] != Evidence.Kind.MEASUREMENT]
            del self.fields["measurement"]
            self.helper.layout.fields.remove("measurement")
        else:
            self.fields["measurement"].label = f"Measurement of “{measurements[0].measure}”"
        choose_kinds = cast(forms.ChoiceField, self.fields["kind"])
        choose_kinds.choices = kinds

    def clean(self) -> dict[str, Any]:
        """Ask for the link or the measurement where the kind needs it, and leave the other out."""
        kind, dated_on = self.cleaned_data.get("kind"), self.cleaned_data.get("dated_on")
        if dated_on and dated_on > self.on:
            self.add_error("dated_on", "The date of the evidence must be today or in the past")
        if kind == Evidence.Kind.LINK and not self.cleaned_data.get("link") and "link" not in self.errors:
            self.add_error("link", "Enter the address of the document or page")
        if kind == Evidence.Kind.MEASUREMENT and not self.cleaned_data.get("measurement"):
            self.add_error("measurement", "Select the measurement")
        if kind != Evidence.Kind.MEASUREMENT:
            self.cleaned_data["measurement"] = None
        elif dated_on and (measurement := self.cleaned_data.get("measurement")):
            refuse_beside(self, "dated_on", check_not_before, measurement, dated_on)
        return self.cleaned_data
