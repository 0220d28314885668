"""Asking for documents to be read."""

import pytest
from django.core.files.storage import default_storage

from findings.models import Reading
from findings.reading.keeping import DocumentHeld, Upload
from findings.services.readings import ask_for_reading, discard_reading, settle_columns
from portal.exceptions import Refused
from tests.concurrency import at_once
from tests.factories.findings import ReadingFactory
from tests.factories.portal import UserFactory
from tests.factories.reviews import ReviewFactory
from tests.findings.letters import read

pytestmark = pytest.mark.django_db
SHEET = {"headings": ["Finding"], "rows": [], "row_count": 0, "suggested": {}}


def kept_files(folder="documents"):
    if not default_storage.exists(folder):
        return []
    folders, files = default_storage.listdir(folder)
    return [*files, *(name for inner in folders for name in kept_files(f"{folder}/{inner}"))]


def test_ask_for_reading_keeps_the_name_as_data_only():
    name = "../../etc/passwd.md"
    reading = ask_for_reading(by=UserFactory(), review=ReviewFactory(), upload=Upload(name, b"text"))
    assert reading.name == name
    assert kept_files() == [reading.file.name.rsplit("/", 1)[1]]
    assert len(kept_files()[0]) == 32


def test_ask_for_reading_of_a_document_that_the_review_has_keeps_no_second_file():
    officer, review = UserFactory(), ReviewFactory()
    document = read(review=review, by=officer)
    with document.file.open("rb") as file, pytest.raises(DocumentHeld):
        ask_for_reading(by=officer, review=review, upload=Upload("again.md", file.read()))
    assert len(kept_files()) == 1


def test_settle_columns_twice_is_refused():
    reading = ReadingFactory(awaiting_columns=True)
    settle_columns(reading=reading, by=UserFactory(), columns={0: "Finding"})
    reading.refresh_from_db()
    assert (reading.state, reading.columns, reading.finished_at) == ("waiting", {"0": "Finding"}, None)
    with pytest.raises(Refused, match="settled already"):
        settle_columns(reading=reading, by=UserFactory(), columns={0: "Kind"})


def test_settle_columns_of_the_same_spreadsheet_uploaded_twice_reads_it_once():
    officer, first = UserFactory(), ReadingFactory(awaiting_columns=True)
    second = ReadingFactory(awaiting_columns=True, review=first.review, sha256=first.sha256)
    settle_columns(reading=first, by=officer, columns={0: "Finding"})

    with pytest.raises(Refused, match="This document is already being read"):
        settle_columns(reading=second, by=officer, columns={0: "Finding"})

    second.refresh_from_db()
    assert (second.state, second.columns, second.needs_columns) == ("done", None, True)


@pytest.mark.django_db(transaction=True)
def test_ask_for_reading_twice_at_once_reads_it_once(tmp_path):
    officer, review = UserFactory(), ReviewFactory()

    def ask():
        try:
            return ask_for_reading(by=officer, review=review, upload=Upload("letter.md", b"text")).name
        except Refused as refused:
            return str(refused)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("findings.services.readings.hand_to_worker", lambda task, reading: None)
        outcomes = at_once([ask, ask], folder=tmp_path)
    (counted,) = at_once([Reading.objects.count], folder=tmp_path)
    assert sorted(outcomes) == ["This document is already being read", "letter.md"]
    assert counted == 1
    assert len(kept_files()) == 1


@pytest.mark.parametrize("same", ["name", "bytes", "neither"])
def test_ask_for_reading_takes_the_place_of_what_was_refused_before(same):
    officer, review = UserFactory(), ReviewFactory()
    failed = ReadingFactory(review=review, name="letter.pdf", refused=True, data=b"text")
    other, elsewhere = (
        ReadingFactory(review=review, refused=True),
        ReadingFactory(name="letter.pdf", refused=True),
    )
    upload = Upload(
        "letter.pdf" if same == "name" else "letter.docx", b"text" if same == "bytes" else b"words"
    )

    reading = ask_for_reading(
        by=officer, review=review, upload=upload, instead_of=failed if same == "neither" else None
    )

    assert set(Reading.objects.all()) == {reading, other, elsewhere}


def test_ask_for_reading_takes_the_place_of_the_same_spreadsheet_that_waits_for_its_columns(
    django_capture_on_commit_callbacks,
):
    officer, first = UserFactory(), ReadingFactory(awaiting_columns=True)
    data = b"Finding,Kind,Owner\nLeaders know their service well,Strength,Head of service\n"
    other = ReadingFactory(awaiting_columns=True, review=first.review, data=b"Finding\nAnother\n")

    with django_capture_on_commit_callbacks(execute=True):
        again = ask_for_reading(by=officer, review=first.review, upload=Upload("findings.csv", data))

    assert set(Reading.objects.awaiting_columns()) == {again, other}
    assert len(kept_files()) == 2


def test_discard_reading_removes_a_waiting_spreadsheet_and_its_file(django_capture_on_commit_callbacks):
    reading = ReadingFactory(awaiting_columns=True)

    with django_capture_on_commit_callbacks(execute=True):
        discard_reading(reading=reading, by=UserFactory())

    assert (Reading.objects.count(), kept_files()) == (0, [])


@pytest.mark.parametrize("state", ["waiting", "running"])
def test_discard_reading_that_is_under_way_is_refused(state):
    reading = ReadingFactory(state=state)

    with pytest.raises(Refused, match="is being read"):
        discard_reading(reading=reading, by=UserFactory())

    assert len(kept_files()) == 1


def test_discard_reading_that_was_taken_in_is_refused():
    officer, review = UserFactory(), ReviewFactory()
    read(review=review, by=officer)

    with pytest.raises(Refused, match="dealt with it meanwhile"):
        discard_reading(reading=Reading.objects.get(), by=officer)

    assert len(kept_files()) == 1
