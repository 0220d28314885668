"""Evidence that is attached to an update: in the same form, sent once."""

import datetime
from collections.abc import Mapping
from copy import deepcopy
from typing import Any, cast

from django import forms
from django.db.models import QuerySet

from actions.forms.evidence import EvidenceForm, MeasurementField, date_of_value, faults_of, kinds_for
from actions.forms.folded import Folded
from actions.models import Evidence
from findings.models import Measurement
from findings.rules.small_counts import SmallCounts
from portal.fields import instruct

PREFIX = "evidence_"
NAMES = ("file", "link", "kind", "measurement", "shows", "dated_on")
BY_ITSELF = ("file", "link", "kind", "measurement", "shows")
"""What somebody fills in who attaches evidence; the date is there from the start."""
NOTE = "Do not name any child or family member, and leave out details by which one could be recognised."
ASK = {
    "kind": "Select the kind of evidence",
    "shows": "Enter what the evidence shows",
    "dated_on": "Enter the date of the evidence",
}


def attached_fields(
    measurements: QuerySet[Measurement], hiding: SmallCounts, *, on: datetime.date
) -> dict[str, forms.Field]:
    """Return the fields of evidence, none of them needed."""
    fields = {name: deepcopy(EvidenceForm.base_fields[name]) for name in NAMES}
    for field in fields.values():
        field.required = False
    kinds = kinds_for(has_measurements=bool(measurements))
    fields["kind"] = forms.ChoiceField(
        label="Kind of evidence", choices=[("", "File or address"), *kinds], required=False
    )
    fields["link"].help_text = "If it is a document or page elsewhere. It begins with https://"
    fields["dated_on"].initial = on
    measurement = cast(MeasurementField, fields["measurement"])
    measurement.hiding = hiding
    measurement.queryset = measurements
    if not measurements:
        del fields["measurement"]
    for name, field in fields.items():
        instruct(field, name)
    return {f"{PREFIX}{name}": field for name, field in fields.items()}


def folded(names: list[str]) -> Folded:
    """Return the fields as they are laid out: folded until somebody attaches something."""
    opens = [name for name in names if name != f"{PREFIX}dated_on"]
    return Folded(*names, summary="Attach evidence (optional)", note=NOTE, opens=opens)


def attached_in(cleaned: Mapping[str, Any], *, on: datetime.date) -> dict[str, Any] | None:
    """Return what was attached, by the names of the service; None where nothing was."""
    values = {name: cleaned.get(f"{PREFIX}{name}") for name in NAMES}
    if not any(values[name] for name in BY_ITSELF):
        return None
    if not values["kind"] and (values["file"] or values["link"]):
        values["kind"] = Evidence.Kind.FILE if values["file"] else Evidence.Kind.LINK
    if values["kind"] != Evidence.Kind.MEASUREMENT:
        values["measurement"] = None
    date_of_value(values, untouched=on)
    return values


def explain_faults(form: forms.BaseForm, values: Mapping[str, Any], *, on: datetime.date) -> None:
    """Say beside each field what is missing of the evidence that somebody began to attach."""
    faults = {name: words for name, words in ASK.items() if not values[name]} | dict(faults_of(values, on=on))
    if any(f"{PREFIX}{name}" in form.errors for name in ("file", "link")):
        faults.pop("kind", None)  # the file or the address, put right, says what kind it is
    for name, message in faults.items():
        if f"{PREFIX}{name}" not in form.errors:
            form.add_error(f"{PREFIX}{name}", message)
