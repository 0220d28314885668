"""Large files of registers: made by the worker for one person, with what that person may see, and kept for a day."""

import datetime
import io
import re
from functools import partial

import openpyxl
import pytest
from django.core.files.storage import FileSystemStorage
from django.test import TestCase
from django.urls import reverse

from portal.downloads import COULD_NOT_MAKE, KEPT_STOPPING, NOT_ALLOWED, make_file, run_download
from portal.exceptions import Refused
from portal.jobs import ClaimLost, claim_job
from portal.models import Download, Role
from portal.services.downloads import retry_download
from portal.tasks import find_abandoned_downloads, make_download, remove_old_downloads
from tests.concurrency import at_once
from tests.factories.actions import ActionFactory
from tests.factories.findings import FindingFactory, MeasureFactory, MeasurementFactory
from tests.factories.portal import DownloadFactory, UserFactory

pytestmark = pytest.mark.django_db
NOW = datetime.datetime(2026, 6, 15, 9, 0, tzinfo=datetime.UTC)
EXCEL, CSV = "/findings/export.xlsx?kind=area&sort=reference", "/findings/export.csv?kind=area"
ADD = "/downloads/add/findings/?kind=area&sort=reference"


@pytest.fixture(autouse=True)
def folder(today, tmp_path, monkeypatch):
    """An empty folder for files, and a clock that stands still."""
    storage = FileSystemStorage(location=tmp_path / "files")
    monkeypatch.setattr(Download._meta.get_field("file"), "storage", storage)
    return tmp_path / "files"


@pytest.fixture
def areas(settings):
    """Three areas, one more than are made an Excel file while the person waits, and a strength."""
    settings.DOWNLOAD_ROWS_AT_ONCE = 2
    FindingFactory(kind="strength")
    return [FindingFactory(reference=f"F-2026-{n:03}", text=f"=Said {n}") for n in range(101, 104)]


def address(name, download):
    return reverse(f"portal:download_{name}", args=[download.pk])


def files_in(folder):
    return [str(path.relative_to(folder)) for path in folder.rglob("*.xlsx")]


def rows_of(file):
    with file.open("rb") as opened:
        return list(openpyxl.load_workbook(opened).active.iter_rows(values_only=True))


def test_excel_file_of_few_rows_comes_at_once(client, officer, areas, settings):
    settings.DOWNLOAD_ROWS_AT_ONCE = 3
    response = client.get(EXCEL)
    b"".join(response.streaming_content)
    assert response.headers["Content-Disposition"] == 'attachment; filename="findings-2026-06-15.xlsx"'
    assert not Download.objects.exists()


def test_excel_file_of_many_rows_is_offered_with_its_size_and_asking_writes_nothing(client, officer, areas):
    page = client.get(EXCEL, follow=True)

    assert page.redirect_chain == [(ADD, 302)]
    assert "An Excel file of 3 rows" in page.content.decode()
    assert 'href="/findings/export.csv?kind=area&amp;sort=reference"' in page.content.decode()
    assert not Download.objects.exists()


def test_values_of_measures_are_what_counts_for_a_file_of_measures(client, officer, settings):
    settings.DOWNLOAD_ROWS_AT_ONCE = 3
    measure = MeasureFactory()
    MeasureFactory()
    MeasurementFactory.create_batch(2, measure=measure)
    response = client.get("/measures/export.xlsx")
    b"".join(response.streaming_content)
    assert response.status_code == 200
    MeasurementFactory(measure=measure)
    assert client.get("/measures/export.xlsx").status_code == 302


def test_csv_of_many_rows_comes_at_once(client, officer, areas):
    assert b"".join(client.get(CSV).streaming_content).count(b"F-2026-1") == 3


def test_file_is_made_by_the_worker_and_fetched_by_who_asked(client, officer, areas):
    with TestCase.captureOnCommitCallbacks(execute=True):
        answer = client.post(ADD, {})

    download = Download.objects.get()
    page = client.get(answer.url).content.decode()
    response = client.get(address("file", download))
    rows = list(openpyxl.load_workbook(io.BytesIO(response.getvalue())).active.iter_rows(values_only=True))
    assert answer.url == download.get_absolute_url()
    assert (download.state, download.asked_by, download.row_count) == ("done", officer, 3)
    assert "It has 3 rows" in page
    assert "until 16 June 2026 at 10:00am" in page
    assert [(row[0], row[2]) for row in rows[1:]] == [(f"F-2026-{n}", f"=Said {n}") for n in range(101, 104)]
    assert response.headers["Content-Disposition"] == 'attachment; filename="findings-2026-06-15.xlsx"'


