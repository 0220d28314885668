"""Fixtures of the tests of reports."""

import datetime

import pytest

from portal.models import Role, User
from reports.facts import Period
from tests.factories.portal import UserFactory


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    """Give each test an empty folder for the editions that are kept."""
    default = settings.STORAGES["default"]
    options = {**default.get("OPTIONS", {}), "location": tmp_path / "files"}
    settings.STORAGES = {**settings.STORAGES, "default": {**default, "OPTIONS": options}}


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
