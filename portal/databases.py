"""Where PostgreSQL can do more than SQLite: the one module that knows which database it is."""

from typing import Any

from django.db.migrations.operations.special import RunSQL

TRIGRAMS = "CREATE EXTENSION IF NOT EXISTS pg_trgm"


class WordIndex(RunSQL):
    """An index for finding parts of words in texts, on PostgreSQL; SQLite, for few rows, reads them all.

    It serves `icontains`, which compares in capitals, for words of three letters or more.
    """

    def __init__(self, table: str, name: str, columns: list[str]) -> None:
        self.table, self.name, self.columns = table, name, columns
        indexed = ", ".join(f"upper({column}::text) gin_trgm_ops" for column in columns)
        super().__init__(
            [TRIGRAMS, f"CREATE INDEX {name} ON {table} USING gin ({indexed})"], f"DROP INDEX {name}"
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
