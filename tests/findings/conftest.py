"""Fixtures of the tests of findings."""

import pytest

from portal.models import User
from tests.factories.portal import UserFactory


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    """Give each test an empty folder for the documents that are kept."""
    default = settings.STORAGES["default"]
    options = {**default.get("OPTIONS", {}), "location": tmp_path / "files"}
    settings.STORAGES = {**settings.STORAGES, "default": {**default, "OPTIONS": options}}


@pytest.fixture
def officer(client) -> User:
    """An officer who is signed in."""
    officer = UserFactory(name="Policy officer")
    client.force_login(officer)
    return officer
