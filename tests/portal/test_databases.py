"""How the portal asks PostgreSQL."""

import pytest
from django.db import connection


@pytest.mark.postgres
def test_postgresql_does_not_compile_the_counts(db):
    with connection.cursor() as cursor:
        cursor.execute("SHOW jit")
        assert cursor.fetchone() == ("off",)
