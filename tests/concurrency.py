"""Doing several things at the same moment, each in a thread with a database connection of its own."""

import sqlite3
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from threading import Barrier, Event, Thread
from typing import Any

from django.db import connection, connections


def at_once(calls: Sequence[Callable[[], Any]], *, folder: Path) -> list[Any]:
    """Run the calls together; return what each returned or raised. Needs committed data (transaction=True).

    The SQLite of the tests is in memory, where threads cannot wait for each other: they get a copy of it in a
    file in the folder, as the portal itself has one. The calls must therefore return what is to be looked at.
    """
    name = _copy_to_file(folder) if connection.vendor == "sqlite" else None
    outcomes: list[Any] = [None] * len(calls)
    start = Barrier(len(calls))

    def run(place: int, call: Callable[[], Any]) -> None:
        _connect(name)
        try:
            connection.ensure_connection()
            start.wait(timeout=30)
            outcomes[place] = call()
        except Exception as error:
            outcomes[place] = error
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=pair) for pair in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return outcomes


class Pause:
    """A pause in the middle of one call, in which another runs: to its end, or until it waits for the first."""

    def __init__(self) -> None:
        self.begun, self.over = Event(), Event()

    def before(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """The call, with the pause before it; a moment is enough for what a lock keeps from coming further."""

        @wraps(call)
        def paused(*args: Any, **kwargs: Any) -> Any:
            self.begun.set()
            self.over.wait(timeout=1)
            return call(*args, **kwargs)

        return paused

    def during(self, call: Callable[[], Any]) -> Callable[[], Any]:
        """The call that runs in the pause."""

        def meanwhile() -> Any:
            self.begun.wait(timeout=30)
            try:
                return call()
            finally:
                self.over.set()

        return meanwhile


def _copy_to_file(folder: Path) -> str:
    path = folder / "at-once.sqlite3"
    if not path.exists():
        connection.ensure_connection()
        target = sqlite3.connect(path)
        connection.connection.backup(target)
        # Two that open a new file at once would both set this, and one of them be told that the file is locked.
        target.execute("PRAGMA journal_mode=WAL")
        target.close()
    return str(path)


def _connect(name: str | None) -> None:
    if name is not None:
        connection.settings_dict = {**connection.settings_dict, "NAME": name}
