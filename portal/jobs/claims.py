"""A job of the worker: the row is the truth about it, never the queue.

A worker claims the row by a conditional update and holds the claim by a heartbeat there, which does not
depend on what the work itself says. A worker that dies stops beating; after a while the row is taken back, and
whoever claims it next finishes it. The end is one update on condition that the claim still holds, so that
there is one result whatever happens.
"""

import datetime
import logging
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from django.conf import settings
from django.db.models import F, Q
from django.utils import timezone

from portal.jobs.heartbeat import heartbeat
from portal.models.job import BEATS_BEFORE_GONE, MOST_ATTEMPTS, Job
from portal.querysets import JobQuerySet

log = logging.getLogger(__name__)

AnyJob = TypeVar("AnyJob", bound=Job)
Result = TypeVar("Result")
WRITE_PROGRESS_EVERY = datetime.timedelta(seconds=0.5)
ASK_EVERY_SECONDS = 1.0


class ClaimLost(Exception):
    """Another worker holds the job now, or somebody stopped it."""


@dataclass
class Claim(Generic[AnyJob]):
    """A worker's hold on a job."""

    job: AnyJob
    key: uuid.UUID
    percent: int = 0
    written_at: datetime.datetime | None = None
    asked_at: float = 0.0

    @property
    def row(self) -> JobQuerySet:
        """The row, for as long as the claim holds."""
        jobs = type(self.job)._default_manager
        return cast(JobQuerySet, jobs.filter(pk=self.job.pk, claim=self.key, state=Job.State.RUNNING))

    def report_progress(self, percent: int, step: str) -> None:
        """Write how far the work is, at most twice a second; raises ClaimLost if another worker took over."""
        now = timezone.now()
        self.percent = max(self.percent, percent)
        if self.written_at is None or now - self.written_at >= WRITE_PROGRESS_EVERY:
            self.written_at = now
            if not self.row.update(progress=self.percent, step=step, seen_at=now):
                raise ClaimLost

    def require_held(self) -> None:
        """Raise ClaimLost if another worker took over or somebody stopped the job; asks once a second at most."""
        now = time.monotonic()
        if now - self.asked_at >= ASK_EVERY_SECONDS:
            self.asked_at = now
            if not self.row.exists():
                raise ClaimLost

    def show_life(self) -> bool:
        """Say that the worker is alive; returns whether it still holds the job."""
        return bool(self.row.update(seen_at=timezone.now()))

    def finish(self, **result: Any) -> None:
        """End the job with what came of it; raises ClaimLost where the claim is gone."""
        now = timezone.now()
        ended = {"state": Job.State.DONE, "progress": 100, "step": "", "claim": None}
        if not self.row.update(**ended, seen_at=now, finished_at=now, **result):
            raise ClaimLost


def run_job(
    model: type[AnyJob], job_id: int, *, work: Callable[[Claim[AnyJob]], Result], failure: str
) -> Result | None:
    """Do the work of a job, unless another worker has it or it is finished; returns what came of it.

    Work that raises ends the job with `failure`, a message for people; the reason goes to the log.
    """
    name = model._meta.verbose_name
    claim = claim_job(model, job_id)
    if claim is None:
        log.info("The %s %s is not waiting for a worker", name, job_id)
        return None
    try:
        with heartbeat(claim.show_life, every=settings.JOB_ABANDONED_AFTER_SECONDS / BEATS_BEFORE_GONE):
            return work(claim)
    except ClaimLost:
        log.warning("The %s %s is not this worker's any more", name, job_id)
    except Exception:
        log.exception("The %s %s failed", name, job_id)
        fail_job(claim.row, failure)
    return None


def claim_job(model: type[AnyJob], job_id: int) -> Claim[AnyJob] | None:
    """Take a job that waits, or whose worker is gone; None where there is nothing to take."""
    key, now = uuid.uuid4(), timezone.now()
    free = Q(state=Job.State.WAITING) | Q(state=Job.State.RUNNING, seen_at__lt=gone_before(now))
    jobs = model._default_manager
    claimed = jobs.filter(free, pk=job_id, attempts__lt=MOST_ATTEMPTS).update(
        state=Job.State.RUNNING,
        claim=key,
        attempts=F("attempts") + 1,
        progress=0,
        step="Starting",
        seen_at=now,
    )
    return Claim(jobs.get(pk=job_id), key) if claimed else None


def fail_job(rows: JobQuerySet, message: str, **changes: Any) -> bool:
    """End a job that cannot be done, with a message for people; returns whether there was one."""
    now = timezone.now()
    ended = {"state": Job.State.FAILED, "failure": message, "claim": None, "step": ""}
    return bool(rows.update(**ended, seen_at=now, finished_at=now, **changes))


def take_back_abandoned(model: type[Job], *, failure: str) -> list[int]:
    """Put back every job that gave no sign of life for a while; returns those to queue again.

    One that was begun too often is ended with `failure` instead.
    """
    now = timezone.now()
    jobs = cast(JobQuerySet, model._default_manager.all())
    found = []
    for job in jobs.abandoned(before=gone_before(now)):
        unchanged = jobs.filter(pk=job.pk, state=job.state, claim=job.claim, seen_at=job.seen_at)
        if job.attempts >= MOST_ATTEMPTS:
            fail_job(unchanged, failure)
        elif unchanged.update(
            state=Job.State.WAITING, claim=None, step="Waiting to start again", seen_at=now
        ):
            found.append(job.pk)
    return found


def gone_before(now: datetime.datetime) -> datetime.datetime:
    """The moment before which a job was last seen if its worker, or its place in the queue, is gone."""
    return now - datetime.timedelta(seconds=settings.JOB_ABANDONED_AFTER_SECONDS)
