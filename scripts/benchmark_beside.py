"""Measures how quickly pages answer while reports are rendered, beside when none is; `make bench` calls this."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from scripts.benchmark import sample_council, took
from scripts.benchmark_figures import figure
from scripts.console import start
from scripts.paths import ROOT

if TYPE_CHECKING:
    from django.test import Client

RENDERINGS = 3
FINDINGS = 1_000
MOST_TIMES = 1.25
TRIES = 5
PAGES = ("/dashboard/", "/findings/", "/reports/", "/papers/", "/actions/")


def main() -> None:
    """Measure each page in quiet and beside three renderings; fail where people would notice those."""
    with sample_council():
        from django.test import Client

        from portal.models import Role, User

        client = Client(SERVER_NAME="localhost", raise_request_exception=True)
        client.force_login(User.objects.filter(role=Role.MANAGER).earliest("pk"))
        quiet = {path: quickest(client, path) for path in PAGES}
        with renderings() as running:
            busy = {path: quickest(client, path) for path in PAGES}
            are_beside = all(process.poll() is None for process in running)
    slow = [
        path
        for path in PAGES
        if figure(f"{path} beside {RENDERINGS} renderings", busy[path], "ms", floor=quiet[path]) > MOST_TIMES
    ]
    sys.exit(bool(slow) or not are_beside)


def quickest(client: "Client", path: str) -> float:
    """The quickest of some medians, in milliseconds: other work on the machine disturbs some of them."""
    assert client.get(path).status_code == 200, path
    return min(took(client, path).milliseconds for _ in range(TRIES))


@contextmanager
def renderings() -> Iterator[list[subprocess.Popen[bytes]]]:
    """Reports of a thousand findings whose files are made meanwhile, each as the worker makes them."""
    command = [sys.executable, "-m", "scripts.benchmark_reports", str(FINDINGS), "files"]
    running = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) for _ in range(RENDERINGS)]
    try:
        yield running
    finally:
        for process in running:
            process.kill()
            process.wait()


if __name__ == "__main__":
    start(main)
