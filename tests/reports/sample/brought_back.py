"""The loaded sample as it was kept: its rows and files, put in place by whoever needs it next in a run."""

import os
import pickle
import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection

ROWS, FILES = "rows.pickle", "files"


def is_kept(folder: Path) -> bool:
    """Tell whether somebody kept all of it there."""
    return (folder / ROWS).exists()


def keep_loaded(folder: Path) -> None:
    """Keep the files and all rows: loading them anew takes longer than most tests that read them."""
    shutil.copytree(settings.STORAGES["default"]["OPTIONS"]["location"], folder / FILES, dirs_exist_ok=True)
    keep(folder / ROWS, pickle.dumps(all_rows()))


def bring_back(folder: Path) -> None:
    """Put the rows that were kept in place of those that are there, and the files beside them."""
    shutil.copytree(folder / FILES, settings.STORAGES["default"]["OPTIONS"]["location"], dirs_exist_ok=True)
    put_in_place(pickle.loads((folder / ROWS).read_bytes()))


def all_rows() -> dict[str, list[Any]]:
    """Return the rows of each table as SQLite has them."""
    with connection.cursor() as cursor:
        rows = {}
        for table in connection.introspection.table_names(cursor):
            # A column by itself would come as what Django makes of its type.
            columns = ", ".join(f'+"{column.name}"' for column in columns_of(cursor, table))
            rows[table] = cursor.execute(f'SELECT {columns} FROM "{table}"').fetchall()
    return rows


def put_in_place(rows_of: dict[str, list[Any]]) -> None:
    """Put rows in place of those that are there."""
    with connection.cursor() as cursor:
        for table, rows in rows_of.items():
            names = [f'"{column.name}"' for column in columns_of(cursor, table)]
            places = ", ".join(["%s"] * len(names))
            cursor.execute(f'DELETE FROM "{table}"')
            cursor.executemany(f'INSERT INTO "{table}" ({", ".join(names)}) VALUES ({places})', rows)
    # Kinds of records are numbered anew after a test that empties the tables, in one process and not in another.
    ContentType.objects.clear_cache()


def columns_of(cursor: Any, table: str) -> list[Any]:
    """The columns of a table, none of which the database works out itself."""
    return connection.introspection.get_table_description(cursor, table)


def keep(path: Path, content: bytes) -> None:
    """Write a file that others in the run may look for, whole or not at all."""
    being_written = path.with_suffix(f".{os.getpid()}")
    being_written.write_bytes(content)
    being_written.rename(path)
