"""The database file of an embedded portal, with every table and no record, made once in a run."""

import fcntl
import os
from pathlib import Path

import pytest

from tests.reports.rendering.real_workers import MIGRATE, Portal


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file, to be copied: migrating takes longer than most tests of real processes."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "migrated"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "is_whole").exists():
            Portal(folder).run("-c", MIGRATE)
            (folder / "is_whole").touch()
    return folder / "portal.sqlite3"
