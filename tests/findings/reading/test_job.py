"""The reading of a document as a job of the worker."""

import datetime

import pytest
import time_machine
from django.core.files.storage import default_storage

from findings.models import Document, Intake, Reading
from findings.reading.contents import read_contents
from findings.reading.job import KEPT_STOPPING, run_reading, take_in
from findings.tasks import find_abandoned_readings, read_document
from portal.history import history_of
from portal.jobs import ClaimLost, claim_job
from tests.factories.findings import ReadingFactory

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 6, 1, 9, 0, tzinfo=datetime.UTC)


def test_reading_keeps_the_document_and_ends_the_job():
    reading = ReadingFactory()

    document = run_reading(reading.pk)

    reading.refresh_from_db()
    assert (reading.state, reading.document, reading.file.name, reading.progress) == (
        "done",
        document,
        "",
        100,
    )
    assert (document.sha256, document.added_by) == (reading.sha256, reading.asked_by)
    with document.file.open("rb") as file:
        assert file.read() == b"## Strengths\n\n- Leaders know their service well\n"
    assert document.intake.candidates.get().text == "Leaders know their service well"
    assert [entry.who for entry in history_of(document)] == [str(reading.asked_by)]


def test_task_that_comes_twice_reads_once():
    reading = ReadingFactory()

    read_document(reading.pk)
    read_document(reading.pk)

    assert (Document.objects.count(), Intake.objects.count()) == (1, 1)


def test_refused_document_leaves_the_reason_and_no_file():
    reading = ReadingFactory(name="letter.pdf", data=b"%PDF-1.7 text")
    kept_as = reading.file.name

    assert run_reading(reading.pk) is None

    reading.refresh_from_db()
    assert (reading.state, reading.file.name) == ("failed", "")
    assert reading.failure.startswith("“letter.pdf” is damaged")
    assert not default_storage.exists(kept_as)


def test_document_that_the_review_got_meanwhile_is_not_kept_twice():
    first = ReadingFactory()
    run_reading(first.pk)
    second = ReadingFactory(review=first.review, name="again.md")

    run_reading(second.pk)

    second.refresh_from_db()
    assert (second.state, second.failure) == ("failed", f"“{first.name}” is already on this review")
    assert Document.objects.count() == 1


def test_worker_that_lost_its_claim_keeps_nothing():
    reading = ReadingFactory()
    claim = claim_job(Reading, reading.pk)
    contents = read_contents(b"## Strengths\n\n- Leaders know\n", filename="letter.md")
    Reading.objects.filter(pk=reading.pk).update(seen_at=NOW)
    assert claim_job(Reading, reading.pk) is not None

    with pytest.raises(ClaimLost):
        take_in(claim, contents)

    assert (Document.objects.count(), Intake.objects.count()) == (0, 0)


def test_reading_that_a_killed_worker_left_is_found_and_done():
    reading = ReadingFactory(state="running", attempts=1, seen_at=NOW)

    find_abandoned_readings()

    reading.refresh_from_db()
    assert (reading.state, reading.attempts, Document.objects.count()) == ("done", 2, 1)


def test_reading_that_was_begun_three_times_is_ended_without_its_file():
    reading = ReadingFactory(state="running", attempts=3, seen_at=NOW)

    with time_machine.travel(NOW + datetime.timedelta(hours=1), tick=False):
        find_abandoned_readings()

    reading.refresh_from_db()
    assert (reading.state, reading.failure, reading.file.name) == ("failed", KEPT_STOPPING, "")


def test_beat_looks_for_abandoned_readings_by_the_name_of_the_task(settings):
    names = [entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()]

    assert find_abandoned_readings.name in names
