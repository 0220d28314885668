"""Digests whose worker is killed: real workers, a real queue and a real mail server."""

import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.post_office import PostOffice
from tests.reports.rendering.real_workers import ABANDONED_AFTER_SECONDS, DEADLINE_SECONDS, Portal, kill

pytestmark = [pytest.mark.processes, pytest.mark.embedded]

PREPARE = """
import django; django.setup()
import datetime
from django.utils import timezone
from actions.models import Action
from portal.models import Organisation, Role, User
police = Organisation.objects.create(name="Police", kind="other")
for number in range(3):
    lead = User.objects.create_user(
        email=f"lead{number}@council.example", name=f"Lead {number}", role=Role.ACTION_LEAD, password="x",
        organisation=police,
    )
    late = timezone.localdate() - datetime.timedelta(days=3)
    Action.objects.create(
        reference=f"A-2026-{number}", title="Do it", success_measure="Done", lead=lead, lead_organisation=police,
        start_on=late - datetime.timedelta(days=30), original_due_on=late, due_on=late, agreed_by=lead,
    )
"""
MAKE_AND_SEND = """
import django; django.setup()
from django.utils.timezone import localdate
from actions.reminders import make_digests, send_waiting
print(make_digests(on=localdate()), send_waiting())
"""
PEOPLE = [f"lead{number}@council.example" for number in range(3)]


class MailingPortal(Portal):
    """A portal whose mail goes to a real mail server."""

    def __init__(self, folder: Path, office: PostOffice) -> None:
        super().__init__(folder)
        self.environment["DJANGO_SETTINGS_MODULE"] = "tests.mail_settings"
        self.environment["MAIL_PORT"] = str(office.port)

    def digests(self, columns: str = "state, handed_over") -> list[tuple]:
        """Read all digests from the database file, as any process may."""
        with closing(sqlite3.connect(self.folder / "portal.sqlite3", timeout=20)) as database:
            return database.execute(f"SELECT {columns} FROM actions_digest ORDER BY id").fetchall()

    def wait_until(self, condition: Callable[[], bool]) -> None:
        """Wait until the digests, or the mail server, are as wanted."""
        deadline = time.monotonic() + DEADLINE_SECONDS
        while not condition():
            assert time.monotonic() < deadline, (self.digests(), self.log)
            time.sleep(0.05)

    def wait_until_given_up(self) -> None:
        """Wait until whoever was sending has been silent for long enough to be taken for dead."""
        silence = f"(julianday('now') - julianday(seen_at)) * 86400 > {ABANDONED_AFTER_SECONDS + 0.1}"
        self.wait_until(lambda: all(silent for (silent,) in self.digests(silence)))


@pytest.fixture(autouse=True)
def _today():
    """Real processes live today."""


@pytest.fixture(scope="module")
def prepared(tmp_path_factory, migrated):
    """A portal with three people who are late."""
    folder = tmp_path_factory.mktemp("prepared")
    shutil.copy(migrated, folder)
    Portal(folder).run("-c", PREPARE)
    return folder


@pytest.fixture
def office():
    """A mail server that is closed."""
    return PostOffice()


@pytest.fixture
def portal(prepared, tmp_path, office):
    """A portal of its own, with nothing made yet."""
    shutil.copytree(prepared, tmp_path, dirs_exist_ok=True)
    return MailingPortal(tmp_path, office)


def sent(portal):
    return lambda: [state for (state,) in portal.digests("state")] == ["sent"] * 3


def kill_while_sending(portal, office):
    """Kill a worker once the mail server has stopped at the command that it is to stop at."""
    with office.open(), portal.worker() as worker:
        portal.ask("actions.tasks.make_digests")
        portal.wait_until(office.stopped.is_set)
        kill(worker)
    office.stop_at = ""
    office.stopped.clear()


def go_on(portal, office, until):
    """Let another worker do what beat asks for."""
    portal.wait_until_given_up()
    with office.open(), portal.worker():
        portal.ask("actions.tasks.make_digests")
        portal.ask("actions.tasks.send_digests")
        portal.wait_until(until)


def expected_deliveries(portal, **times):
    people = {person: times.get(person.split("@")[0], 1) for person in PEOPLE}
    keys = dict(zip(PEOPLE, [key for (key,) in portal.digests("message_id")], strict=True))
    return {person: [keys[person]] * number for person, number in people.items()}


def test_worker_killed_before_sending_loses_nothing(portal, office):
    office.stop_at = "RCPT"
    kill_while_sending(portal, office)
    assert portal.digests() == [("sending", 0), ("waiting", 0), ("waiting", 0)]
    assert office.received == []

    go_on(portal, office, until=sent(portal))

    assert portal.digests() == [("sent", 1)] * 3, portal.log
    assert office.delivered() == expected_deliveries(portal)


def test_worker_killed_between_sending_and_recording_repeats_one_message(portal, office):
    office.stop_at = "DATA"
    kill_while_sending(portal, office)
    assert portal.digests() == [("sending", 1), ("waiting", 0), ("waiting", 0)]
    assert list(office.delivered()) == PEOPLE[:1]

    go_on(portal, office, until=sent(portal))

    assert portal.digests() == [("sent", 2), ("sent", 1), ("sent", 1)], portal.log
    assert office.delivered() == expected_deliveries(portal, lead0=2)


def test_message_of_two_killed_workers_does_not_go_out_a_third_time(portal, office):
    office.stop_at = "DATA"
    kill_while_sending(portal, office)
    portal.wait_until_given_up()
    office.stop_at = "DATA"
    with office.open(), portal.worker() as worker:
        portal.ask("actions.tasks.send_digests")
        portal.wait_until(office.stopped.is_set)
        kill(worker)
    office.stop_at = ""
    assert portal.digests() == [("sending", 2), ("waiting", 0), ("waiting", 0)]

    states = [("unconfirmed", 2), ("sent", 1), ("sent", 1)]
    go_on(portal, office, until=lambda: portal.digests() == states)

    assert office.delivered() == expected_deliveries(portal, lead0=2)


def test_worker_killed_after_sending_repeats_nothing(portal, office):
    with office.open(), portal.worker() as worker:
        portal.ask("actions.tasks.make_digests")
        portal.wait_until(sent(portal))
        kill(worker)
    assert office.delivered() == expected_deliveries(portal)

    with office.open():
        assert portal.run("-c", MAKE_AND_SEND) == "0 0"

    assert portal.digests() == [("sent", 1)] * 3
    assert office.delivered() == expected_deliveries(portal)
