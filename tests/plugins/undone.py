"""Records and files that all tests of a module read: made once, and undone at its end."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from django.test import override_settings


@pytest.fixture(scope="module")
def shared_records(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Let the fixtures of a module record things for all its tests, which are marked with django_db.

    What a test changes is undone after it, but not in objects that a fixture hands out: a test that changes such an
    object fetches its own.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def shared_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder for the files that the fixtures of a module keep; tests of reports each have a copy of them."""
    folder = tmp_path_factory.mktemp("shared")
    with override_settings(STORAGES=stored_in(folder)):
        yield folder


def stored_in(folder: Path) -> dict[str, Any]:
    """The storages of the settings, with the files that are kept in a folder."""
    default = settings.STORAGES["default"]
    options = {**default.get("OPTIONS", {}), "location": folder}
    return {**settings.STORAGES, "default": {**default, "OPTIONS": options}}
