"""The sample council, loaded once for the tests of a module."""

import datetime
from collections.abc import Iterator

import pytest
from django.db import transaction

from reports.sample.load import load_sample

ANCHOR = datetime.date(2026, 11, 21)


@pytest.fixture(scope="module")
def sample_council(django_db_setup: None, django_db_blocker) -> Iterator[datetime.date]:
    """The loaded sample, as of its anchor day; taken away after the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_sample(today=ANCHOR)
        yield ANCHOR
        transaction.set_rollback(True)
