"""Trying to make the parts of a page, so that a fault in one of them does not take the others with it."""

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError, connection, transaction

from portal.exceptions import Refused

Made = TypeVar("Made")
Instead = TypeVar("Instead")
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Part(Generic[Made, Instead]):
    """One part: its name for the log, how it is made, and what stands in its place where that raises."""

    name: str
    make: Callable[[], Made]
    instead: Instead


def attempt_each(parts: Iterable[Part[Made, Instead]]) -> list[Made | Instead]:
    """Return what is made of each part, or what stands in its place; the reason goes to the log.

    A refusal, and a database that is lost or locked, are no fault of a part: they come out as they are.

    Only for what reads: a fault of the database breaks off the transaction that is under way, which then goes on from
    the one savepoint before all of them.
    """
    with savepoint() as go_back:
        return [attempted(part, go_back) for part in parts]


def attempt(make: Callable[[], Made], instead: Instead, *, name: str) -> Made | Instead:
    """Return what is made, or what stands in its place where making it raises."""
    return attempt_each([Part(name, make, instead)])[0]


def attempted(part: Part[Made, Instead], go_back: Callable[[], object]) -> Made | Instead:
    """Return a part, or what stands in its place."""
    try:
        return part.make()
    except (PermissionDenied, Refused, InterfaceError):
        raise
    except Exception as reason:
        if isinstance(reason, OperationalError) and is_of_the_database(reason):
            raise
        log.exception("%s could not be written", part.name)
        go_back()
        return part.instead


def is_of_the_database(reason: OperationalError) -> bool:
    """Tell a database that is lost, locked or full from a question that it cannot make sense of.

    PostgreSQL has another error for the latter; SQLite has the same, and a code of its own.
    """
    return getattr(reason.__cause__, "sqlite_errorname", "") != "SQLITE_ERROR"


@contextmanager
def savepoint() -> Iterator[Callable[[], object]]:
    """Give what leads back to here after a fault of the database; outside a transaction there is no need to."""
    if not connection.in_atomic_block:
        yield lambda: None
        return
    here = transaction.savepoint()
    yield partial(transaction.savepoint_rollback, here)
    transaction.savepoint_commit(here)
