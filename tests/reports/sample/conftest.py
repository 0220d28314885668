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

from reports.rendering import apart
from reports.sample.load import load_sample
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
        being_written = kept.with_suffix(f".{os.getpid()}")
        being_written.write_bytes(
            pickle.dumps({"page_count": answer.page_count, "sizes": answer.sizes, "data": answer.data})
        )
        being_written.rename(kept)
        return answer

    return ask


@pytest.fixture(autouse=True)
def _own_files() -> None:
    """Leave the files where they are: the sample's pictures are loaded once for all tests of a module."""
