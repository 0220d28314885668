"""Where PostgreSQL can do more than SQLite: the one module that knows which database it is."""

from typing import Any

from django.db.migrations.operations.special import RunSQL
from django.db.models import F, Func, IntegerField, QuerySet, Subquery, TextField

TRIGRAMS = "CREATE EXTENSION IF NOT EXISTS pg_trgm"


class Joined(Subquery):
    """A text of many related rows, in their order, as one text: "Neglect; Voice of the child"; None without any.

    Asked for with each row, it costs a file of any length no further query.
    """

    output_field = TextField()
    template = "(SELECT %(function)s(one_of_them, '; ') FROM (%(subquery)s) AS all_of_them)"

    def __init__(self, rows: QuerySet, text: str, **extra: Any) -> None:
        super().__init__(rows.annotate(one_of_them=F(text)).values("one_of_them"), **extra)

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        """Write it for PostgreSQL."""
        return self.as_sql(compiler, connection, function="STRING_AGG")

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        """Write it for SQLite."""
        return self.as_sql(compiler, connection, function="GROUP_CONCAT")


class WordIndex(RunSQL):
    """An index for finding parts of words in texts, on PostgreSQL; SQLite, for few rows, reads them all.

    It serves `icontains`, which compares in capitals, for words of three letters or more.
    """

    def __init__(self, table: str, name: str, columns: list[str]) -> None:
        self.table, self.name, self.columns = table, name, columns
        indexed = ", ".join(f"upper({column}::text) gin_trgm_ops" for column in columns)
        super().__init__(
            [TRIGRAMS, f"CREATE INDEX IF NOT EXISTS {name} ON {table} USING gin ({indexed})"],
            f"DROP INDEX {name}",
        )

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Return how this operation is written in a migration."""
        return (self.__class__.__qualname__, [self.table, self.name, self.columns], {})

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Make the index, on PostgreSQL."""
        if schema_editor.connection.vendor == "postgresql":
            super().database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Remove the index, on PostgreSQL."""
        if schema_editor.connection.vendor == "postgresql":
            super().database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """Say in a line what the operation does."""
        return f"Index the words of {self.table}"


class DaysSince(Func):
    """How many days lie between two days, the later one first, as a number."""

    template = "(%(expressions)s)"
    arg_joiner = " - "
    output_field = IntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, Any]:
        """Make days of texts, which is how SQLite keeps them."""
        template, joiner = "CAST(julianday(%(expressions)s) AS integer)", ") - julianday("
        return self.as_sql(compiler, connection, template=template, arg_joiner=joiner, **extra)
