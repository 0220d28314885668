"""Handing jobs to the worker."""

from typing import Any

from celery.app.task import Task
from django.db import transaction

from portal.models import Job


def hand_to_worker(task: Task[..., Any], job: Job) -> None:
    """Give a job to a worker after the commit; should the queue be away, the row is found later."""
    transaction.on_commit(lambda: task.delay(job.pk), robust=True)
