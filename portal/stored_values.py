"""Values of fields as the history keeps them, in words."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.db.models import BooleanField, DateField, DateTimeField, Field, ForeignKey, Model
from django.utils.dateparse import parse_date, parse_datetime

from portal.wording import day, moment

YES_OR_NO = {"True": "Yes", "False": "No"}


def stored_value(field: Field | None, value: Any, names: Mapping[tuple[type[Model], str], str]) -> str:
    """Say a field's value in words; `names` are those of related records, by model and key."""
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
    choices = dict(getattr(field, "flatchoices", None) or [])
    return str(choices.get(value, value))


def _utc(value: str) -> datetime.datetime | None:
    """Read a moment as the log keeps it: in UTC, without saying so."""
    read = parse_datetime(value)
    return read.replace(tzinfo=datetime.UTC) if read and read.tzinfo is None else read
