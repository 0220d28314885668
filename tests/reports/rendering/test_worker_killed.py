"""What happens to a rendering while its worker is silent, and after its worker is killed."""

import time

import pytest

from tests.reports.rendering.real_workers import ABANDONED_AFTER_SECONDS, PREPARE, kill, kill_children

# A child that tells of none of its steps is silent from its beginning to its end; this one begins when it is let go.
CHILD = """
import pathlib, time
from reports.rendering.child import main
ends_at = time.monotonic() + 120
while not pathlib.Path({let_go!r}).exists() and time.monotonic() < ends_at:
    time.sleep(0.05)
main()
"""
RENDER_SILENTLY = """
import django; django.setup()
import sys
from reports.models import Rendering
from reports.rendering import apart
hear = apart.Answer.hear
apart.Answer.hear = lambda answer, told: None if "step" in told else hear(answer, told)
apart.COMMAND = (sys.executable, "-c", sys.argv[1])
from reports.rendering.job import run_rendering
run_rendering(Rendering.objects.get().pk)
"""
LOOK_FOR_ABANDONED = """
import django; django.setup()
from reports.rendering.job import take_back_abandoned
print(take_back_abandoned(), take_back_abandoned())
"""
ASK_AGAIN = """
import django; django.setup()
from portal.models import User
from reports.models import Report
from reports.services.renderings import ask_for_renderings
ask_for_renderings(report=Report.objects.get(), by=User.objects.get(email="manager@council.example"))
"""
LONG_ENOUGH_TO_BE_KILLED_AT = 200
UNSEEN = f"(julianday('now') - julianday(seen_at)) * 86400 > {ABANDONED_AFTER_SECONDS + 0.1}"

pytestmark = [pytest.mark.processes, pytest.mark.embedded]


def test_killed_worker_loses_nothing_and_the_edition_is_made_once(portal):
    portal.run("-c", PREPARE.format(paragraphs=LONG_ENOUGH_TO_BE_KILLED_AT))

    with portal.worker() as first:
        portal.wait("state, progress", lambda state, progress: state != "waiting" and progress >= 20)
        kill(first)
    assert portal.look("state, attempts, edition_id") == ("running", 1, None)

    with portal.worker():
        portal.wait(UNSEEN, bool)
        portal.ask("reports.tasks.find_abandoned_renderings")
        portal.wait("state", lambda state: state in ("done", "failed"))

    assert portal.look("state, attempts, progress") == ("done", 2, 100), portal.log
    assert portal.look("count(*)", "edition") == (1,)
    kept = [path.suffix for path in (portal.folder / "files").rglob("*.*")]
    assert sorted(kept) == [".docx", ".html", ".pdf"]


def test_idle_worker_goes_on_when_all_that_it_started_is_killed(portal):
    """A worker with processes that take jobs by turns would wait for ever for one that was killed in its turn."""
    portal.run("-c", PREPARE.format(paragraphs=6))

    with portal.worker() as worker:
        portal.wait("state", lambda state: state == "done")
        kill_children(worker)
        portal.run("-c", ASK_AGAIN)
        portal.wait("count(finished_at)", lambda ended: ended == 2)

    assert portal.look("count(*)", "edition") == (2,)


def test_long_silent_rendering_is_not_taken_for_dead(portal):
    portal.run("-c", PREPARE.format(paragraphs=6))
    let_go = portal.folder / "let_go"

    with portal.start("-c", RENDER_SILENTLY, CHILD.format(let_go=str(let_go))) as process:
        portal.wait("progress", lambda progress: progress > 0)
        silent_since = time.monotonic()
        portal.wait("progress", lambda progress: time.monotonic() > silent_since + ABANDONED_AFTER_SECONDS)
        found = portal.run("-c", LOOK_FOR_ABANDONED)
        state, progress, attempts = portal.look("state, progress, attempts")
        let_go.touch()
        process.wait()

    assert (found, state, attempts) == ("[] []", "running", 1)
    assert progress <= 20, "The rendering was not silent"
    assert portal.look("state, attempts") == ("done", 1)


def test_silent_rendering_whose_worker_was_killed_is_found_once(portal):
    portal.run("-c", PREPARE.format(paragraphs=6))

    with portal.start("-c", RENDER_SILENTLY, CHILD.format(let_go="never")) as process:
        portal.wait("progress", lambda progress: progress > 0)
        kill(process)
    portal.wait(UNSEEN, bool)

    assert portal.run("-c", LOOK_FOR_ABANDONED) == "[1] []"
    assert portal.look("state, attempts") == ("waiting", 1)
