"""The job of rendering: the row is the truth about it."""

import datetime
import hashlib
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import Mock, patch

import pytest
import time_machine
from django.db import OperationalError, transaction

from portal.jobs import claim_job
from reports.models import Edition, Rendering
from reports.rendering import job, keeping
from reports.rendering.files import Files
from reports.rendering.job import COULD_NOT_MAKE, KEPT_STOPPING, run_rendering, take_back_abandoned
from reports.services import render_now
from reports.tasks import find_abandoned_renderings, render_edition
from tests.concurrency import at_once
from tests.factories.portal import UserFactory
from tests.factories.reports import EditionFactory, RenderingFactory, ReportFactory

pytestmark = pytest.mark.django_db
FEW = Files(pdf=b"bytes", docx=b"words", html=b"page", page_count=3)
NOW = datetime.datetime(2026, 6, 1, 9, 0, tzinfo=datetime.UTC)


@pytest.fixture
def quick():
    """Make files of a few bytes in no time."""
    with patch.object(job, "make_files", side_effect=lambda snapshot, tell, wanted: FEW) as made:
        yield made


def test_rendering_makes_one_edition_of_its_snapshot(quick):
    report = ReportFactory(title="As approved", approved=True)
    rendering = RenderingFactory(report=report)
    report.title = "As changed"
    report.save()

    edition = run_rendering(rendering.pk)

    rendering.refresh_from_db()
    assert (rendering.state, rendering.progress, rendering.claim, rendering.edition) == (
        "done",
        100,
        None,
        edition,
    )
    assert (edition.number, edition.page_count, edition.snapshot["title"]) == (1, 3, "As approved")
    assert edition.pdf_sha256 == hashlib.sha256(b"bytes").hexdigest()
    assert edition.docx_sha256 == hashlib.sha256(b"words").hexdigest()
    assert edition.html_sha256 == hashlib.sha256(b"page").hexdigest()
    kept = [edition.pdf, edition.docx, edition.html]
    assert [Path(file.path).read_bytes() for file in kept] == [b"bytes", b"words", b"page"]


def test_next_edition_gets_the_next_number(quick):
    earlier = EditionFactory()

    [edition] = render_now(report=earlier.report, by=UserFactory())

    assert edition.number == 2


def test_task_that_comes_twice_makes_one_edition(quick):
    rendering = RenderingFactory()

    render_edition(rendering.pk)
    render_edition(rendering.pk)

    assert (quick.call_count, Edition.objects.count()) == (1, 1)


def test_task_of_an_unknown_rendering_does_nothing(quick):
    render_edition(999)

    assert quick.call_count == 0


def test_rendering_that_another_worker_holds_is_left_alone(quick):
    rendering = RenderingFactory()
    claim_job(Rendering, rendering.pk)

    assert run_rendering(rendering.pk) is None
    assert quick.call_count == 0


def test_failure_ends_the_job_with_a_plain_message():
    rendering = RenderingFactory()

    with patch.object(job, "make_files", side_effect=ValueError("inner workings")):
        assert run_rendering(rendering.pk) is None

    rendering.refresh_from_db()
    assert (rendering.state, rendering.failure) == ("failed", COULD_NOT_MAKE)
    assert rendering.finished_at is not None


def test_worker_that_lost_its_claim_while_rendering_makes_nothing():
    rendering = RenderingFactory()

    def overtaken(snapshot, tell, wanted):
        take_over(rendering)
        tell(50, "Setting out page 3")

    with patch.object(job, "make_files", side_effect=overtaken):
        assert run_rendering(rendering.pk) is None

    rendering.refresh_from_db()
    assert (rendering.state, Edition.objects.count()) == ("running", 0)


def test_worker_that_lost_its_claim_at_the_very_end_leaves_no_edition_and_no_file(settings):
    rendering = RenderingFactory()

    def overtaken(snapshot, tell, wanted):
        take_over(rendering)
        return FEW

    with patch.object(job, "make_files", side_effect=overtaken):
        assert run_rendering(rendering.pk) is None

    folder = settings.STORAGES["default"]["OPTIONS"]["location"]
    assert (Edition.objects.count(), [path for path in folder.rglob("*") if path.is_file()]) == (0, [])


