"""A running portal for the journeys: web, a Celery worker and beat, as `make run` or production starts them."""

import contextlib
import os
import re
import time
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from scripts.run import commands
from scripts.servers import free_port
from scripts.supervisor import Member
from tests.journeys.looked_at import LookedAt
from tests.journeys.mailbox import FolderMailbox, Mailbox, mail_server
from tests.journeys.prepared import sample_council

READY_SECONDS = 60
# Redis has 16 databases; tests other than the journeys use the first.
REDIS_DATABASES = range(1, 16)


@dataclass(frozen=True)
class RunningPortal:
    """Where the portal is, the sample accounts, its e-mails and processes; what was looked at, and who signed in."""

    address: str
    password: str
    domain: str
    mailbox: Mailbox
    members: dict[str, Member]
    looked_at: LookedAt
    cookies: dict[str, list[Any]] = field(default_factory=dict)

    def email(self, role: str) -> str:
        """The sample account of a role: officer, manager, lead, scrutineer, member or admin."""
        return f"{role}@{self.domain}"


@contextlib.contextmanager
def running_portal(data_dir: Path, looked_at: LookedAt) -> Iterator[RunningPortal]:
    """Start a portal with the sample council on a free port, on the servers that the tests were given."""
    port = free_port()
    with (
        _surroundings(data_dir) as (surroundings, mailbox),
        sample_council(data_dir, surroundings) as council,
    ):
        environment = {**council.environment, "PUBLIC_URL": f"http://localhost:{port}"}
        members = {name: Member(name, command, environment) for name, command in commands(port).items()}
        try:
            _wait_for(f"http://127.0.0.1:{port}/healthz")
            yield RunningPortal(
                address=f"http://localhost:{port}",
                password=_found(r"password (\S+)", council.accounts),
                domain=_found(r"officer@(\S+)", council.accounts),
                mailbox=mailbox,
                members=members,
                looked_at=looked_at,
            )
        finally:
            _end(members.values())


@contextlib.contextmanager
def days_later(portal: RunningPortal, days: int) -> Iterator[RunningPortal]:
    """The same portal as its pages will be in so many days: a second web process, whose clock is ahead."""
    port = free_port()
    interpreter, _, *web = commands(port)["web"]
    command = [interpreter, "-m", "tests.journeys.later", str(days), *web]
    member = Member("later", command, portal.members["web"].environment)
    try:
        _wait_for(f"http://127.0.0.1:{port}/healthz")
        yield replace(portal, address=f"http://localhost:{port}")
    finally:
        _end([member])


@contextlib.contextmanager
def _surroundings(data_dir: Path) -> Iterator[tuple[dict[str, str], Mailbox]]:
    own = {**os.environ, "DATA_DIR": str(data_dir), "PYTHONUNBUFFERED": "1", "HTTPS": "false"}
    own.pop("DJANGO_SETTINGS_MODULE", None)
    own["JOB_ABANDONED_AFTER_SECONDS"] = "5"
    url = own.get("DATABASE_URL")
    if not url:
        yield {**own, "PORTAL_MODE": "embedded"}, FolderMailbox(data_dir / "mail")
        return
    with mail_server() as (email_url, mailbox):
        production = {
            **own,
            "REDIS_URL": f"{own['REDIS_URL'].rsplit('/', 1)[0]}/{_redis_database()}",
            "EMAIL_URL": email_url,
            "ALLOWED_HOSTS": "localhost,127.0.0.1",
        }
        yield production, mailbox


def _redis_database() -> int:
    """A queue of their own for the journeys of each process, so that no worker takes another's work."""
    number = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    return REDIS_DATABASES[number % len(REDIS_DATABASES)]


def _end(members: Iterable[Member]) -> None:
    """End processes at once: what they were at work on is thrown away with their data."""
    for member in members:
        member.kill_group()
        member.process.wait()


def _wait_for(address: str) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        with contextlib.suppress(urllib.error.URLError, OSError):
            urllib.request.urlopen(address, timeout=2).close()
            return
        time.sleep(0.1)
    raise AssertionError(f"{address} has not answered within {READY_SECONDS} seconds")


def _found(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    assert match, text
    return match[1]
