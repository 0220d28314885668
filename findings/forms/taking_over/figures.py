"""The figures of a document, to be recorded as values of measures."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q

from findings.forms.measures import MeasurementForm
from findings.forms.selects import SharedSelect
from findings.forms.taking_over.figure_rows import FigureRow, figure_row, marked, plain
from findings.forms.taking_over.rows import Part
from findings.models import Measure, Measurement
from findings.presenters.figures import offered_figures
from findings.presenters.measures import value_in_words
from findings.services.measures import NewValue, is_same
from findings.services.taking_over import NewFigure
from portal.fields import DateField
from portal.wording import day

VALUE_FIELDS = ("measured_on", "value", "numerator", "denominator", "source")
SHORT = {"class": "govuk-input--width-10", "inputmode": "decimal"}
OR_KEEP = ", or keep the value as the source states it"
NEITHER_MEASURE = "Choose a measure, or enter the name of a new one"
BOTH_MEASURES = "Choose a measure or enter the name of a new one, not both"


class WrittenDate(DateField):
    """A date that is checked by the form of a value, once its row is ticked."""

    def clean(self, value: Any) -> Any:
        """Return the parts as they were entered."""
        return value


class FigurePart(Part):
    """Figures; each becomes a value of a measure that is there, or of a new one."""

    title, heading_id = "Figures", "figures"

    @property
    def introduction(self) -> str:
        """What to tick, and what to check."""
        return "Tick what the council follows from year to year. Each becomes a value of a measure, with its date."

    def read(self) -> list[FigureRow]:
        """The figures in the document's order, those recorded already marked."""
        rows = [
            figure_row(
                number,
                said,
                source=self.source_of(said.get("source_ref") or ""),
                measures=self.known.measures,
            )
            for number, said in offered_figures(self.data)
        ]
        days = {row.measured_on for row in rows if row.measured_on}
        alike = Measurement.objects.filter(measure__in=list(self.known.measures))
        there = alike.filter(Q(measured_on__in=days) | Q(source__in={row.source for row in rows}))
        values = list(there.select_related("measure"))
        return list(marked(rows, values, added_at=self.document.added_at))

    def fields(self, row: FigureRow) -> dict[str, forms.Field]:
        """The measure, old or new, and what a value needs."""
        measures = [(key, measure.name) for key, measure in self.known.measures.items()]
        fields: dict[str, forms.Field] = {
            "measure": forms.ChoiceField(
                label="Measure",
                choices=[("", "Choose a measure"), *measures],
                required=False,
                initial=row.measure,
                widget=SharedSelect(attrs={"class": "govuk-!-width-full"}),
                error_messages={"invalid_choice": "Choose a measure of the register"},
            ),
            "name": forms.CharField(
                label="Or the name of a new measure",
                max_length=200,
                required=False,
                error_messages={"max_length": "Name must be 200 characters or fewer"},
            ),
            "unit": forms.ChoiceField(
                label="Unit of the new measure",
                choices=Measure.Unit.choices,
                required=False,
                initial=row.unit,
                widget=SharedSelect,
            ),
            "measured_on": WrittenDate(label="Date of the value", required=False, initial=row.parts),
            "value": forms.CharField(
                label="Value", required=False, initial=plain(row.value), widget=forms.TextInput(attrs=SHORT)
            ),
        }
        fields |= _fraction_fields(row) if row.is_share else {}
        fields["source"] = forms.CharField(label="Source", required=False, initial=row.source)
        return {row.named(name): field for name, field in fields.items()}

    def check(self, form: forms.BaseForm, ticked: Sequence[FigureRow]) -> None:
        """Hold each figure to the rules of a value, and against what is there and what is ticked beside it."""
        self._values: dict[str, NewFigure] = {}
        units: dict[str, str] = {}
        for row in ticked:
            measure = self._measure(form, row, units)
            if measure is None:
                continue
            details = self._details(form, row, measure)
            if details is not None:
                self._values[row.prefix] = NewFigure(measure=measure, **details)
        self._compare(form, ticked)

    def _measure(self, form: forms.BaseForm, row: FigureRow, units: dict[str, str]) -> Measure | None:
        """The measure that was chosen, or a new one; None where neither can be."""
        key, name, unit = (form.cleaned_data.get(row.named(field)) for field in ("measure", "name", "unit"))
        if {row.named("measure"), row.named("name"), row.named("unit")} & form.errors.keys():
            return None
        if bool(key) == bool(name):
            form.add_error(row.named("name" if key else "measure"), BOTH_MEASURES if key else NEITHER_MEASURE)
            return None
        if key:
            return self.known.measures[str(key)]
        if not unit:
            form.add_error(row.named("unit"), "Choose the unit of the measure")
        elif str(name).lower() in {measure.name.lower() for measure in self.known.measures.values()}:
            form.add_error(
                row.named("name"), "There is already a measure with this name. Choose it from the list"
            )
        elif units.setdefault(str(name).lower(), unit) != unit:
            form.add_error(
                row.named("unit"), "Another new measure with this name has another unit. Give both the same"
            )
        else:
            return Measure(name=str(name), unit=unit)
        return None

    def _details(self, form: forms.BaseForm, row: FigureRow, measure: Measure) -> dict[str, Any] | None:
        """The value by the rules of its own page; None where something is wrong, which stands beside its field."""
        if row.is_share != (measure.unit == Measure.Unit.PERCENT) and measure.unit != Measure.Unit.RATE:
            given, kept = ("a percentage", "no percentages") if row.is_share else ("a number", "percentages")
            name = "measure" if measure.pk else "unit"
            form.add_error(
                row.named(name), f"The document gives {given}, and this measure has {kept}. Choose another"
            )
            return None
        values = form.cleaned_data
        day_parts = values.get(row.named("measured_on")) or ("", "", "")
        sent = {f"measured_on_{part}": text for part, text in enumerate(day_parts)}
        sent |= {name: values.get(row.named(name), "") for name in VALUE_FIELDS[1:]}
        sent["keep_value"] = self._is_as_written(row, sent)
        checked = MeasurementForm(sent, measure=measure, today=self.known.today)
        for name, errors in checked.errors.as_data().items():
            beside = row.named(name if row.named(name) in form.fields else "value")
            for error in errors:
                form.add_error(beside, _without_keeping(error))
        return None if checked.errors else checked.record

    def _is_as_written(self, row: FigureRow, sent: Mapping[str, Any]) -> bool:
        """Whether value and numbers are those of the document, which are kept even where they disagree."""
        return row.is_share and [sent["value"], sent["numerator"], sent["denominator"]] == [
            plain(row.value),
            str(row.numerator or ""),
            str(row.denominator or ""),
        ]

    def _compare(self, form: forms.BaseForm, ticked: Sequence[FigureRow]) -> None:
        """Refuse another value of a day; take out those that are there, and those ticked twice."""
        rows = [row for row in ticked if row.prefix in self._values]
        days = {self._values[row.prefix].measured_on for row in rows}
        measures = {self._values[row.prefix].measure.pk for row in rows} - {None}
        there = Measurement.objects.filter(measure__in=measures, measured_on__in=days)
        known = {(row.measure_id, row.measured_on): row for row in there}
        seen: dict[tuple[Any, datetime.date], NewFigure] = {}
        for row in rows:
            figure = self._values[row.prefix]
            measure, on = figure.measure, figure.measured_on
            before = known.get((measure.pk or 0, on))
            twin = seen.setdefault((measure.pk or measure.name.lower(), on), figure)
            if before and not is_same(before, _as_value(figure)):
                words = value_in_words(measure.unit, before.value)
                message = f"{day(on)} has the value {words} already. Correct that one on its page"
                form.add_error(row.named("value"), message)
            elif twin is not figure and not _is_twin(twin, figure):
                message = "Another figure that you ticked is of the same measure and day. Keep one of them"
                form.add_error(row.named("value"), message)
            if before or twin is not figure:
                del self._values[row.prefix]

    def chosen(self, form: forms.BaseForm, ticked: Sequence[FigureRow]) -> list[NewFigure]:
        """The values to record, in the document's order."""
        return list(self._values.values())


def _fraction_fields(row: FigureRow) -> dict[str, forms.Field]:
    """The numbers behind a percentage."""
    numbers = (
        ("numerator", "How many (optional)", row.numerator),
        ("denominator", "Out of how many (optional)", row.denominator),
    )
    return {
        name: forms.CharField(
            label=label, required=False, initial=number, widget=forms.TextInput(attrs=SHORT)
        )
        for name, label, number in numbers
    }


def _without_keeping(error: ValidationError) -> ValidationError:
    """An error as this page says it, where the document's value is kept without asking."""
    if OR_KEEP not in str(error.message):
        return error
    return ValidationError(str(error.message).removesuffix(OR_KEEP))


def _as_value(figure: NewFigure) -> NewValue:
    return NewValue(
        measure=figure.measure.pk,
        measured_on=figure.measured_on,
        value=figure.value,
        source=figure.source,
        numerator=figure.numerator,
        denominator=figure.denominator,
    )


def _is_twin(one: NewFigure, other: NewFigure) -> bool:
    return (one.value, one.numerator, one.denominator) == (other.value, other.numerator, other.denominator)
