"""The database file of an embedded portal, with every table and no record, made once in a run."""

from pathlib import Path

import pytest

from tests.reports.rendering.real_workers import MIGRATE, Portal
from tests.shared import alone, shared_folder


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file, to be copied: migrating takes longer than most tests of real processes."""
    folder = shared_folder(tmp_path_factory, "migrated")
    whole = folder / "whole"
    with alone(folder):
        if not whole.exists():
            Portal(folder).run("-c", MIGRATE)
            whole.touch()
    return folder / "portal.sqlite3"
