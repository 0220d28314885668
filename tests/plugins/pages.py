"""What tests of pages share: who is signed in, the day, and how many queries a page makes."""

import datetime
from collections.abc import Callable, Iterator
from importlib import import_module

import pytest
import time_machine
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.models import Role, User
from tests.factories.portal import UserFactory
from tests.factories.records import histories

# The only one of the portal's backends that fetches people; the other counts attempts.
KNOWING_PEOPLE = "django.contrib.auth.backends.ModelBackend"
TOKEN = "8c0f1e7a-2f83-4d0f-9a53-0d1b6f1f2a41"


class QuickClient(Client):
    """Signs people in with the session alone: that takes a fifth of the time, and signing in has its own tests."""

    def force_login(self, user: User, backend: str | None = None) -> None:
        """Have the next requests come from this person."""
        session = import_module(settings.SESSION_ENGINE).SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = backend or KNOWING_PEOPLE
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session.create()
        self.cookies[settings.SESSION_COOKIE_NAME] = session.session_key


@pytest.fixture
def client() -> QuickClient:
    """The client of a test, before anybody has signed in."""
    return QuickClient()


@pytest.fixture
def token() -> str:
    """The token of a form, so that it can be sent twice."""
    return TOKEN


@pytest.fixture
def officer(client) -> User:
    """An officer who is signed in."""
    officer = UserFactory()
    client.force_login(officer)
    return officer


@pytest.fixture
def administrator(client) -> User:
    """An administrator who is signed in."""
    administrator = UserFactory(role=Role.ADMINISTRATOR)
    client.force_login(administrator)
    return administrator


@pytest.fixture
def today() -> Iterator[None]:
    """Stop the clock on 15 June 2026, at 10am in London."""
    with time_machine.travel(datetime.datetime(2026, 6, 15, 9, 0, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def counted_queries(client) -> Callable[[str], int]:
    """Open a page, a first time to fill caches, and count the queries of the second."""

    def count(address: str) -> int:
        assert client.get(address).status_code == 200
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        return len(captured)

    return count


@pytest.fixture
def histories_from_the_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have factories note the making of a record in its history, as the portal does."""
    monkeypatch.setattr(histories, "are_kept", True)
