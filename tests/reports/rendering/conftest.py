"""A portal of its own for the tests that kill workers."""

import shutil
from pathlib import Path

import pytest

from tests.reports.rendering.real_workers import Portal


@pytest.fixture
def portal(tmp_path: Path, migrated: Path) -> Portal:
    """A portal of its own in an empty folder: real database file, real queue of files, real workers."""
    shutil.copy(migrated, tmp_path)
    return Portal(tmp_path)
