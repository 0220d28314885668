"""Workers killed at random moments of rendering: every report gets its edition, once, and no file too many stays."""

import json
import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

pytestmark = [pytest.mark.processes(minutes=1), pytest.mark.embedded]

# Two processes share the work, as the machine has two cores; each forks a worker for every rendering,
# and the worker forks its child: what takes long is to load the libraries.
DRIVERS = 2
KILLS = 20 if os.environ.get("CI") else 4
MOST_TRIED = 5 * KILLS
"""A worker that had not begun yet, or had finished, was not killed at its work: another one is tried instead."""
PREPARE = """
import django; django.setup()
import datetime, sys
from portal.models import Role, User
from reports.models import Committee, Meeting, Rendering, Report
from tests.reports.rendering.snapshots import paragraph, section, snapshot, table
officer = User.objects.create_user(email="officer@council.example", name="Officer", role=Role.OFFICER)
committee = Committee.objects.create(name="Scrutiny")
day = datetime.date(2026, 6, 16)
meeting = Meeting.objects.create(committee=committee, held_on=day)
content = snapshot(section(1, "Text", paragraph(1, "Words."), table(1, [["a", "b"]] * 40)))
for number in range(int(sys.argv[1])):
    report = Report.objects.create(
        title=f"Report {number}", meeting=meeting, report_of="Director", author_contact="a",
        chief_officer_contact="c", period_start_on=day, period_end_on=day, drafted_by=officer,
    )
    Rendering.objects.create(report=report, snapshot=content, asked_by=officer)
"""
# The first rendering of each driver is left alone, to learn how long one takes.
DRIVE = """
import django; django.setup()
import json, os, random, signal, sys, time
from django.conf import settings
from django.db import connections
from reports.models import Rendering
from reports.rendering.job import run_rendering, take_back_abandoned
from tests.reports.rendering.forked import fork_ahead
# Long enough that no driver takes what the other renders on a busy machine for abandoned.
settings.JOB_ABANDONED_AFTER_SECONDS = 10

def work(pk):
    pid = os.fork()
    if not pid:
        fork_ahead()
        run_rendering(pk)
        os._exit(0)
    return pid

# How far a rendering was when its worker was killed; None where that was not at work at the moment.
def killed_at_work(pk):
    global usual
    pid = work(pk)
    time.sleep(random.uniform(0, usual))
    os.kill(pid, signal.SIGKILL)
    was_killed = os.WIFSIGNALED(os.waitpid(pid, 0)[1])
    left = Rendering.objects.get(pk=pk)
    connections.close_all()
    if left.edition_id:
        # Made before it could be killed: the machine may have been busier when the first was.
        usual *= 0.9
    return left.progress if was_killed and left.state == "running" and left.edition_id is None else None

wanted, first, *others = map(int, sys.argv[1:])
began = time.monotonic()
os.waitpid(work(first), 0)
usual = time.monotonic() - began
tried, hits = [first], []
while others and len(hits) < wanted:
    tried.append(others.pop(0))
    hits += [hit for hit in [killed_at_work(tried[-1])] if hit is not None]
for pk in tried:
    while Rendering.objects.filter(pk=pk).unfinished():
        take_back_abandoned()
        connections.close_all()
        os.waitpid(work(pk), 0)
        time.sleep(0.1)
attempts = dict(Rendering.objects.filter(pk__in=tried).values_list("pk", "attempts"))
print(json.dumps({"tried": tried, "hits": hits, "begun_again": sum(n > 1 for n in attempts.values())}))
"""
TIDY = """
import django; django.setup()
import datetime
from django.utils import timezone
from portal.housekeeping import remove_orphan_files
remove_orphan_files(now=timezone.now() + datetime.timedelta(days=2))
"""


def test_each_report_gets_one_edition_whenever_its_worker_is_killed(portal, tmp_path):
    each, wanted = (1 + MOST_TRIED // DRIVERS, KILLS // DRIVERS)
    portal.run("-c", PREPARE, str(DRIVERS * each))
    keys = [str(pk) for pk in range(1, DRIVERS * each + 1)]
    shares = [[str(wanted), *keys[place * each : (place + 1) * each]] for place in range(DRIVERS)]

    with ThreadPoolExecutor() as pool:
        said = [json.loads(line) for line in pool.map(lambda share: portal.run("-c", DRIVE, *share), shares)]

    assert sum(len(told["hits"]) for told in said) == KILLS, said
    # Each was begun again after its worker was killed at it, and no other one was.
    assert sum(told["begun_again"] for told in said) == KILLS, said
    tried = sorted(key for told in said for key in told["tried"])
    with closing(sqlite3.connect(tmp_path / "portal.sqlite3")) as database:
        ended = {
            pk: (state, failure, has_edition)
            for pk, state, failure, has_edition in database.execute(
                "SELECT id, state, failure, edition_id IS NOT NULL FROM reports_rendering WHERE attempts > 0"
            )
        }
        editions = database.execute(
            "SELECT report_id, number, pdf, docx, html FROM reports_edition"
        ).fetchall()
    assert ended == dict.fromkeys(tried, ("done", "", 1))
    assert sorted(row[:2] for row in editions) == [(key, 1) for key in tried]
    portal.run("-c", TIDY)
    kept = {str(path.relative_to(tmp_path / "files")) for path in (tmp_path / "files").rglob("*.*")}
    assert kept == {name for row in editions for name in row[2:]}
