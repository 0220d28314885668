"""Asks a running portal for background work and waits for it, to see what becomes of it."""

import subprocess

from scripts.console import stop
from scripts.paths import PYTHON, ROOT

# Well above the time that a rendering needs, plus one turn of the schedule for one that was abandoned.
FINISHED_SECONDS = 90
ASK = """
import time
from portal.models import User
from reports.models import Rendering, Report
from reports.services.renderings import ask_for_renderings
report = Report.objects.order_by("-pk").first()
[rendering, *_] = ask_for_renderings(report=report, by=User.objects.get(email="{email}"))
while rendering.state == Rendering.State.WAITING:
    time.sleep(0.02)
    rendering.refresh_from_db()
print(rendering.pk, flush=True)
"""
WAIT = """
import time
from reports.models import Edition, Rendering
deadline = time.monotonic() + {seconds}
rendering = Rendering.objects.get(pk={pk})
while rendering.state in (Rendering.State.WAITING, Rendering.State.RUNNING) and time.monotonic() < deadline:
    time.sleep(0.1)
    rendering.refresh_from_db()
print(rendering.state, rendering.attempts, Edition.objects.filter(rendering=rendering).count())
"""


def ask_for_rendering(environment: dict[str, str], email: str) -> int:
    """Ask for a rendering of the newest report, and return its key once a worker has begun it."""
    return int(_python(environment, ASK.format(email=email)))


def outcome(environment: dict[str, str], pk: int) -> str:
    """Wait until a rendering has ended; return its state, its attempts and how many editions it made."""
    return _python(environment, WAIT.format(pk=pk, seconds=FINISHED_SECONDS))


def _python(environment: dict[str, str], code: str) -> str:
    """Run code with the portal's models and return the last line that it printed."""
    finished = subprocess.run(
        [PYTHON, "manage.py", "shell", "--no-imports", "--command", code],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=FINISHED_SECONDS + 30,
        check=False,
    )
    if finished.returncode:
        stop(f"Background work could not be asked for:\n{finished.stderr}")
    return finished.stdout.strip().splitlines()[-1]
