"""Rows that one process kept, put in place in another, which may have numbered some of its own otherwise."""

import pytest
from django.contrib.contenttypes.models import ContentType

from actions.models import Action
from tests.reports.sample.brought_back import all_rows, put_in_place

pytestmark = [pytest.mark.django_db, pytest.mark.embedded]


def test_kinds_of_records_are_those_that_were_kept():
    kept = ContentType.objects.get_for_model(Action).pk
    rows = all_rows()
    number_anew()
    assert ContentType.objects.get_for_model(Action).pk != kept

    put_in_place(rows)

    assert ContentType.objects.get_for_model(Action).pk == kept


def number_anew() -> None:
    """Number a kind of record as after a test that empties the tables: they are filled again with other numbers."""
    ContentType.objects.get_for_model(Action).delete()
    ContentType.objects.clear_cache()
