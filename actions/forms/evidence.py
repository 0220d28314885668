"""Adding evidence, by itself or with an update, and later versions of its file."""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any, cast

from django import forms
from django.db.models import QuerySet

from actions.forms.fields import long_text
from actions.forms.files import AsksForFileAgain, EvidenceFileField
from actions.models import Evidence
from actions.services.evidence import check_dated
from findings.models import Measurement
from findings.presenters.measures import words_for
from findings.rules.small_counts import SmallCounts
from portal.exceptions import refusal_of
from portal.forms import DateField, PortalForm
from portal.wording import day


class MeasurementField(forms.ModelChoiceField):
    """One value of a measure; a small count is shown to those who may see it."""

    hiding: SmallCounts

    def label_from_instance(self, obj: Measurement) -> str:
        return f"{day(obj.measured_on)}: {words_for(obj.measure, obj, self.hiding)}"


class EvidenceForm(AsksForFileAgain, PortalForm):
    """What shows that the action was delivered or made a difference."""

    submit_label = "Add evidence"

    kind = forms.ChoiceField(
        label="What kind of evidence is it?",
        widget=forms.RadioSelect,
        error_messages={"required": "Select the kind of evidence"},
    )
    file = EvidenceFileField(label="File to upload", required=False)
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
    shows = long_text("What does it show?", "Enter what the evidence shows")
    dated_on = DateField(
        label="Date of the evidence",
        help_text="When it was written, seen or counted. A measurement has the date of its value",
        required=False,
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
        self.offer(measurement=measurements)
        if not measurements:
            del self.fields["measurement"]
            self.helper.layout.fields.remove("measurement")
        else:
            self.fields["measurement"].label = f"Measurement of “{measurements[0].measure}”"
        cast(forms.ChoiceField, self.fields["kind"]).choices = kinds_for(has_measurements=bool(measurements))

    def clean(self) -> dict[str, Any]:
        """Ask for the file, the link or the measurement where the kind needs it."""
        if self.cleaned_data.get("kind") != Evidence.Kind.MEASUREMENT:
            self.cleaned_data["measurement"] = None
        date_of_value(self.cleaned_data, untouched=None)
        for field, message in faults_of(self.cleaned_data, on=self.on):
            if field not in self.errors:
                self.add_error(field, message)
        return self.cleaned_data


class VersionForm(AsksForFileAgain, PortalForm):
    """A later version of a file; the earlier ones stay."""

    submit_label = "Add version"

    file = EvidenceFileField(label="Changed file", error_messages={"required": "Choose the changed file"})
    what_changed = long_text("What has changed?", "Enter what has changed since the last version", rows=3)


def kinds_for(*, has_measurements: bool) -> list[tuple[str, str]]:
    """Return the kinds of evidence that can be chosen; measurements only where the action's measure has some."""
    return [
        (kind, label)
        for kind, label in Evidence.Kind.choices
        if has_measurements or kind != Evidence.Kind.MEASUREMENT
    ]


def date_of_value(values: dict[str, Any], *, untouched: datetime.date | None) -> None:
    """Give evidence that is a measurement the date of its value, where somebody left the date as it was."""
    if values.get("measurement") and values.get("dated_on") == untouched:
        values["dated_on"] = values["measurement"].measured_on


def faults_of(values: Mapping[str, Any], *, on: datetime.date) -> Iterator[tuple[str, str]]:
    """Name each field of evidence that is missing for its kind, or wrong, with what to do."""
    kind, dated_on = values.get("kind"), values.get("dated_on")
    rests_on = values.get("measurement") if kind == Evidence.Kind.MEASUREMENT else None
    if dated_on and (refusal := refusal_of(check_dated, dated_on, on=on, measurement=rests_on)):
        yield "dated_on", refusal
    if not dated_on and not (kind == Evidence.Kind.MEASUREMENT and not rests_on):
        yield "dated_on", "Enter the date of the evidence"
    if kind == Evidence.Kind.FILE and not values.get("file"):
        yield "file", "Choose the file"
    if kind == Evidence.Kind.LINK and not values.get("link"):
        yield "link", "Enter the address of the document or page"
    if kind == Evidence.Kind.MEASUREMENT and not values.get("measurement"):
        yield "measurement", "Select the measurement"
