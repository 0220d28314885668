"""A spreadsheet whose columns nobody settles is removed after a while, and says why."""

import datetime

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from findings.models import Reading
from findings.tasks import remove_unsettled_readings
from tests.factories.findings import ReadingFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("today")]
DAYS_AGO_30 = datetime.datetime(2026, 5, 16, 9, 0, tzinfo=datetime.UTC)
MINUTE = datetime.timedelta(minutes=1)
REASON = (
    "Nobody said within 30 days what the columns of this spreadsheet hold, so it was removed. "
    "Upload it again to take it in."
)


def test_spreadsheet_that_waited_too_long_goes_with_its_file_and_its_rows(client, officer):
    old = ReadingFactory(awaiting_columns=True, finished_at=DAYS_AGO_30 - MINUTE)
    kept_as = old.file.name

    remove_unsettled_readings()
    remove_unsettled_readings()

    old.refresh_from_db()
    assert (old.state, old.failure, old.sheet, old.file.name) == ("failed", REASON, None, "")
    assert not default_storage.exists(kept_as)
    assert REASON in client.get(old.get_absolute_url()).content.decode()
    documents = client.get(reverse("findings:review_documents", args=[old.review_id])).content.decode()
    assert REASON in documents


def test_all_others_stay():
    recent = ReadingFactory(awaiting_columns=True, finished_at=DAYS_AGO_30)
    waiting = ReadingFactory(asked_at=DAYS_AGO_30 - MINUTE)
    settled = ReadingFactory(awaiting_columns=True, state="waiting", finished_at=None)

    remove_unsettled_readings()

    for reading in (recent, waiting, settled):
        state = reading.state
        reading.refresh_from_db()
        assert (reading.state, default_storage.exists(reading.file.name)) == (state, True)


def test_time_is_a_setting(settings):
    settings.READING_KEPT_DAYS = 31
    reading = ReadingFactory(awaiting_columns=True, finished_at=DAYS_AGO_30 - MINUTE)

    remove_unsettled_readings()

    assert Reading.objects.get() == reading
    assert Reading.objects.get().needs_columns


def test_pages_say_until_when_it_is_kept(client, officer):
    reading = ReadingFactory(awaiting_columns=True, finished_at=DAYS_AGO_30)

    page = client.get(reading.get_absolute_url()).content.decode()
    documents = client.get(reverse("findings:review_documents", args=[reading.review_id])).content.decode()

    assert "It is kept until 15 June 2026" in page
    assert "Removed on 15 June 2026 if nobody says what they hold" in documents


def test_words_that_were_pasted_and_refused_are_kept_for_a_while():
    old, recent = (
        ReadingFactory(
            was_pasted=True, pasted_words="Words", state="failed", failure="Too long", finished_at=moment
        )
        for moment in (DAYS_AGO_30 - MINUTE, DAYS_AGO_30)
    )
    kept_as = old.file.name

    remove_unsettled_readings()

    old.refresh_from_db()
    recent.refresh_from_db()
    assert (old.keeps_words, old.failure, default_storage.exists(kept_as)) == (False, "Too long", False)
    assert (old.pasted_words, recent.pasted_words) == ("", "Words")
    assert (recent.keeps_words, default_storage.exists(recent.file.name)) == (True, True)
