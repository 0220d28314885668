"""Signs of life of a job: a thread beside the work stamps the row, however long the work is silent."""

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import DatabaseError, connection

log = logging.getLogger(__name__)


@contextmanager
def heartbeat(stamp: Callable[[], bool], *, every: float) -> Iterator[None]:
    """Call `stamp` every so many seconds, on a database connection of its own, for as long as the work lasts.

    It dies with the process, and ends when `stamp` says that there is nothing left to keep alive. Inside a
    transaction it is not needed: nobody else can see the row yet, and the stamp would wait for the commit.
    """
    if connection.in_atomic_block:
        log.debug("No sign of life is written: the work is done inside a transaction")
        yield
        return
    stop = threading.Event()
    thread = threading.Thread(target=beat, args=(stamp, stop, every), name="heartbeat", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def beat(stamp: Callable[[], bool], stop: threading.Event, every: float) -> None:
    """Stamp until told to stop; a stamp that the database refuses is tried again next time.

    Work that hangs is not alive for ever: where threads do it, Celery ends none that is over its time.
    """
    ends_at = time.monotonic() + settings.CELERY_TASK_TIME_LIMIT
    try:
        while time.monotonic() < ends_at and not stop.wait(every):
            try:
                if not stamp():
                    return
            except DatabaseError:
                log.warning("A sign of life could not be written", exc_info=True)
                connection.close()
    finally:
        connection.close()
