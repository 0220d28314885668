"""What is thrown away at night, and what stays."""

import datetime
import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from axes.models import AccessAttempt
from celery import current_app
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.utils import timezone
from django_celery_beat.models import PeriodicTask
from django_celery_beat.schedulers import DatabaseScheduler

from actions.tasks import make_digests
from findings.tasks import remove_unsettled_readings
from portal.models import LinkRequest, Submission
from portal.tasks import clear_expired, remove_old_downloads, remove_orphan_files
from tests.factories.findings import DocumentFactory
from tests.factories.portal import UserFactory
from tests.factories.reports import EditionFactory

pytestmark = pytest.mark.django_db

NOW = timezone.now()


@pytest.fixture(autouse=True)
def frozen() -> Iterator[None]:
    """Let no time pass, however long the tests before this one took."""
    with time_machine.travel(NOW, tick=False):
        yield


def before(**age: float) -> datetime.datetime:
    return NOW - datetime.timedelta(**age)


def session_that_ends(at: datetime.datetime) -> str:
    session = SessionStore()
    session.create()
    Session.objects.filter(pk=session.session_key).update(expire_date=at)
    return str(session.session_key)


def test_clear_expired_deletes_what_has_ended_and_keeps_the_rest():
    person = UserFactory()
    session_that_ends(before(minutes=1))
    current = session_that_ends(NOW + datetime.timedelta(hours=1))
    old, recent = uuid.uuid4(), uuid.uuid4()
    Submission.objects.create(token=old, submitted_by=person, submitted_at=before(days=7, minutes=1))
    Submission.objects.create(token=recent, submitted_by=person, submitted_at=before(days=6))
    for email, at in (
        ("old@council.example", before(days=1, minutes=1)),
        ("new@council.example", before(hours=23)),
    ):
        LinkRequest.objects.create(email=email, network_address="192.0.2.1", asked_at=at)
    for name, at in (("old", before(minutes=16)), ("new", before(minutes=14))):
        attempt = AccessAttempt.objects.create(username=name, failures_since_start=1)
        AccessAttempt.objects.filter(pk=attempt.pk).update(attempt_time=at)

    for _ in range(2):
        clear_expired()

        assert [session.pk for session in Session.objects.all()] == [current]
        assert [submission.token for submission in Submission.objects.all()] == [recent]
        assert [request.email for request in LinkRequest.objects.all()] == ["new@council.example"]
        assert [attempt.username for attempt in AccessAttempt.objects.all()] == ["new"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the files are kept, for one test."""
    monkeypatch.setattr(default_storage, "_wrapped", FileSystemStorage(location=tmp_path / "files"))
    return tmp_path / "files"


def store(folder: Path, name: str, **age: float) -> str:
    kept: str = default_storage.save(name, ContentFile(b"content"))
    make_old(folder / kept, **age)
    return kept


def make_old(path: Path, **age: float) -> None:
    at = before(**age).timestamp()
    os.utime(path, (at, at))


def files_in(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_remove_orphan_files_keeps_what_records_name_and_what_is_new(folder):
    document = DocumentFactory(file=store(folder, "documents/2026/letter", days=400))
    names = {
        kind: store(folder, f"editions/2026/report.{kind}", days=400) for kind in ("pdf", "docx", "html")
    }
    EditionFactory(**names)
    young = store(folder, "documents/2026/being-written", hours=23)
    store(folder, "documents/2026/left-behind", hours=25)
    store(folder, "left-behind-too", days=3)

    for _ in range(2):
        remove_orphan_files()

        assert files_in(folder) == {document.file.name, *names.values(), young}


def test_remove_orphan_files_before_anything_was_stored_does_nothing(folder):
    remove_orphan_files()

    assert not folder.exists()


def test_remove_orphan_files_keeps_all_where_no_record_names_any(folder, caplog):
    left = store(folder, "documents/2026/letter", days=400)

    remove_orphan_files()

    assert files_in(folder) == {left}
    assert [
        (row.levelname, row.getMessage()) for row in caplog.records if row.name == "portal.housekeeping"
    ] == [
        ("ERROR", "No file was removed: no record names 1 of 1 files. Check that this is the right database")
    ]


@pytest.mark.parametrize(("orphans", "named", "stay"), [(21, 5, 26), (20, 5, 5), (3, 1, 1)])
def test_remove_orphan_files_stops_at_suspiciously_many(folder, orphans, named, stay):
    for number in range(named):
        DocumentFactory(file=store(folder, f"documents/2026/kept-{number}", days=400))
    for number in range(orphans):
        store(folder, f"documents/2026/orphan-{number}", days=400)

    remove_orphan_files()

    assert len(files_in(folder)) == stay


# The scheduler closes connections that it finds, which may not happen inside a transaction.
@pytest.mark.django_db(transaction=True)
def test_beat_runs_all_of_it_every_night():
    scheduler = DatabaseScheduler(app=current_app)
    scheduler.setup_schedule()

    nightly = PeriodicTask.objects.filter(crontab__isnull=False, task__contains=".tasks.")
    planned = nightly.exclude(task=make_digests.name).select_related("crontab")

    assert {row.task: (row.enabled, row.crontab.hour, row.crontab.day_of_week) for row in planned} == {
        clear_expired.name: (True, "3", "*"),
        remove_orphan_files.name: (True, "3", "*"),
        remove_old_downloads.name: (True, "3", "*"),
        remove_unsettled_readings.name: (True, "3", "*"),
    }
