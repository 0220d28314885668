"""The embedded default's queue: a folder of files, in which a message is there whole or not at all.

That holds whatever process is killed. Where the machine itself stops, a message may be cut short or lost, as nothing
waits for the disk: the row in the database is the truth about background work.

Kombu's own transport creates a file before it writes it, so that a worker can take an empty one; it forgets what a
killed worker held, and it writes over its table of queues where two processes announce themselves at once.
"""

import fcntl
import logging
import os
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path
from queue import Empty
from typing import Any

from kombu.transport import TRANSPORT_ALIASES, filesystem
from kombu.utils.json import dumps, loads

log = logging.getLogger(__name__)

LOOK_FOR_LEFT_EVERY_SECONDS = 10.0
LEFTOVERS = (".*.part", "*.unreadable")
"""What writers that were killed had not finished, and what could not be read."""
LEFTOVERS_KEPT_SECONDS = 24 * 60 * 60
Binding = filesystem.exchange_queue_t


class Channel(filesystem.Channel):
    """Puts by renaming; holds a message that it took, by a lock on its file, until it is acknowledged."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.held: dict[str, tuple[Path, int]] = {}
        self.never_acknowledged: set[str] = set()
        self.looked_at = float("-inf")

    def _put(self, queue: str, payload: Any, **kwargs: Any) -> None:  # type: ignore[override]
        # They are taken in the order of their names, those from before a restart too.
        name = f"{time.time_ns():020}_{uuid.uuid4()}.{queue}.msg"
        write_whole(Path(self.data_folder_out) / name, payload)

    def _get(self, queue: str, timeout: float | None = None) -> Any:
        self._put_back_left()
        for path in sorted(Path(self.data_folder_in).iterdir()):
            if path.name.partition(".")[2] != f"{queue}.msg":
                continue
            taken = take(path, Path(self.processed_folder) / path.name)
            if taken is not None:
                payload = self._read(*taken, may_forget=queue in self.never_acknowledged)
                if payload is not None:
                    return payload
        raise Empty

    def _read(self, path: Path, lock: int, *, may_forget: bool) -> Any:
        """Read a message that is held; None, and a line in the log, where it cannot be read."""
        try:
            payload = loads(path.read_bytes().decode())
            tag = payload["properties"]["delivery_tag"]
        except (ValueError, KeyError, TypeError):
            log.exception("A message of the queue cannot be read, and is left aside: %s", path.name)
            os.utime(lock)  # it is kept for a day from now on
            path.rename(path.with_suffix(".unreadable"))
            os.close(lock)
            return None
        self._let_go(tag)
        self.held[tag] = path, lock
        if may_forget:
            self._let_go(tag)
        return payload

    def _let_go(self, tag: str) -> None:
        """Forget a message: it was acted on, or put anew."""
        path, lock = self.held.pop(tag, (None, -1))
        if path is not None:
            path.unlink(missing_ok=True)
            os.close(lock)

    def _put_back_left(self) -> None:
        """Offer again what processes held that live no more, as nothing locks it; clear what is of no use."""
        if time.monotonic() - self.looked_at < LOOK_FOR_LEFT_EVERY_SECONDS:
            return
        self.looked_at = time.monotonic()
        for left in Path(self.processed_folder).glob("*.msg"):
            taken = take(left, Path(self.data_folder_in) / left.name)
            if taken is not None:
                log.warning("A message that a lost worker held is offered again: %s", left.name)
                os.close(taken[1])
        for folder in (self.data_folder_in, self.processed_folder, self.control_folder):
            clear_leftovers(Path(folder))

    def basic_consume(self, queue: str, no_ack: bool, *args: Any, **kwargs: Any) -> Any:
        """Consume a queue; what nobody will acknowledge is let go as it is read."""
        if no_ack:
            self.never_acknowledged.add(queue)
        return super().basic_consume(queue, no_ack, *args, **kwargs)

    def basic_ack(self, delivery_tag: str, multiple: bool = False) -> None:
        """Let a message go that was acted on."""
        super().basic_ack(delivery_tag, multiple)
        self._let_go(delivery_tag)

    def basic_reject(self, delivery_tag: str, requeue: bool = False) -> None:
        """Let a message go that nobody shall act on; one that is put anew is let go by that."""
        super().basic_reject(delivery_tag, requeue)
        if not requeue:
            self._let_go(delivery_tag)

    def _restore(self, message: Any) -> None:
        super()._restore(message)
        self._let_go(message.delivery_tag)

    def _queue_bind(
        self, exchange: str, routing_key: str | None, pattern: str | None, queue: str | None
    ) -> None:
        added = Binding(routing_key or "", pattern or "", queue or "")
        self._change_table(exchange, lambda table: table if added in table else [added, *table])

    def _delete(
        self, queue: str, exchange: str, routing_key: str, pattern: str, *args: Any, **kwargs: Any
    ) -> None:
        removed = Binding(routing_key or "", pattern or "", queue or "")
        self._change_table(exchange, lambda table: [binding for binding in table if binding != removed])

    def _change_table(self, exchange: str, change: Callable[[list[Binding]], list[Binding]]) -> None:
        """Change an exchange's table of queues, one process after the other; readers see it whole."""
        path: Path = self._exchange_file(exchange)  # type: ignore[attr-defined]
        with alone(self.control_folder / "lock"):
            table = self.get_table(exchange)
            changed = change(table)
            if changed != table:
                write_whole(path, changed)


class Transport(filesystem.Transport):
    """The transport that `files://` in CELERY_BROKER_URL stands for."""

    Channel = Channel


def register() -> None:
    """Make the transport known to Celery by its name."""
    TRANSPORT_ALIASES["files"] = f"{__name__}:Transport"


def write_whole(path: Path, content: Any) -> None:
    """Write a file under another name in its folder and rename it, so that nobody sees a part of it."""
    unfinished = path.with_name(f".{uuid.uuid4()}.part")
    try:
        with unfinished.open("wb") as file:
            file.write(dumps(content).encode())
        unfinished.rename(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def clear_leftovers(folder: Path) -> None:
    """Remove leftovers that are older than a day: no writer takes so long, and whoever looks into them has had time."""
    latest = time.time() - LEFTOVERS_KEPT_SECONDS
    for path in chain.from_iterable(map(folder.glob, LEFTOVERS)):
        with suppress(FileNotFoundError):
            if path.stat().st_mtime < latest:
                path.unlink()


def take(path: Path, where: Path) -> tuple[Path, int] | None:
    """Lock a file and move it; None where another has it.

    The lock ends with the process, however that ends. A child that is forked meanwhile has it too, until it ends or
    begins another program: the lock ends with the last of them.
    """
    try:
        lock = os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        path.rename(where)
    except (BlockingIOError, FileNotFoundError):
        os.close(lock)
        return None
    return where, lock


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Let one process at a time do what follows."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
