"""Adding the values of many measures from a spreadsheet."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.conf import settings
from django.core import signing

from findings.forms.measures import MeasurementForm
from findings.measure_sheets.cells import MOST_ROWS, UnreadableSheet, read_sheet
from findings.measure_sheets.values import ValueRow, not_in_use, repeats, value_rows
from findings.models import Measure, Measurement
from findings.presenters.measures import value_in_words
from findings.rules.small_counts import SmallCounts
from findings.services.measures import NewValue, is_same
from portal.forms import PortalForm
from portal.wording import count, day

SALT = "findings.measure_upload"
LONGEST_WAIT = datetime.timedelta(hours=8)
Known = Mapping[tuple[int, datetime.date], Measurement]


@dataclass(frozen=True)
class Fault:
    """What is wrong with a cell."""

    place: str
    message: str


class UploadedValueForm(MeasurementForm):
    """A value as a row of a spreadsheet states it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("keep_value", None)


class MeasureUploadForm(PortalForm):
    """A spreadsheet of values; every cell is checked while the form is, and nothing is saved."""

    submit_label = "Check the file"

    sheet = forms.FileField(
        label="Upload a file",
        allow_empty_file=True,
        help_text=f".xlsx or .csv, up to {MOST_ROWS:,} rows",
        error_messages={"required": "Select a .xlsx or .csv file"},
    )

    def __init__(
        self,
        *args: Any,
        measures: Mapping[str, Measure],
        today: datetime.date,
        hiding: SmallCounts,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.measures, self.today, self.hiding = measures, today, hiding
        self.faults: list[Fault] = []
        self.values: list[NewValue] = []
        self.there_already = 0

    def clean_sheet(self) -> Any:
        """Read every row; the first fault of the file as a whole is said beside the field."""
        file = self.cleaned_data["sheet"]
        if file.size > settings.DOCUMENT_MAX_BYTES:
            raise forms.ValidationError(
                f"“{file.name}” is too large. Upload a file of up to {settings.DOCUMENT_MAX_BYTES // 1024**2} MB"
            )
        try:
            rows = list(value_rows(file.name, read_sheet(file.name, file.read()), self.measures))
        except UnreadableSheet as error:
            raise forms.ValidationError(str(error)) from error
        if not rows:
            raise forms.ValidationError(f"“{file.name}” has headings only. Enter values below them")
        known = _known(rows)
        for row in rows:
            self._take(row, known)
        if self.faults:
            cells = count(len(self.faults), "cell")
            raise forms.ValidationError(
                f"Correct {cells} of “{file.name}”, then upload it again. Nothing was saved"
            )
        return file

    def _take(self, row: ValueRow, known: Known) -> None:
        """Hold a row against the rules of the page on which a value is entered, and against what is there."""
        if not row.faults and row.measure and row.measured_on:
            there = known.get((row.measure.pk, row.measured_on))
            if there and repeats(row, there, hiding=self.hiding):
                self.there_already += 1
            elif not row.measure.is_active:
                row.fault("measure", not_in_use(row.measure.name))
            else:
                self._hold(row, row.measure, there)
        self.faults += [Fault(place, message) for place, message in row.faults]

    def _hold(self, row: ValueRow, measure: Measure, there: Measurement | None) -> None:
        value = self._value(row, measure)
        if value and there is None:
            self.values.append(value)
        elif value and there and is_same(there, value):
            self.there_already += 1
        elif value and there:
            words = value_in_words(measure.unit, there.value)
            row.fault(
                "value",
                f"{day(there.measured_on)} has the value {words} already. Correct that one on its page",
            )

    def _value(self, row: ValueRow, measure: Measure) -> NewValue | None:
        on = row.measured_on or self.today
        data = {f"measured_on_{part}": str(number) for part, number in enumerate((on.day, on.month, on.year))}
        data |= {name: row.text(name).replace(",", "") for name in ("numerator", "denominator")}
        data |= {
            "value": row.text("value").rstrip("%").replace(",", "").strip(),
            "source": row.text("source"),
        }
        form = UploadedValueForm(data, measure=measure, today=self.today)
        for name, messages in form.errors.items():
            for message in messages:
                row.fault(name, str(message).removesuffix(", or keep the value as the source states it"))
        return None if form.errors else NewValue(measure=measure.pk, **form.record)


class MeasureUploadConfirmForm(PortalForm):
    """The values that were checked, sealed so that what is saved is what was shown."""

    submit_label = "Add these values"

    values_sealed = forms.CharField(widget=forms.HiddenInput)

    def clean_values_sealed(self) -> list[NewValue]:
        """Open the seal; what comes from elsewhere, or late, must be checked again."""
        try:
            rows = signing.loads(self.cleaned_data["values_sealed"], salt=SALT, max_age=LONGEST_WAIT)
        except signing.BadSignature as error:
            raise forms.ValidationError("Upload the file again: it was checked too long ago") from error
        return [
            NewValue(
                measure=measure,
                measured_on=datetime.date.fromisoformat(measured_on),
                value=Decimal(value),
                numerator=numerator,
                denominator=denominator,
                source=source,
            )
            for measure, measured_on, value, numerator, denominator, source in rows
        ]


def sealed(values: list[NewValue]) -> str:
    """Return checked values as text that only this portal can write."""
    rows = [
        [row.measure, row.measured_on.isoformat(), str(row.value), row.numerator, row.denominator, row.source]
        for row in values
    ]
    return signing.dumps(rows, salt=SALT, compress=True)


def _known(rows: list[ValueRow]) -> dict[tuple[int, datetime.date], Measurement]:
    """The values that the measures of these rows have already."""
    measures = {row.measure.pk for row in rows if row.measure}
    return {
        (there.measure_id, there.measured_on): there
        for there in Measurement.objects.filter(measure__in=measures).select_related("measure")
    }