def test_same_file_asked_for_twice_is_made_once(client, officer, areas, token):
    first = client.post(ADD, {"form_token": token})
    again = client.post(ADD, {"form_token": token})
    in_another_tab = client.post(ADD, {})
    other_filter = client.post("/downloads/add/findings/?kind=strength", {})

    assert first.url == again.url == in_another_tab.url != other_filter.url
    assert Download.objects.count() == 2


def test_register_leads_to_the_file_of_its_reader_alone(client, officer, areas):
    DownloadFactory(asked_by=officer)
    assert "Your Excel file is being made" in client.get("/findings/?all=yes").content.decode()
    assert "Your Excel file" not in client.get("/actions/?all=yes").content.decode()

    client.force_login(UserFactory())
    assert "Your Excel file" not in client.get("/findings/?all=yes").content.decode()


def test_page_shows_how_far_the_file_is_without_a_script(client, officer):
    download = DownloadFactory(asked_by=officer, state="running", progress=40, step="40 of 100 rows written")

    page = client.get(download.get_absolute_url()).content.decode()

    assert "40 of 100 rows written" in page
    assert f'href="{download.get_absolute_url()}">Refresh' in page
    assert client.get(address("status", download)).json()["progress"] == 40
    assert client.get(address("file", download)).status_code == 404


@pytest.mark.parametrize("role", [Role.OFFICER, Role.MANAGER, Role.SCRUTINEER])
def test_file_of_somebody_else_is_not_found(client, role):
    download = DownloadFactory(done=True)
    client.force_login(UserFactory(role=role))
    for name in ("detail", "status", "file"):
        assert client.get(address(name, download)).status_code == 404
    assert client.post(address("retry", download)).status_code == 404


def test_file_is_refused_to_its_asker_after_they_lost_the_register(client, officer):
    download = DownloadFactory(asked_by=officer, done=True)
    officer.role = Role.COMMITTEE_MEMBER
    officer.save()
    client.force_login(officer)
    assert client.get(address("file", download)).status_code == 403


@pytest.mark.parametrize("change", [{"role": Role.ACTION_LEAD}, {"is_active": False}])
def test_nothing_is_made_for_who_may_no_longer_see_it(areas, change, folder):
    download = DownloadFactory()
    type(download.asked_by).objects.filter(pk=download.asked_by_id).update(**change)

    make_download(download.pk)

    download.refresh_from_db()
    assert (download.state, download.failure, download.file.name) == ("failed", NOT_ALLOWED, "")
    assert files_in(folder) == []


def test_file_holds_what_the_filter_finds_when_it_is_made(areas):
    download = DownloadFactory(query="kind=area&sort=reference&words=said+10")
    areas[0].delete()

    make_download(download.pk)

    download.refresh_from_db()
    assert [row[0] for row in rows_of(download.file)] == ["Reference", "F-2026-102", "F-2026-103"]


@pytest.mark.parametrize("register", ["reviews", "findings", "measures", "actions"])
def test_every_register_can_be_made_a_file(register):
    ActionFactory(findings=[FindingFactory()])
    download = DownloadFactory(register=register, title=register.capitalize())

    make_download(download.pk)

    download.refresh_from_db()
    assert download.state == "done"
    assert download.filename == f"{register}-2026-06-15.xlsx"


def test_task_that_comes_twice_makes_one_file(areas, folder):
    download = DownloadFactory()
    make_download(download.pk)
    make_download(download.pk)
    assert len(files_in(folder)) == 1


def test_work_tells_how_far_it_is(areas, monkeypatch):
    monkeypatch.setattr("portal.downloads.ROWS_BETWEEN_REPORTS", 1)
    claim = claim_job(Download, DownloadFactory(query="kind=area").pk)
    told = []
    monkeypatch.setattr(claim, "report_progress", lambda percent, step: told.append((percent, step)))

    make_file(claim)

    assert told == [
        (0, "0 of 3 rows written"),
        (31, "1 of 3 rows written"),
        (63, "2 of 3 rows written"),
        (95, "Saving the file"),
    ]


def test_worker_that_lost_its_claim_stores_nothing(areas, folder):
    claim = claim_job(Download, DownloadFactory().pk)
    Download.objects.update(seen_at=NOW - datetime.timedelta(hours=1))
    assert claim_job(Download, claim.job.pk) is not None

    with pytest.raises(ClaimLost):
        make_file(claim)

    assert files_in(folder) == []


def test_file_that_a_killed_worker_left_is_found_and_made(areas, folder):
    download = DownloadFactory(state="running", attempts=1, seen_at=NOW - datetime.timedelta(hours=1))

    find_abandoned_downloads()
    find_abandoned_downloads()

    download.refresh_from_db()
    assert (download.state, download.attempts, len(files_in(folder))) == ("done", 2, 1)


