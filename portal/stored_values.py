"""Values of fields as the history keeps them, in words."""

import datetime
from collections.abc import Collection, Mapping
from typing import Any

from django.db.models import BooleanField, CharField, DateField, DateTimeField, Field, ForeignKey
from django.utils.dateparse import parse_date, parse_datetime

from portal.wording import day, moment

YES_OR_NO = {"True": "Yes", "False": "No"}


class NamedCodeField(CharField):
    """A code whose name is kept elsewhere, where people change it; a field says how its codes are named."""

    def names_of(self, codes: Collection[str]) -> Mapping[str, str]:
        """Return the names of codes, read at once."""
        raise NotImplementedError


def stored_value(field: Field | None, value: Any, names: Mapping[tuple[type, str], str]) -> str:
    """Say a field's value in words; `names` are those of related records, by model and key, and of a field's codes."""
    if value in (None, "None", ""):
        return ""
    if isinstance(field, ForeignKey):
        return names.get((field.related_model, str(value)), str(value))
    if isinstance(field, DateTimeField):
        return moment(_utc(str(value))) or str(value)
    if isinstance(field, DateField):
        return day(parse_date(str(value))) or str(value)
    if isinstance(field, BooleanField):
        return YES_OR_NO[str(value)]
    if (type(field), str(value)) in names:
        return names[type(field), str(value)]
    choices = dict(getattr(field, "flatchoices", None) or [])
    return str(choices.get(value, value))


def _utc(value: str) -> datetime.datetime | None:
    """Read a moment as the log keeps it: in UTC, without saying so."""
    read = parse_datetime(value)
    return read.replace(tzinfo=datetime.UTC) if read and read.tzinfo is None else read
