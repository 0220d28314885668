"""Form fields of the design system that Django does not have."""

import calendar
import datetime
from collections.abc import Sequence
from typing import Any, ClassVar

from crispy_forms_gds.fields import DateInputField
from crispy_forms_gds.widgets import DateInputWidget
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.forms.utils import pretty_name

from portal.numbers import number_of

DAY, MONTH, YEAR = range(3)
PART_NAMES = ("day", "month", "year")
FIRST_YEAR, LAST_YEAR = 1900, 2100
LARGEST_NUMBER = 1_000_000_000
"""Well above all that councils count, and within what the database's columns hold."""
LONGEST_TEXT = 20_000
"""Characters: some seven pages."""


class DateError(ValidationError):
    """A fault of a date that knows which of day, month and year are wrong."""

    def __init__(self, message: str, *, code: str, parts: Sequence[int]) -> None:
        super().__init__(message, code=code)
        self.parts = tuple(parts)


class DateInput(DateInputWidget):
    """Day, month and year in three inputs that bring up a keypad of numbers."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs)
        for part in self.widgets:
            part.attrs |= {"inputmode": "numeric", "autocomplete": "off"}


class DateField(DateInputField):
    """A date in day, month and year; says which part is wrong and what to enter instead."""

    widget: ClassVar = DateInput

    def __init__(self, *, missing: str = "Enter a date", **kwargs: Any) -> None:
        kwargs.setdefault("require_all_fields", False)
        super().__init__(**kwargs)
        self.error_messages["required"] = missing

    def clean(self, value: Any) -> datetime.date | None:
        """Return the date, or None where none was entered and none is needed.

        Raises DateError naming the parts that are wrong.
        """
        parts = [str(part or "").strip() for part in (value or ("", "", ""))]
        if self.disabled and isinstance(value, datetime.date):
            return value
        if not any(parts):
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        absent = [part for part in (DAY, MONTH, YEAR) if not parts[part]]
        if absent:
            names = " and ".join(PART_NAMES[part] for part in absent)
            raise DateError(f"{self.subject} must include a {names}", code="incomplete", parts=absent)
        return self._read(parts)

    @property
    def subject(self) -> str:
        """What the messages call the date: its label, unless that is a question."""
        label = str(self.label or "").removesuffix("(optional)").strip()
        return label if label and not label.endswith("?") else "Date"

    def _read(self, parts: list[str]) -> datetime.date:
        day, month, year = number_of(parts[DAY]) or 0, _month(parts[MONTH]), number_of(parts[YEAR]) or 0
        days = calendar.monthrange(max(year, 1), month)[1] if 1 <= month <= 12 and year <= 9999 else 31
        wrong = [
            part
            for part, is_right in ((DAY, 1 <= day <= days), (MONTH, 1 <= month <= 12), (YEAR, year > 0))
            if not is_right
        ]
        if wrong:
            raise DateError(f"{self.subject} must be a real date", code="invalid", parts=wrong)
        if len(str(year)) != 4:
            raise DateError(f"{self.subject} must have a year of 4 numbers", code="invalid", parts=[YEAR])
        if not FIRST_YEAR <= year <= LAST_YEAR:
            message = f"{self.subject} must be between {FIRST_YEAR} and {LAST_YEAR}"
            raise DateError(message, code="out_of_range", parts=[YEAR])
        date = datetime.date(year, month, day)
        self.run_validators(date)
        return date


class WholeNumberField(forms.IntegerField):
    """A whole number that fits the database's columns, typed on a keypad of numbers."""

    def __init__(self, *, min_value: int = 0, max_value: int = LARGEST_NUMBER, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "numeric"}))
        super().__init__(min_value=min_value, max_value=max_value, **kwargs)


class UnitMixin(forms.Field):
    """A number whose unit stands behind its box, and may be typed behind the number too."""

    suffix = ""

    def to_python(self, value: Any) -> Any:
        """Read the number without its unit."""
        if self.suffix and isinstance(value, str):
            value = value.strip().removesuffix(self.suffix).rstrip()
        return super().to_python(value)


