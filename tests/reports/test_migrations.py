"""What a new database holds before anybody has written in it, and what migrations do with the rows that are there."""

import sqlite3
from contextlib import closing
from importlib import import_module

import pytest
from django.apps import apps

from reports.models import AnnexFile
from tests.factories.portal import UserFactory


def test_new_database_has_the_kinds_of_implications_and_the_levels_of_confidence(migrated):
    with closing(sqlite3.connect(migrated)) as database:
        kinds = database.execute("SELECT name FROM reports_implicationkind ORDER BY position").fetchall()
        levels = database.execute("SELECT code FROM actions_ratinglevel ORDER BY position").fetchall()

    assert [name for (name,) in kinds] == [
        "Financial",
        "Human resources",
        "Equalities",
        "Legal",
        "Crime and disorder",
        "Information technology",
        "Property",
        "Risk",
        "Other",
    ]
    assert [code for (code,) in levels] == ["high", "medium", "low"]


@pytest.mark.django_db
def test_words_of_annexes_from_before_can_be_searched():
    table = {"type": "table", "rows": [["Ward", "Visits"], ["Marsh", "7"]]}
    for parts in ([{"type": "paragraph", "text": "Terms", "depth": 0}, table], []):
        AnnexFile.objects.create(name="a file", size=1, sha256="", parts=parts, added_by=UserFactory())

    import_module("reports.migrations.0004_fill_words_of_annexes").fill(apps, None)

    assert [file.words for file in AnnexFile.objects.order_by("pk")] == ["Terms\nWard\nVisits\nMarsh\n7", ""]
