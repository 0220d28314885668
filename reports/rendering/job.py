"""The rendering of one edition as a job: the row is the truth about it, never the queue.

A worker claims the row by a conditional update and holds the claim by a heartbeat there, which does not
depend on what the work itself says. A worker that dies stops beating; after a while the row is taken back, and
whoever claims it next finishes it. The end is one transaction on condition that the claim still holds, so that
there is one edition whatever happens.
"""

import datetime
import logging
import uuid
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import IntegrityError, models, transaction
from django.db.models import F, Q
from django.utils import timezone

from reports.models import Edition, Rendering
from reports.rendering.heartbeat import heartbeat
from reports.rendering.pdf import Pdf, render_pdf

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 3
BEATS_BEFORE_GONE = 6
WRITE_PROGRESS_EVERY = datetime.timedelta(seconds=0.5)
COULD_NOT_MAKE = (
    "The PDF could not be made. Nothing in the report is lost. "
    "Try again; if it fails again, tell an administrator, who will find the reason in the log."
)
KEPT_STOPPING = (
    f"The PDF was begun {MOST_ATTEMPTS} times and each time the work stopped before the end. "
    "Nothing in the report is lost. Try again; if it fails again, tell an administrator."
)


class ClaimLost(Exception):
    """Another worker holds the rendering now."""


@dataclass
class Claim:
    """A worker's hold on a rendering."""

    rendering: Rendering
    key: uuid.UUID
    percent: int = 0
    written_at: datetime.datetime | None = None

    @property
    def row(self) -> "models.QuerySet[Rendering]":
        """The row, for as long as the claim holds."""
        return Rendering.objects.filter(pk=self.rendering.pk, claim=self.key, state=Rendering.State.RUNNING)

    def report_progress(self, percent: int, step: str) -> None:
        """Write how far the work is, at most twice a second; raises ClaimLost if another worker took over."""
        now = timezone.now()
        self.percent = max(self.percent, percent)
        if self.written_at is None or now - self.written_at >= WRITE_PROGRESS_EVERY:
            self.written_at = now
            if not self.row.update(progress=self.percent, step=step, seen_at=now):
                raise ClaimLost

    def show_life(self) -> bool:
        """Say that the worker is alive; returns whether it still holds the rendering."""
        return bool(self.row.update(seen_at=timezone.now()))


def run_rendering(rendering_id: int) -> Edition | None:
    """Make the edition, unless another worker has the rendering or it is finished; returns what was made."""
    claim = claim_rendering(rendering_id)
    if claim is None:
        log.info("Rendering %s is not waiting for a worker", rendering_id)
        return None
    try:
        with heartbeat(claim.show_life, every=settings.RENDERING_ABANDONED_AFTER_SECONDS / BEATS_BEFORE_GONE):
            pdf = render_pdf(claim.rendering.snapshot, claim.report_progress)
            return finish(claim, pdf)
    except ClaimLost:
        log.warning("Rendering %s was taken over by another worker", rendering_id)
    except Exception:
        log.exception("Rendering %s failed", rendering_id)
        fail(claim.row, COULD_NOT_MAKE)
    return None


def claim_rendering(rendering_id: int) -> Claim | None:
    """Take a rendering that waits, or whose worker is gone; None where there is nothing to take."""
    key, now = uuid.uuid4(), timezone.now()
    free = Q(state=Rendering.State.WAITING) | Q(state=Rendering.State.RUNNING, seen_at__lt=gone_before(now))
    claimed = Rendering.objects.filter(free, pk=rendering_id, attempts__lt=MOST_ATTEMPTS).update(
        state=Rendering.State.RUNNING,
        claim=key,
        attempts=F("attempts") + 1,
        progress=0,
        step="Starting",
        seen_at=now,
    )
    if not claimed:
        return None
    return Claim(Rendering.objects.select_related("report").get(pk=rendering_id), key)


def finish(claim: Claim, pdf: Pdf) -> Edition:
    """Freeze the edition and end the job, both or neither; raises ClaimLost where the claim is gone."""
    rendering, now = claim.rendering, timezone.now()
    last = rendering.report.editions.aggregate(last=models.Max("number"))["last"] or 0
    edition = Edition(
        report=rendering.report,
        number=last + 1,
        snapshot=rendering.snapshot,
        sha256=pdf.sha256,
        page_count=pdf.page_count,
        rendered_at=now,
    )
    edition.pdf.save(f"report-{rendering.report_id}-{claim.key}.pdf", ContentFile(pdf.content), save=False)
    done: dict[str, Any] = {
        "state": Rendering.State.DONE,
        "progress": 100,
        "step": "",
        "claim": None,
        "seen_at": now,
        "finished_at": now,
    }
    try:
        with transaction.atomic():
            edition.save()
            if not claim.row.update(edition=edition, **done):
                raise ClaimLost
    except (ClaimLost, IntegrityError):
        # After any other failure nobody can tell whether it was committed, and a file too many harms nobody.
        edition.pdf.storage.delete(str(edition.pdf.name))
        raise
    return edition


def fail(rows: "models.QuerySet[Rendering]", message: str) -> int:
    """End a job that cannot be done, with a message for people; returns whether there was one."""
    now = timezone.now()
    return rows.update(
        state=Rendering.State.FAILED, failure=message, claim=None, step="", seen_at=now, finished_at=now
    )


def take_back_abandoned() -> list[int]:
    """Put back every rendering that gave no sign of life for a while; returns those to queue again.

    One that was begun too often is ended as failed instead.
    """
    now = timezone.now()
    found = []
    for rendering in Rendering.objects.abandoned(before=gone_before(now)):
        unchanged = Rendering.objects.filter(
            pk=rendering.pk, state=rendering.state, claim=rendering.claim, seen_at=rendering.seen_at
        )
        if rendering.attempts >= MOST_ATTEMPTS:
            fail(unchanged, KEPT_STOPPING)
        elif unchanged.update(
            state=Rendering.State.WAITING, claim=None, step="Waiting to start again", seen_at=now
        ):
            found.append(rendering.pk)
    return found


def gone_before(now: datetime.datetime) -> datetime.datetime:
    """The moment before which a rendering was last seen if its worker, or its place in the queue, is gone."""
    return now - datetime.timedelta(seconds=settings.RENDERING_ABANDONED_AFTER_SECONDS)
