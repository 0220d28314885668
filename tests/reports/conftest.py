"""Fixtures of the tests of reports."""

import datetime
import shutil

import pytest

from portal.models import Role, User
from reports.facts import Period
from tests.factories.portal import UserFactory
from tests.plugins.undone import stored_in


@pytest.fixture(autouse=True)
def _own_files(request, settings, tmp_path):
    """Give each test a folder for the editions that are kept, with no more in it than what its module shares."""
    files = tmp_path / "files"
    if "shared_files" in request.fixturenames:
        shutil.copytree(request.getfixturevalue("shared_files"), files)
    settings.STORAGES = stored_in(files)


@pytest.fixture
def no_queue(monkeypatch) -> None:
    """Hand nothing to a worker: no files are made and no e-mails are sent."""
    for task in ("render_edition", "send_notices"):
        monkeypatch.setattr(f"reports.tasks.{task}.delay", lambda *keys: None)


@pytest.fixture
def manager(client) -> User:
    """A manager who is signed in."""
    manager = UserFactory(role=Role.MANAGER)
    client.force_login(manager)
    return manager


@pytest.fixture
def scrutineer(client) -> User:
    """An independent scrutineer who is signed in."""
    scrutineer = UserFactory(role=Role.SCRUTINEER)
    client.force_login(scrutineer)
    return scrutineer


@pytest.fixture
def member(client) -> User:
    """A committee member who is signed in."""
    member = UserFactory(role=Role.COMMITTEE_MEMBER)
    client.force_login(member)
    return member


@pytest.fixture
def period() -> Period:
    """The half-year to the end of April 2026."""
    return Period(datetime.date(2025, 11, 1), datetime.date(2026, 4, 30))
