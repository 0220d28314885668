"""The sample council, loaded once for the tests of a module."""

import datetime
import hashlib
import json
import os
import pickle
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from reports.models import Edition
from reports.rendering import apart
from reports.sample.load import load_sample
from tests.reports.kept_back import file_of
from tests.shared import shared_folder

ANCHOR = datetime.date(2026, 11, 21)


@pytest.fixture(scope="module")
def sample_council(
    django_db_setup: None, django_db_blocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[datetime.date]:
    """The loaded sample, as of its anchor day; taken away after the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(apart, "ask_child", asking_once(shared_folder(tmp_path_factory, "files")))
            load_sample(today=ANCHOR)
        keep(paper_in(tmp_path_factory), public_pdf())
        yield ANCHOR
        transaction.set_rollback(True)


def asking_once(folder: Path) -> Callable[..., apart.Answer]:
    """Have the same files made once in a run, which is what takes longest in loading, and keep them in a folder."""
    ask_child = apart.ask_child

    def ask(asked: dict[str, Any], report_progress: Callable[..., object], *more: Any) -> apart.Answer:
        kept = folder / hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()
        if kept.exists():
            return apart.Answer(report_progress, **pickle.loads(kept.read_bytes()))
        answer = ask_child(asked, report_progress, *more)
        keep(
            kept, pickle.dumps({"page_count": answer.page_count, "sizes": answer.sizes, "data": answer.data})
        )
        return answer

    return ask


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


def keep(path: Path, content: bytes) -> None:
    """Write a file that others in the run may look for, whole or not at all."""
    being_written = path.with_suffix(f".{os.getpid()}")
    being_written.write_bytes(content)
    being_written.rename(path)


@pytest.fixture(autouse=True)
def _own_files() -> None:
    """Leave the files where they are: the sample's pictures are loaded once for all tests of a module."""
