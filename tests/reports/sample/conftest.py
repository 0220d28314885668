"""The sample council, loaded once in a run and brought back for the tests of each module."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from reports.models import Edition
from reports.sample.load import load_sample
from tests.reports.kept_back import file_of
from tests.reports.sample.brought_back import bring_back, is_kept, keep, keep_loaded
from tests.shared import alone, shared_folder

ANCHOR = datetime.date(2026, 11, 21)


@pytest.fixture(scope="module")
def sample_council(
    django_db_setup: None, django_db_blocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[datetime.date]:
    """The loaded sample, as of its anchor day; taken away after the module."""
    loaded = shared_folder(tmp_path_factory, "sample")
    with django_db_blocker.unblock(), transaction.atomic():
        with alone(loaded):
            if is_kept(loaded):
                bring_back(loaded)
            else:
                load_sample(today=ANCHOR)
                keep(paper_in(tmp_path_factory), public_pdf())
                keep_loaded(loaded)
        yield ANCHOR
        transaction.set_rollback(True)
    ContentType.objects.clear_cache()


@pytest.fixture(scope="module")
def public_paper(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The PDF of the public paper, as kept by whoever loaded the sample in this run; loaded only where nobody has."""
    kept = paper_in(tmp_path_factory)
    if not kept.exists():
        request.getfixturevalue("sample_council")
    return kept.read_bytes()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run last what reads the paper that others keep."""
    items.sort(key=lambda item: "public_paper" in getattr(item, "fixturenames", ()))


def paper_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the public paper is kept for the run."""
    return shared_folder(tmp_path_factory, "files") / "public_paper.pdf"


def public_pdf() -> bytes:
    """The PDF of the public paper from the sample that is loaded."""
    return file_of(
        Edition.objects.get(report__title="Bi-annual safeguarding report", audience="public"), "pdf"
    )


@pytest.fixture(autouse=True)
def _own_files() -> None:
    """Leave the files where they are: the sample's pictures are there for all tests of a module."""
