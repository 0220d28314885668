"""What a new database holds before anybody has written in it."""

import sqlite3
from contextlib import closing


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
