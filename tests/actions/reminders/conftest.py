"""Digests, and a mail server for them."""

import pytest

from actions.models import Digest
from tests.factories.actions import DigestItemFactory
from tests.post_office import PostOffice


@pytest.fixture
def digest(lead) -> Digest:
    """A digest that waits, with one overdue action of its person."""
    return DigestItemFactory(digest__person=lead).digest


@pytest.fixture
def office(settings):
    """A mail server that is closed, and the portal's settings for it."""
    office = PostOffice()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", office.port, 1
    return office
