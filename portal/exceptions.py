"""Refusals that services raise and views put into words."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db import models


class Refused(Exception):
    """A change that the rules do not allow; the message says why in plain English.

    `fields` are those that the refusal is about: a form shows it beside the first of them that it has.
    """

    def __init__(self, message: str, *, fields: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.fields = tuple(fields)


class RecordGone(Refused):
    """Somebody else removed the record after the page was opened."""

    def __init__(self) -> None:
        super().__init__("This was already removed")


class StaleRecord(Refused):
    """Somebody else changed the record after the form was opened."""

    def __init__(self, record: models.Model) -> None:
        super().__init__(f"{record} was changed by somebody else while you were editing it")
        self.record = record


def refusal_of(check: Callable[..., None], *args: Any, **kwargs: Any) -> str:
    """Return why a service's rule refuses, or nothing if it does not."""
    try:
        check(*args, **kwargs)
    except Refused as refusal:
        return str(refusal)
    return ""
