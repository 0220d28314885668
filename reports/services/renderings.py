"""Having editions made: asked for here, done by a worker."""

import datetime

from django.utils import timezone

from portal.exceptions import Refused
from portal.jobs import hand_to_worker
from portal.models import User
from portal.services import change, save_new
from reports.models import Edition, Rendering, Report
from reports.rendering.audience import public_text
from reports.rendering.job import run_rendering
from reports.rendering.snapshot import Snapshot, build_snapshot
from reports.tasks import render_edition

UNDER_WAY = "The PDF is already being made, or has been made"


def ask_for_rendering(*, report: Report, by: User) -> Rendering:
    """Freeze the report's content and have its PDF made once this is committed."""
    with change(by=by):
        record = Rendering(report=report, snapshot=freeze(report), asked_by=by)
        rendering = save_new(record=record, by=by)
        hand_to_worker(render_edition, rendering)
    return rendering


def retry_rendering(*, rendering: Rendering, by: User) -> Rendering:
    """Ask again for what failed, from the same frozen content; raises Refused where it has not failed."""
    if rendering.state != Rendering.State.FAILED or is_under_way(rendering.report):
        raise Refused(UNDER_WAY)
    with change(by=by):
        record = Rendering(report=rendering.report, snapshot=rendering.snapshot, asked_by=by)
        again = save_new(record=record, by=by)
        hand_to_worker(render_edition, again)
    return again


def render_now(*, report: Report, by: User, at: datetime.datetime | None = None) -> Edition:
    """Make an edition here and now, by the code that a worker runs; raises Refused where it fails."""
    at = at or timezone.now()
    with change(by=by):
        rendering = Rendering.objects.create(report=report, snapshot=freeze(report), asked_by=by, asked_at=at)
    edition = run_rendering(rendering.pk)
    if edition is None:
        rendering.refresh_from_db()
        raise Refused(rendering.failure or "The PDF is already being made")
    edition.rendered_at = at
    edition.save(update_fields=["rendered_at"])
    Rendering.objects.filter(pk=rendering.pk).update(finished_at=at, seen_at=at)
    return edition


def freeze(report: Report) -> Snapshot:
    """Return a report's content as it is now, and keep what of it the search may find for anybody."""
    snapshot = build_snapshot(report)
    Report.objects.filter(pk=report.pk).update(public_text=public_text(snapshot))
    return snapshot


def is_under_way(report: Report) -> bool:
    """Tell whether a rendering waits or runs, or an edition is there."""
    return report.renderings.unfinished().exists() or report.editions.exists()
