"""What is laid to a part that cannot be made, and what is not."""

import sqlite3
from contextlib import closing

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, InterfaceError, OperationalError, connection, transaction

from portal.exceptions import Refused, StaleRecord
from reports.models import Report
from reports.rules.attempts import Part, attempt, attempt_each
from tests.factories.reports import ReportFactory


def raising(reason):
    def make():
        raise reason

    return make


def locked(path):
    """Write to a database that another connection holds."""

    def make():
        with closing(sqlite3.connect(path)) as holder, closing(sqlite3.connect(path, timeout=0)) as other:
            holder.execute("BEGIN EXCLUSIVE")
            try:
                other.execute("CREATE TABLE words (word)")
            except sqlite3.OperationalError as reason:
                raise OperationalError(str(reason)) from reason

    return make


@pytest.mark.parametrize(
    "reason",
    [
        PermissionDenied("No."),
        Refused("No."),
        StaleRecord(Report(title="A report")),
        OperationalError("server closed the connection unexpectedly"),
        InterfaceError("connection already closed"),
    ],
    ids=lambda reason: type(reason).__name__,
)
def test_refusal_and_a_lost_database_come_out_as_they_are(reason, caplog):
    with pytest.raises(type(reason)) as raised:
        attempt_each([Part("One", lambda: "made", "instead"), Part("Two", raising(reason), "instead")])

    assert (raised.value, caplog.text) == (reason, "")


def test_locked_database_comes_out_as_it_is(tmp_path, caplog):
    with pytest.raises(OperationalError, match="database is locked"):
        attempt(locked(tmp_path / "held.sqlite3"), "instead", name="One")

    assert caplog.text == ""


@pytest.mark.parametrize("reason", [KeyError("x"), IntegrityError("x")])
def test_any_other_fault_is_laid_to_the_part(reason, caplog):
    assert attempt(raising(reason), "instead", name="One") == "instead"
    assert "One could not be written" in caplog.text


@pytest.mark.django_db
def test_question_that_the_database_cannot_make_sense_of_is_laid_to_the_part_and_the_next_is_asked():
    def ask():
        with connection.cursor() as cursor:
            cursor.execute("SELECT words FROM no_such_table")

    ReportFactory()
    with pytest.raises(DatabaseError), transaction.atomic():
        ask()

    made = attempt_each([Part("One", ask, "instead"), Part("Two", Report.objects.count, 0)])

    assert made == ["instead", 1]