def test_file_that_was_begun_three_times_is_ended_and_can_be_asked_for_again(client, officer, areas):
    hour_ago = NOW - datetime.timedelta(hours=1)
    download = DownloadFactory(asked_by=officer, state="running", attempts=3, seen_at=hour_ago)

    find_abandoned_downloads()

    assert KEPT_STOPPING in client.get(download.get_absolute_url()).content.decode()
    with TestCase.captureOnCommitCallbacks(execute=True):
        client.post(address("retry", download))
    download.refresh_from_db()
    assert (download.state, download.attempts, download.failure) == ("done", 1, "")


def test_work_that_fails_says_so_and_leaves_no_file(areas, folder, monkeypatch):
    def break_off(*args):
        raise OSError("No space left on device")

    monkeypatch.setattr("portal.downloads.as_workbook", break_off)
    download = DownloadFactory()

    run_download(download.pk)

    download.refresh_from_db()
    assert (download.state, download.failure, files_in(folder)) == ("failed", COULD_NOT_MAKE, [])


def test_file_that_did_not_fail_is_not_made_again(officer):
    download = DownloadFactory(asked_by=officer, done=True)
    with pytest.raises(Refused, match="has been made"):
        retry_download(download=download, by=officer)
    DownloadFactory(asked_by=officer)
    with pytest.raises(Refused, match="already being made"):
        retry_download(download=download, by=officer)


def test_file_that_is_being_made_from_another_page_is_not_made_again(officer):
    failed = DownloadFactory(asked_by=officer, failed=True)
    DownloadFactory(asked_by=officer)
    with pytest.raises(Refused, match=r"already being made$"):
        retry_download(download=failed, by=officer)
    failed.refresh_from_db()
    assert failed.state == "failed"


@pytest.mark.django_db(transaction=True)
def test_same_file_that_failed_twice_and_is_tried_again_at_once_is_made_once(officer, tmp_path, monkeypatch):
    monkeypatch.setattr("portal.services.downloads.hand_to_worker", lambda task, download: None)
    failed = DownloadFactory.create_batch(2, asked_by=officer, failed=True)

    def retry(download):
        try:
            retry_download(download=download, by=officer)
        except Refused as refusal:
            return str(refusal)
        return "being made"

    outcomes = at_once([partial(retry, download) for download in failed], folder=tmp_path)

    assert sorted(outcomes) == ["This file is already being made", "being made"]


def test_file_is_kept_for_a_day_and_deleted_the_night_after(client, officer, folder):
    day_old = NOW - datetime.timedelta(days=1)
    old = DownloadFactory(asked_by=officer, done=True, finished_at=day_old)
    recent = DownloadFactory(asked_by=officer, done=True, finished_at=day_old + datetime.timedelta(minutes=1))
    failed = DownloadFactory(state="failed", finished_at=day_old)
    waiting = DownloadFactory(asked_at=day_old - datetime.timedelta(days=9))
    assert client.get(address("file", old)).status_code == 404
    response = client.get(address("file", recent))
    assert response.getvalue() == b"PK"

    remove_old_downloads()
    remove_old_downloads()

    assert set(Download.objects.all()) == {recent, waiting}
    assert files_in(folder) == [recent.file.name]
    assert not Download.objects.filter(pk=failed.pk).exists()


def test_filter_that_is_too_long_to_keep_is_refused(client, officer):
    answer = client.get(f"/downloads/add/findings/?words={'x' * 2001}", follow=True)
    assert "Filter the list by fewer words" in answer.content.decode()


def test_unknown_register_is_not_found(client, officer):
    assert client.get("/downloads/add/people/").status_code == 404


def test_beat_calls_the_tasks_by_their_names(settings):
    names = [entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()]
    assert {find_abandoned_downloads.name, remove_old_downloads.name} <= set(names)


def test_list_has_the_persons_own_files_that_are_kept(client, officer):
    ready = DownloadFactory(asked_by=officer, done=True)
    waiting = DownloadFactory(asked_by=officer, query="kind=area")
    DownloadFactory(done=True)
    old = DownloadFactory(asked_by=officer, done=True)
    Download.objects.filter(pk=old.pk).update(finished_at=NOW - datetime.timedelta(days=2))

    page = client.get("/downloads/").content.decode()

    assert re.findall(r'<a class="govuk-link govuk-!-font-weight-bold" href="([^"]+)"', page) == [
        waiting.get_absolute_url(),
        ready.get_absolute_url(),
    ]
    assert 'href="/downloads/"' in client.get("/account/").content.decode()


def test_list_without_files_says_where_they_come_from(client, officer):
    assert "No file is kept for you. Open a register" in client.get("/downloads/").content.decode()
