"""Measures how quickly pages answer while reports are rendered, beside when none is; `make bench` calls this.

The portal's own web process is asked over HTTP, as a browser asks it, and a worker on the same data folder renders what
rows of the database ask for. Quiet and busy take turns, so that other work on the machine weighs on both.
"""

import http.client
import os
import signal
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice, product
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.benchmark import ROUNDS, sample_council
from scripts.benchmark_figures import figure
from scripts.benchmark_reports import report_of
from scripts.console import start, stop
from scripts.paths import ROOT
from scripts.run import HOST, commands, embedded_environment
from scripts.servers import free_port, wait_for_port
from scripts.supervisor import GRACE_SECONDS, end_with_parent

if TYPE_CHECKING:
    from portal.models import User
    from reports.models import Rendering
    from reports.querysets import RenderingQuerySet

RENDERINGS = 3
FINDINGS = 1_000
MOST_TIMES = 1.25
TURNS = 3
MOST_SECONDS = 120
PAGES = ("/dashboard/", "/findings/", "/reports/", "/papers/", "/actions/")
CHILD = b"reports.rendering.child"


def main() -> None:
    """Measure each page by turns in quiet and beside three renderings; fail where people would notice those."""
    with sample_council():
        from portal.models import Role, User

        manager = User.objects.filter(role=Role.MANAGER).earliest("pk")
        port, cookie = free_port(), session_of(manager)
        quiet, busy = defaultdict[str, list[float]](list), defaultdict[str, list[float]](list)
        with portal(port) as worker:
            for path in PAGES:
                fetch(port, path, cookie)
            for _ in range(TURNS):
                measure(port, cookie, quiet)
                with renderings(manager, worker):
                    measure(port, cookie, busy)
    slow = [path for path in PAGES if ratio_of(path, quiet[path], busy[path]) > MOST_TIMES]
    sys.exit(bool(slow))


def ratio_of(path: str, quiet: list[float], busy: list[float]) -> float:
    """Print the median of a page beside renderings, held against that in quiet."""
    name = f"{path} beside {RENDERINGS} renderings, median of {len(busy)} requests"
    return figure(name, statistics.median(busy), "ms", floor=statistics.median(quiet))


def measure(port: int, cookie: str, times: dict[str, list[float]]) -> None:
    """Add the milliseconds of some requests for each page; the pages take turns."""
    for _ in range(ROUNDS):
        for path in PAGES:
            times[path].append(fetch(port, path, cookie))


def fetch(port: int, path: str, cookie: str) -> float:
    """Return the milliseconds until a page was there whole."""
    began = time.perf_counter()
    connection = http.client.HTTPConnection(HOST, port, timeout=MOST_SECONDS)
    try:
        connection.request("GET", path, headers={"Cookie": cookie})
        response = connection.getresponse()
        response.read()
    finally:
        connection.close()
    if response.status != 200:
        stop(f"{path} answered {response.status}.")
    return 1000 * (time.perf_counter() - began)


def session_of(person: "User") -> str:
    """Sign a person in; return the cookie."""
    from django.conf import settings
    from django.test import Client

    client = Client(SERVER_NAME="localhost")
    client.force_login(person)
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


@contextmanager
def portal(port: int) -> Iterator[int]:
    """The web process of `make run` and its worker, which has a process for each rendering; gives the worker's id."""
    own = commands(port, at_once=RENDERINGS)
    with begun(own["web"], port), begun(own["worker"], port) as worker:
        wait_for_port(port)
        yield worker.pid


@contextmanager
def begun(command: list[str], port: int) -> Iterator[subprocess.Popen[bytes]]:
    """A process on the data folder, whose lines go where errors go; its children end with it."""
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**embedded_environment(Path(os.environ["DATA_DIR"])), "PUBLIC_URL": f"http://localhost:{port}"},
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr,
        start_new_session=True,
        preexec_fn=end_with_parent,
    )
    try:
        yield process
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(GRACE_SECONDS)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@contextmanager
def renderings(person: "User", worker: int) -> Iterator[None]:
    """Three reports of a thousand findings whose files a worker makes all the while; then it is quiet again."""
    from portal.jobs import fail_job
    from reports.models import Rendering

    asked = ask(person)
    rows = Rendering.objects.filter(pk__in=[row.pk for row in asked])
    try:
        wait_until(lambda: children_of(worker) == RENDERINGS, "all renderings to be under way")
        yield
        if not are_under_way(rows):
            stop("The renderings ended before the pages were measured.")
    finally:
        fail_job(rows, "It was only begun to be measured beside.")
        wait_until(lambda: not children_of(worker), "the renderings to end")


def ask(person: "User") -> "list[Rendering]":
    """Have three reports made into files."""
    from reports.models import Rendering, Report
    from reports.models.edition import Audience
    from reports.tasks import render_edition

    snapshot = report_of(FINDINGS)
    places = product(Report.objects.published().order_by("pk"), Audience)
    asked = [
        Rendering.objects.create(
            report=report, number=99, audience=audience, snapshot=snapshot, asked_by=person
        )
        for report, audience in islice(places, RENDERINGS)
    ]
    for row in asked:
        render_edition.delay(row.pk)
    return asked


def are_under_way(rows: "RenderingQuerySet") -> bool:
    """Whether all are still being made."""
    from reports.models import Rendering

    return rows.filter(state=Rendering.State.RUNNING).count() == RENDERINGS


def children_of(worker: int) -> int:
    """Return how many processes of a worker make files now."""
    found = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            is_child = CHILD in (process / "cmdline").read_bytes()
            found += is_child and os.getpgid(int(process.name)) == worker
        except OSError:
            continue
    return found


def wait_until(is_so: Callable[[], bool], what: str) -> None:
    """Wait for something; stop where it does not come in time."""
    deadline = time.monotonic() + MOST_SECONDS
    while not is_so():
        if time.monotonic() > deadline:
            stop(f"Waited {MOST_SECONDS} seconds for {what}.")
        time.sleep(0.1)


if __name__ == "__main__":
    start(main)
