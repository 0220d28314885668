"""The sample council, loaded once in a run: each process of the journeys takes a copy of it."""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg2

from scripts.paths import ROOT
from tests.shared import alone

RUN = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))[:12]
TEMPLATE = f"journeys_{RUN}"


@dataclass(frozen=True)
class Prepared:
    """A copy of the sample council: where its data is, and what loading it said of the accounts."""

    environment: dict[str, str]
    accounts: str


@contextlib.contextmanager
def sample_council(data_dir: Path, environment: Mapping[str, str]) -> Iterator[Prepared]:
    """Copy the sample council into a data folder and, on PostgreSQL, into a database of the process's own."""
    original = data_dir.parent.parent / f"prepared-{RUN}"
    url = environment.get("DATABASE_URL")
    own_url = _at(url, f"{TEMPLATE}_{os.getpid()}") if url else ""
    on_servers = {"DATABASE_URL": own_url, "STATIC_ROOT": str(data_dir / "static")} if url else {}
    own = {**environment, "DATA_DIR": str(data_dir), **on_servers}
    try:
        with alone(original):
            accounts = _loaded(original, environment)
            shutil.copytree(original / "data", data_dir, dirs_exist_ok=True)
            if url:
                _execute(url, f'CREATE DATABASE "{_name(own_url)}" TEMPLATE "{TEMPLATE}"')
        yield Prepared(own, accounts)
    finally:
        with alone(original):
            shutil.rmtree(original, ignore_errors=True)
            if url:
                _drop(url, _name(own_url), TEMPLATE)


def manage(*arguments: str, environment: Mapping[str, str]) -> str:
    """Run a command of the portal; returns what it printed."""
    finished = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 0, finished.stderr
    return finished.stdout


def _loaded(folder: Path, environment: Mapping[str, str]) -> str:
    """Load the sample council, with static files on servers, unless another process did; returns what it said."""
    accounts = folder / "accounts.txt"
    if accounts.exists():
        return accounts.read_text()
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "data").mkdir(parents=True)
    loading = {**environment, "DATA_DIR": str(folder / "data")}
    if url := environment.get("DATABASE_URL"):
        _drop(url, TEMPLATE)
        _execute(url, f'CREATE DATABASE "{TEMPLATE}"')
        loading |= {"DATABASE_URL": _at(url, TEMPLATE), "STATIC_ROOT": str(folder / "data" / "static")}
        manage("collectstatic", "--noinput", "--verbosity=0", environment=loading)
    manage("migrate", "--verbosity=0", environment=loading)
    accounts.write_text(manage("load_sample", environment=loading))
    return accounts.read_text()


def _drop(url: str, *names: str) -> None:
    _execute(url, *(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)' for name in names))


def _execute(url: str, *statements: str) -> None:
    with contextlib.closing(psycopg2.connect(url)) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)


def _at(url: str, name: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def _name(url: str) -> str:
    return urlsplit(url).path.removeprefix("/")
