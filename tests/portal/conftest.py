"""People who visit the pages of the frame."""

import pytest
from django.test import Client

from portal.models import Role, User
from tests.factories.portal import UserFactory
from tests.portal.world import World


@pytest.fixture
def administrator(db: None) -> User:
    """Somebody who manages people and settings."""
    return UserFactory(name="Portal administrator", email="admin@council.example", role=Role.ADMINISTRATOR)


@pytest.fixture
def admin_visit(client: Client, administrator: User) -> Client:
    """A browser in which the administrator is signed in."""
    client.force_login(administrator)
    return client


@pytest.fixture(scope="module")
def world(shared_records: None) -> World:
    """One of everything, made once for all the tests of a module."""
    return World()
