"""Runs the portal on the embedded default: web, worker and beat; `make run` calls this."""

import errno
import fcntl
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import IO

from scripts.console import say, start, stop
from scripts.paths import ROOT
from scripts.supervisor import supervise

HOST = "127.0.0.1"
READY_SECONDS = 60
WORK_AT_ONCE = 4
"""Jobs. One may compare findings and two make the editions of a report, for minutes: a letter has the other place."""
PRODUCTION_VARIABLES = ("DATABASE_URL", "REDIS_URL")


def main() -> None:
    """Prepare the data folder, start the processes and stay until told to stop."""
    port = read_port()
    data_dir = Path(os.environ.get("DATA_DIR") or ROOT / "var").resolve()
    environment = {**embedded_environment(data_dir), "PUBLIC_URL": f"http://localhost:{port}"}
    refuse_taken_port(port)
    lock = claim(data_dir)
    accounts = prepare(environment)
    code = supervise(commands(port), environment, lambda: announce(port, data_dir, accounts))
    lock.close()
    sys.exit(code)


def read_port() -> int:
    """The port to listen on, from PORT."""
    text = os.environ.get("PORT") or "8000"
    if not text.isdigit() or not 0 < int(text) < 65536:
        stop(f"PORT must be a number from 1 to 65535, not {text!r}.")
    return int(text)


def embedded_environment(data_dir: Path) -> dict[str, str]:
    """The environment of the processes: the embedded default, whatever the shell has set."""
    kept = {name: value for name, value in os.environ.items() if name not in PRODUCTION_VARIABLES}
    own = {"DJANGO_SETTINGS_MODULE": "portal.settings", "PORTAL_MODE": "embedded", "DATA_DIR": str(data_dir)}
    # The warning is about queues of pickled messages; these are JSON, in a folder of one's own.
    quiet = {"PYTHONWARNINGS": "ignore:You're running the worker with superuser privileges"}
    return {**kept, **own, **quiet, "PYTHONUNBUFFERED": "1"}


def refuse_taken_port(port: int) -> None:
    """Stop with one sentence where something listens on the port already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            reason = "is taken" if error.errno == errno.EADDRINUSE else f"cannot be used ({error.strerror})"
            stop(f"Port {port} {reason}: choose another, for example make run PORT={port + 1}")


def claim(data_dir: Path) -> IO[str]:
    """Hold the data folder for this copy alone; two schedulers on one queue would do everything twice."""
    data_dir.mkdir(parents=True, exist_ok=True)
    lock = (data_dir / "run.lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        stop(
            f"Another copy runs on {data_dir}: give this one its own folder, for example make run DATA_DIR=./var-2"
        )
    return lock


def prepare(environment: dict[str, str]) -> str:
    """Bring the database up to date and return the sample accounts; stop where it fails."""
    finished = subprocess.run(
        [sys.executable, "-m", "scripts.prepare"],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    if finished.returncode:
        stop("The database could not be prepared: see the message above.")
    return finished.stdout


def commands(port: int, *, at_once: int = WORK_AT_ONCE) -> dict[str, list[str]]:
    """The three processes. SQLite takes one writer at a time, so one web process with threads serves best.

    `at_once` says how many jobs the worker does side by side.
    """
    gunicorn = f"gunicorn portal.wsgi:application --bind {HOST}:{port} --worker-class gthread --workers 1"
    gunicorn += " --threads 8 --timeout 60 --graceful-timeout 5 --no-control-socket --log-level warning"
    # Workers that share a folder as their queue cannot gossip: there is no broadcast to listen to.
    worker = f"celery --app portal --quiet worker --concurrency {at_once} --loglevel WARNING"
    worker += " --without-gossip --without-mingle --without-heartbeat"
    # Threads: processes would take jobs from a pipe by turns, and one that is killed in its turn never ends it.
    worker += " --pool threads"
    beat = "celery --app portal --quiet beat --pidfile= --loglevel WARNING"
    return {
        name: [sys.executable, "-m", *command.split()]
        for name, command in {"web": gunicorn, "worker": worker, "beat": beat}.items()
    }


def announce(port: int, data_dir: Path, accounts: str) -> None:
    """Print the address and the sample accounts once the web process answers."""
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        if answers(f"http://{HOST}:{port}/healthz"):
            say(f"\n{accounts.rstrip()}\n\nThe portal is ready at http://localhost:{port}/")
            say(f"Data is kept in {data_dir}. Stop with Ctrl-C.\n")
            return
        time.sleep(0.1)
    say(f"The portal has not answered within {READY_SECONDS} seconds: see the messages above.")


def answers(url: str) -> bool:
    """Tell whether the address answers 200."""
    try:
        with urllib.request.urlopen(url, timeout=2) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False


if __name__ == "__main__":
    start(main)
