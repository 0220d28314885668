"""SQL that Django does not write: where the databases differ, and where writing it takes too long.

It is the one module that knows which database it is.
"""

import datetime
from collections.abc import Sequence
from typing import Any
from weakref import WeakKeyDictionary

from django.db.migrations.operations.special import RunSQL
from django.db.models import (
    ExpressionWrapper,
    F,
    Func,
    IntegerField,
    QuerySet,
    Subquery,
    TextField,
)
from django.db.models.sql.compiler import SQLCompiler

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


class WrittenOnce(ExpressionWrapper):
    """An expression whose SQL is written once for a query that has it several times.

    A column by which the rows are ordered too, be it as a part of a sum, is written for each of the two.
    """

    written: WeakKeyDictionary[SQLCompiler, tuple[str, tuple[Any, ...]]] | None = None

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, Any]:
        """Return what was written for the query that this compiler writes, or write it."""
        if self.written is None:
            self.written = WeakKeyDictionary()
        if compiler not in self.written:
            sql, params = super().as_sql(compiler, connection)
            self.written[compiler] = sql, tuple(params)
        sql, params = self.written[compiler]
        return sql, list(params)

    def copy(self) -> "WrittenOnce":
        """Return a copy of which nothing is written yet: it can be given other tables, in the same query too."""
        copy = super().copy()
        copy.written = None
        return copy


class Place(Func):
    """How many of some days or moments, given in order, that of a row has reached: rows that are alike count together.

    Of conditions one by one, to write the SQL takes Django several times as long as the database takes to answer.
    """

    output_field = IntegerField()

    def __init__(self, name: str, limits: Sequence[datetime.date], **extra: Any) -> None:
        super().__init__(name, **extra)
        self.limits = tuple(limits)

    def as_sql(self, compiler: SQLCompiler, connection: Any, *args: Any, **kwargs: Any) -> tuple[str, Any]:
        """Ask for the limits one after the other, the first of them first."""
        (source,) = self.get_source_expressions()
        column, params = compiler.compile(source)
        limits = [source.output_field.get_db_prep_value(limit, connection) for limit in self.limits]
        asked = " ".join(f"WHEN {column} < %s THEN {place}" for place in range(len(limits)))
        values = [value for limit in limits for value in (*params, limit)]
        return f"CASE {asked} ELSE {len(limits)} END", values
