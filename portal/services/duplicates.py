"""A second record with a value that may come once: refused by the database, explained by its constraint."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import F, Func, Model, UniqueConstraint

from portal.exceptions import Refused


@contextmanager
def refusing_duplicates(record: Model) -> Iterator[None]:
    """Save a record inside; raises Refused with a unique constraint's message where the database refuses.

    Asking beforehand would not do: somebody else can save the same between the question and the answer.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError:
        for constraint in record._meta.constraints:
            if isinstance(constraint, UniqueConstraint):
                _require_unique(record, constraint)
        raise


def _require_unique(record: Model, constraint: UniqueConstraint) -> None:
    try:
        constraint.validate(type(record), record)
    except ValidationError as error:
        raise Refused(error.messages[0], fields=_fields_of(constraint)) from error


def _fields_of(constraint: UniqueConstraint) -> list[str]:
    parts: Iterator[Any] = Func(*constraint.expressions).flatten()
    named = [part.name for part in parts if isinstance(part, F)]  # type: ignore[attr-defined]  # not in the stubs
    conditional = sorted(constraint.condition.referenced_base_fields) if constraint.condition else []
    return [*constraint.fields, *named, *conditional]
