"""A portal of its own for the tests that kill workers."""

import shutil
from pathlib import Path

import pytest

from tests.reports.rendering.real_workers import MIGRATE, Portal


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with every table and no row, made once: that takes longest."""
    folder = tmp_path_factory.mktemp("migrated")
    Portal(folder).run("-c", MIGRATE)
    return folder / "portal.sqlite3"


@pytest.fixture
def portal(tmp_path: Path, migrated: Path) -> Portal:
    """A portal of its own in an empty folder: real database file, real queue of files, real workers."""
    shutil.copy(migrated, tmp_path)
    return Portal(tmp_path)
