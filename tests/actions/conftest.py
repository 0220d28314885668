"""People around one action, on a day that stands still."""

import datetime
from collections.abc import Callable, Iterator

import pytest
import time_machine
from django.test import Client

from actions.models import Action
from portal.models import Role, User
from tests.factories.actions import ActionFactory
from tests.factories.portal import UserFactory

TODAY = datetime.date(2026, 6, 15)


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(datetime.datetime(2026, 6, 15, 10, 0, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def officer(db: None) -> User:
    return UserFactory(role=Role.OFFICER, name="Improvement officer")


@pytest.fixture
def manager(db: None) -> User:
    return UserFactory(role=Role.MANAGER, name="Assistant director")


@pytest.fixture
def lead(db: None) -> User:
    return UserFactory(role=Role.ACTION_LEAD, name="Head of service")


@pytest.fixture
def outsider(db: None) -> User:
    """An action lead who has nothing to do with the action."""
    return UserFactory(role=Role.ACTION_LEAD, name="Head of another service")


@pytest.fixture
def scrutineer(db: None) -> User:
    return UserFactory(role=Role.SCRUTINEER, name="Independent scrutineer")


@pytest.fixture
def member(db: None) -> User:
    return UserFactory(role=Role.COMMITTEE_MEMBER, name="Committee chair")


@pytest.fixture
def administrator(db: None) -> User:
    return UserFactory(role=Role.ADMINISTRATOR, name="Administrator")


@pytest.fixture
def action(lead: User) -> Action:
    return ActionFactory(
        lead=lead, due_on=datetime.date(2026, 9, 30), original_due_on=datetime.date(2026, 9, 30)
    )


@pytest.fixture
def as_person(client: Client) -> Callable[[User], Client]:
    """Sign a person in."""

    def sign_in(user: User) -> Client:
        client.force_login(user)
        return client

    return sign_in
