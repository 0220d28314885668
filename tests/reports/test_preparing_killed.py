"""Drafts whose worker is killed: real processes, a real database file and a real mail server."""

import shutil
import sqlite3
import subprocess
from contextlib import closing

import pytest

from tests.post_office import PostOffice
from tests.reports.rendering.real_workers import Portal

pytestmark = [pytest.mark.processes, pytest.mark.embedded]

PREPARE = """
import django; django.setup()
import datetime
from django.utils import timezone
from portal.models import Role, User
from reports.models import Committee, Contributor, Cycle, Meeting
make = User.objects.create_user
officer = make(email="officer@council.example", name="Officer", role=Role.OFFICER)
lead = make(email="lead@council.example", name="Lead", role=Role.ACTION_LEAD)
committee = Committee.objects.create(name="Scrutiny")
soon = timezone.localdate() + datetime.timedelta(days=21)
Meeting.objects.create(committee=committee, held_on=soon)
cycle = Cycle.objects.create(
    committee=committee, months=[soon.month], author=officer, title="Half-yearly report", report_of="Director",
    author_contact="a", chief_officer_contact="c",
)
Contributor.objects.create(cycle=cycle, person=lead, what="Figures")
"""
DIE = """
import django; django.setup()
import os, signal
from reports.services import contributions, preparing
def die(*arguments, **named): os.kill(os.getpid(), signal.SIGKILL)
{place} = die
from reports.scheduled import prepare_drafts
prepare_drafts()
"""
GO_ON = """
import django; django.setup()
from reports.scheduled import prepare_drafts
from reports.tasks import send_notices
for _ in range(2):
    prepare_drafts(); send_notices()
"""


@pytest.fixture(scope="module")
def prepared(tmp_path_factory, migrated):
    """A portal with a meeting whose draft is due to be prepared."""
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
    """A portal of its own, with nothing prepared yet, whose mail goes to a real server."""
    shutil.copytree(prepared, tmp_path, dirs_exist_ok=True)
    portal = Portal(tmp_path)
    portal.environment |= {"DJANGO_SETTINGS_MODULE": "tests.mail_settings", "MAIL_PORT": str(office.port)}
    return portal


def kept(portal):
    """How many drafts, preparations and contributions there are, and the notices with their states."""
    tables = ("report", "preparation", "contribution")
    counts = [portal.look("count(*)", table)[0] for table in tables]
    with closing(sqlite3.connect(portal.folder / "portal.sqlite3", timeout=20)) as database:
        notices = database.execute("SELECT kind, state FROM reports_notice ORDER BY kind").fetchall()
    return counts, notices


@pytest.mark.parametrize(
    ("place", "left"),
    [
        ("preparing.tell", ([0, 0, 0], [])),
        ("contributions.send_notices.delay", ([1, 1, 1], [("asked", "waiting"), ("prepared", "waiting")])),
    ],
    ids=["before the commit", "between preparing and telling"],
)
def test_killed_worker_loses_nothing_and_the_draft_is_prepared_once(portal, office, place, left):
    with pytest.raises(subprocess.CalledProcessError):
        portal.run("-c", DIE.format(place=place))
    assert kept(portal) == left

    with office.open():
        portal.run("-c", GO_ON)

    assert kept(portal) == ([1, 1, 1], [("asked", "sent"), ("prepared", "sent")])
    assert sorted(message["To"] for message in office.received) == [
        "lead@council.example",
        "officer@council.example",
    ]
