"""How the portal asks PostgreSQL."""

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from portal.databases import WordIndex


@pytest.mark.postgres
def test_postgresql_does_not_compile_the_counts(db):
    with connection.cursor() as cursor:
        cursor.execute("SHOW jit")
        assert cursor.fetchone() == ("off",)


def test_migrations_index_the_words_that_are_searched(settings):
    settings.MIGRATION_MODULES = {}
    steps = [step for row in MigrationLoader(None).disk_migrations.values() for step in row.operations]

    assert {step.table: step.columns for step in steps if isinstance(step, WordIndex)} == {
        "findings_finding": ["text", "reference"],
        "reports_papertext": ["text"],
    }
