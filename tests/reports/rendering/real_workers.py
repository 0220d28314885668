"""A portal of its own in a folder, with processes that can be killed: real database file, real queue, real workers."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

from celery import Celery

from portal import file_queue
from portal.environment import filesystem_queue
from scripts.run import commands

file_queue.register()
ROOT = Path(__file__).resolve().parents[3]
DEADLINE_SECONDS = 90
ABANDONED_AFTER_SECONDS = 2

MIGRATE = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
"""
PREPARE = """
import django; django.setup()
import datetime
from portal.models import Role, User
from reports.models import Committee, Meeting, Report, Section
from reports.services.workflow import approve_report
make = User.objects.create_user
officer = make(email="officer@council.example", name="Officer", role=Role.OFFICER)
manager = make(email="manager@council.example", name="Manager", role=Role.MANAGER)
meeting = Meeting.objects.create(
    committee=Committee.objects.create(name="Scrutiny"),
    held_on=datetime.date.today() + datetime.timedelta(days=60),
)
report = Report.objects.create(
    title="A long report", meeting=meeting, report_of="Director", author_contact="a", chief_officer_contact="c",
    period_start_on=datetime.date(2025, 11, 1), period_end_on=datetime.date(2026, 4, 30),
    drafted_by=officer, status="in_review",
)
body = "\\n\\n".join(["One of very many words that the committee will read. " * 12] * {paragraphs})
Section.objects.create(report=report, heading="Introduction", body=body, taken_over=True, position=1)
approve_report(report=report, by=manager, version=0)
"""


class Portal:
    """The embedded portal in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        left_out = (
            "DATABASE_URL",
            "REDIS_URL",
            "PORTAL_MODE",
            "SECRET_KEY",
            "ALLOWED_HOSTS",
            "PUBLIC_URL",
            "HTTPS",
        )
        self.environment = {
            **{name: value for name, value in os.environ.items() if name not in left_out},
            "DATA_DIR": str(folder),
            "DJANGO_SETTINGS_MODULE": "portal.settings",
            "JOB_ABANDONED_AFTER_SECONDS": str(ABANDONED_AFTER_SECONDS),
        }

    def run(self, *arguments: str) -> str:
        """Run Python to its end; returns what it printed."""
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=self.environment,
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout.strip()

    def worker(self) -> AbstractContextManager[subprocess.Popen]:
        """A real Celery worker, as `make run` starts it."""
        _, *arguments = commands(port=0, at_once=1)["worker"]
        return self.start(*arguments)

    def ask(self, task: str) -> None:
        """Put a task into the queue, as beat does."""
        options = filesystem_queue(self.folder)
        with Celery(broker="files://", set_as_current=False) as app:
            app.conf.broker_transport_options = options
            app.send_task(task, ignore_result=True)

    @contextmanager
    def start(self, *arguments: str) -> Iterator[subprocess.Popen]:
        """Run Python beside the test; killed at the end if it still lives."""
        command = [sys.executable, *arguments]
        with (self.folder / "worker.log").open("ab") as log:
            process = subprocess.Popen(
                command, cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )
        try:
            yield process
        finally:
            if process.poll() is None:
                kill(process)

    def look(self, columns: str, table: str = "rendering") -> tuple:
        """Read the one rendering, or another row, from the database file, as any process may."""
        with closing(sqlite3.connect(self.folder / "portal.sqlite3", timeout=20)) as database:
            return database.execute(f"SELECT {columns} FROM reports_{table}").fetchone()

    def wait(self, columns: str, until: Callable[..., bool]) -> None:
        """Wait until the rendering is as wanted."""
        deadline = time.monotonic() + DEADLINE_SECONDS
        while not until(*self.look(columns)):
            assert time.monotonic() < deadline, (self.look("state, progress"), self.log)
            time.sleep(0.05)

    @property
    def log(self) -> str:
        """What the workers said."""
        return (self.folder / "worker.log").read_text()


def kill_children(process: subprocess.Popen) -> None:
    """Kill whatever processes a worker started, as a machine that runs out of memory may."""
    listed = subprocess.run(["pgrep", "-P", str(process.pid)], capture_output=True, text=True, check=False)
    for pid in listed.stdout.split():
        os.kill(int(pid), signal.SIGKILL)


def kill(process: subprocess.Popen) -> None:
    """Kill a worker and the process that does its work, as a machine that fails would."""
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