class PercentField(UnitMixin, forms.IntegerField):
    """A whole number of per cent, from 0 to 100."""

    suffix = "%"

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"inputmode": "numeric", "class": "govuk-input--width-3", "autocomplete": "off"}
        super().__init__(min_value=0, max_value=100, widget=forms.TextInput(attrs=attrs), **kwargs)


class ValueField(UnitMixin, forms.DecimalField):
    """A number with decimals; who uses it sets its unit as `suffix`."""


class GroupedCheckboxes(forms.CheckboxSelectMultiple):
    """Very many boxes in groups that start folded; the field's choices come in groups."""


class SectionedCheckboxes(GroupedCheckboxes):
    """Boxes under headings, all in sight; the script adds a way to tick all under one heading."""


def _month(text: str) -> int:
    """Read a month as a number or as an English name, whole or in three letters."""
    name = text.rstrip(".").lower()
    for number in range(1, 13):
        if name in (calendar.month_name[number].lower(), calendar.month_abbr[number].lower()):
            return number
    return number_of(text) or 0


def instruct(field: forms.Field, name: str) -> None:
    """Put Django's own messages of a field into words that say what to do; messages that a form sets stay."""
    label = str(field.label or pretty_name(name)).removesuffix("(optional)").strip()
    is_question = label.endswith("?")
    what = "an answer" if is_question else f"the {label[:1].lower()}{label[1:]}"
    subject = "Your answer" if is_question else label
    verb = "Select" if isinstance(field, (forms.ChoiceField, forms.FileField)) else "Enter"
    messages = {"required": f"{verb} {what}", "invalid_choice": f"Select {what} from the list"}
    if isinstance(field, forms.BooleanField):
        messages["required"] = f"Tick “{label}”"
    if isinstance(field, forms.CharField):
        messages["max_length"] = f"{subject} must be %(limit_value)d characters or fewer"
    if isinstance(field, forms.EmailField):
        messages["invalid"] = "Enter an e-mail address in the correct format, like name@example.com"
    if isinstance(field, forms.IntegerField):
        whole = "" if isinstance(field, forms.DecimalField) else "whole "
        messages["invalid"] = f"{subject} must be a {whole}number"
        messages["min_value"] = f"{subject} must be %(limit_value)s or more"
        most = f"{field.max_value:,}" if isinstance(field.max_value, int) else "%(limit_value)s"
        messages["max_value"] = f"{subject} must be {most} or less"
    standard: dict[str, Any] = {}
    for kind in reversed(type(field).__mro__):
        standard |= vars(kind).get("default_error_messages", {})
    for key, message in messages.items():
        if field.error_messages.get(key) == standard.get(key):
            field.error_messages[key] = message


def limit_length(field: forms.Field) -> None:
    """Hold a text of several lines to a length that pages can show; one that its form sets stays."""
    if not isinstance(field, forms.CharField) or field.max_length is not None:
        return
    if isinstance(field.widget, forms.Textarea):
        field.error_messages["max_length"] = f"Shorten the text to {LONGEST_TEXT:,} characters or fewer"
        field.validators.append(MaxLengthValidator(LONGEST_TEXT))


class DayField(forms.DateField):
    """A date in one input, for filters: in the address it is one value; people may type it as they write it."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", ["%Y-%m-%d", "%d/%m/%Y", "%d %B %Y", "%d %b %Y"])
        kwargs.setdefault("help_text", "For example, 31/3/2026")
        kwargs.setdefault("widget", forms.TextInput(attrs={"autocomplete": "off"}))
        super().__init__(**kwargs)
        self.error_messages["invalid"] = "Enter a real date, for example 31/3/2026"

    def clean(self, value: Any) -> datetime.date | None:
        """Return the date, or None where none was entered; raises ValidationError for years out of reach."""
        date: datetime.date | None = super().clean(value)
        if date and not FIRST_YEAR <= date.year <= LAST_YEAR:
            raise ValidationError(f"Enter a date between {FIRST_YEAR} and {LAST_YEAR}", code="out_of_range")
        return date