def test_file_is_kept_where_nobody_can_tell_whether_the_edition_was_committed(quick):
    rendering = RenderingFactory()
    atomic = transaction.atomic

    @contextmanager
    def losing_the_connection():
        with atomic():
            yield
        raise OperationalError("The connection was lost")

    with patch.object(keeping, "transaction", Mock(atomic=losing_the_connection)):
        assert run_rendering(rendering.pk) is None

    edition = Edition.objects.get()
    assert edition.pdf.storage.exists(edition.pdf.name)


def test_progress_never_goes_back():
    claim = claim_job(Rendering, RenderingFactory().pk)

    with time_machine.travel(NOW, tick=False) as clock:
        for percent in (40, 30):
            claim.report_progress(percent, "Setting out pages")
            clock.shift(1)

    claim.job.refresh_from_db()
    assert claim.job.progress == 40


def test_silence_is_told_later_where_signs_of_life_are_rarer(settings):
    settings.JOB_ABANDONED_AFTER_SECONDS = 300
    with time_machine.travel(NOW, tick=False):
        seen_at = NOW - datetime.timedelta(seconds=100)
        rendering = RenderingFactory(state="running", step="Setting out page 31", attempts=1, seen_at=seen_at)

        assert rendering.standing == "Setting out page 31"


@pytest.mark.parametrize(
    ("seconds", "attempts", "standing"),
    [
        (20, 1, "Setting out page 31"),
        (21, 1, "No sign of life for 21 seconds; it will be started again by itself"),
        (70, 3, "No sign of life for 70 seconds"),
    ],
)
def test_silence_of_a_worker_is_told(seconds, attempts, standing):
    with time_machine.travel(NOW, tick=False):
        rendering = RenderingFactory(
            state="running",
            step="Setting out page 31",
            attempts=attempts,
            seen_at=NOW - datetime.timedelta(seconds=seconds),
        )

        assert rendering.standing == standing
        assert rendering.as_status()["standing"] == standing


def test_progress_is_written_twice_a_second_at_most(django_assert_num_queries):
    claim = claim_job(Rendering, RenderingFactory().pk)

    with time_machine.travel(NOW, tick=False), django_assert_num_queries(1):
        claim.report_progress(40, "Setting out page 1")
        claim.report_progress(41, "Setting out page 2")


@pytest.mark.parametrize("state", ["waiting", "running"])
def test_rendering_without_a_sign_of_life_is_taken_back(settings, state):
    settings.JOB_ABANDONED_AFTER_SECONDS = 60
    seen_at = NOW - datetime.timedelta(seconds=61)
    rendering = RenderingFactory(state=state, attempts=1, seen_at=seen_at)

    with time_machine.travel(NOW, tick=False):
        assert take_back_abandoned() == [rendering.pk]

    rendering.refresh_from_db()
    assert (rendering.state, rendering.claim, rendering.seen_at) == ("waiting", None, NOW)


def test_rendering_that_was_seen_lately_is_not_taken_back(settings):
    settings.JOB_ABANDONED_AFTER_SECONDS = 60
    RenderingFactory(state="running", seen_at=NOW - datetime.timedelta(seconds=59))

    with time_machine.travel(NOW, tick=False):
        assert take_back_abandoned() == []


def test_rendering_that_was_begun_three_times_is_ended_as_failed():
    rendering = RenderingFactory(state="running", attempts=3, seen_at=NOW)

    assert take_back_abandoned() == []

    rendering.refresh_from_db()
    assert (rendering.state, rendering.failure) == ("failed", KEPT_STOPPING)


def test_abandoned_rendering_is_claimed_even_before_it_is_taken_back(quick):
    rendering = RenderingFactory(state="running", attempts=1, seen_at=NOW)

    assert run_rendering(rendering.pk) is not None


def test_found_rendering_is_queued_again_and_finished(quick):
    rendering = RenderingFactory(state="running", attempts=1, seen_at=NOW)

    find_abandoned_renderings()

    rendering.refresh_from_db()
    assert (rendering.state, rendering.attempts, Edition.objects.count()) == ("done", 2, 1)


def test_beat_looks_for_abandoned_renderings_by_the_name_of_the_task(settings):
    names = [entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()]

    assert find_abandoned_renderings.name in names


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_claim_a_rendering_once(tmp_path):
    rendering = RenderingFactory()

    claims = at_once([lambda: claim_job(Rendering, rendering.pk)] * 2, folder=tmp_path)

    assert sorted(claim is None for claim in claims) == [False, True]


def take_over(rendering):
    """Let another worker take the rendering over."""
    Rendering.objects.filter(pk=rendering.pk).update(seen_at=NOW)
    assert claim_job(Rendering, rendering.pk) is not None
