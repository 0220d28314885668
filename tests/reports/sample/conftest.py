"""The sample council, loaded once in a run and brought back for the tests of each module."""

import datetime
import os
import pickle
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction

from reports.models import Edition
from reports.sample.load import load_sample
from tests.reports.kept_back import file_of
from tests.shared import alone, shared_folder

ROWS, FILES = "rows.pickle", "files"
ANCHOR = datetime.date(2026, 11, 21)


@pytest.fixture(scope="module")
def sample_council(
    django_db_setup: None, django_db_blocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[datetime.date]:
    """The loaded sample, as of its anchor day; taken away after the module."""
    loaded = shared_folder(tmp_path_factory, "sample")
    with django_db_blocker.unblock(), transaction.atomic():
        with alone(loaded):
            if (loaded / ROWS).exists():
                bring_back(loaded)
            else:
                load_sample(today=ANCHOR)
                keep(paper_in(tmp_path_factory), public_pdf())
                keep_loaded(loaded)
        yield ANCHOR
        transaction.set_rollback(True)
    ContentType.objects.clear_cache()


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


@pytest.fixture(scope="module")
def public_paper(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The PDF of the public paper, as kept by whoever loaded the sample in this run; loaded only where nobody has."""
    kept = paper_in(tmp_path_factory)
    if not kept.exists():
        request.getfixturevalue("sample_council")
    return kept.read_bytes()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run last what reads the paper that others keep."""
    items.sort(key=lambda item: "public_paper" in getattr(item, "fixturenames", ()))


def paper_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the public paper is kept for the run."""
    return shared_folder(tmp_path_factory, "files") / "public_paper.pdf"


def public_pdf() -> bytes:
    """The PDF of the public paper from the sample that is loaded."""
    return file_of(
        Edition.objects.get(report__title="Bi-annual safeguarding report", audience="public"), "pdf"
    )


def keep(path: Path, content: bytes) -> None:
    """Write a file that others in the run may look for, whole or not at all."""
    being_written = path.with_suffix(f".{os.getpid()}")
    being_written.write_bytes(content)
    being_written.rename(path)


@pytest.fixture(autouse=True)
def _own_files() -> None:
    """Leave the files where they are: the sample's pictures are there for all tests of a module."""
