"""The files of an edition are kept with its row, all of them or none."""

import resource
from contextlib import contextmanager
from unittest.mock import patch

import pytest
from django.db import OperationalError

from reports.models import Edition, Mention
from reports.rendering import job
from reports.rendering.files import Files
from reports.rendering.job import DISK_FULL, run_rendering
from reports.services.renderings import retry_rendering
from tests.factories.portal import UserFactory
from tests.factories.reports import RenderingFactory

pytestmark = pytest.mark.django_db
MADE = Files(pdf=b"%PDF", docx=b"w" * 100_000, html=b"page", page_count=1)
ROOM = 50_000


@pytest.fixture(autouse=True)
def _made():
    with patch.object(job, "make_files", side_effect=lambda snapshot, tell, wanted: MADE):
        yield


@pytest.fixture
def kept(settings):
    """The names of the files that are kept."""
    folder = settings.STORAGES["default"]["OPTIONS"]["location"]
    return lambda: sorted(path.suffix for path in folder.rglob("*") if path.is_file())


@contextmanager
def little_room():
    """Let no file grow beyond a size, as on a full disk: what is written until then is there."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_full_disk_leaves_no_file_and_says_what_to_do(kept):
    rendering = RenderingFactory()

    with little_room():
        assert run_rendering(rendering.pk) is None

    rendering.refresh_from_db()
    assert (rendering.state, rendering.failure) == ("failed", DISK_FULL)
    assert (Edition.objects.count(), kept()) == (0, [])


def test_rendering_that_found_the_disk_full_can_be_tried_again(kept):
    rendering = RenderingFactory()
    with little_room():
        run_rendering(rendering.pk)

    [again] = retry_rendering(report=rendering.report, by=UserFactory())
    run_rendering(again.pk)

    assert (Edition.objects.get().number, kept()) == (1, [".docx", ".html", ".pdf"])


def test_failure_inside_the_transaction_leaves_no_file(kept):
    rendering = RenderingFactory()

    with patch.object(Mention.objects, "bulk_create", side_effect=OperationalError("disk is full")):
        assert run_rendering(rendering.pk) is None

    rendering.refresh_from_db()
    assert (rendering.state, Edition.objects.count(), kept()) == ("failed", 0, [])


@pytest.mark.django_db(transaction=True)
def test_commit_that_the_database_refuses_leaves_no_file(kept):
    rendering = RenderingFactory()

    with patch("django.db.backends.base.base.BaseDatabaseWrapper._commit", side_effect=refused_once()):
        assert run_rendering(rendering.pk) is None

    assert (Edition.objects.count(), kept()) == (0, [])


def refused_once():
    """What raises when the edition is there to be committed."""
    from django.db import connection

    def commit():
        if Edition.objects.exists():
            raise OperationalError("database or disk is full")
        connection.connection.commit()

    return commit
