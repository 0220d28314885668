"""What the reports ask of beat: enabled at its hours, and known to a worker that has just started."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from celery import current_app
from django.conf import settings
from django_celery_beat.models import PeriodicTask
from django_celery_beat.schedulers import DatabaseScheduler

ROOT = Path(__file__).resolve().parents[2]
TASKS_OF_A_WORKER = """
from portal.celery import app
app.loader.import_default_modules()
print("\\n".join(app.tasks))
"""


# The scheduler closes connections that it finds, which may not happen inside a transaction.
@pytest.mark.django_db(transaction=True)
def test_beat_prepares_drafts_by_day_and_looks_for_letters_and_abandoned_files_all_the_time():
    DatabaseScheduler(app=current_app).setup_schedule()

    planned = PeriodicTask.objects.filter(task__startswith="reports.").select_related("crontab", "interval")

    def when(row):
        return " ".join(str(row.schedule).split())

    assert {row.name: (row.task, row.enabled, when(row)) for row in planned} == {
        "prepare-drafts": (
            "reports.scheduled.prepare_drafts",
            True,
            "<crontab: */15 6-20 * * * (m/h/d/dM/MY), Europe/London>",
        ),
        "send-notices": ("reports.tasks.send_notices", True, "<freq: 1.00 minute>"),
        "find-abandoned-renderings": (
            "reports.tasks.find_abandoned_renderings",
            True,
            "<freq: 15.00 seconds>",
        ),
    }


def test_worker_that_has_just_started_knows_every_task_that_beat_asks_for():
    asked = {row["task"] for row in settings.CELERY_BEAT_SCHEDULE.values()}
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"}

    known = subprocess.run(
        [sys.executable, "-c", TASKS_OF_A_WORKER],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()

    assert len(asked) > 10
    assert asked - set(known) == set()
