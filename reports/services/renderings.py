"""Having editions made: asked for here, done by a worker."""

import datetime

from django.db.models import Max
from django.utils import timezone

from portal.exceptions import Refused
from portal.history import note_event
from portal.jobs import fail_job, hand_to_worker
from portal.models import User
from portal.services import change, save_new
from reports.models import Edition, Recommendation, Rendering, Report
from reports.rendering.apart import NOTHING_LOST
from reports.rendering.audience import editions_of, public_text
from reports.rendering.job import run_rendering
from reports.rendering.making import Making
from reports.rendering.references import targets_of, words_of
from reports.rendering.snapshot import Snapshot, build_snapshot
from reports.rendering.unwritten import require_written
from reports.tasks import render_edition

UNDER_WAY = "The files are already being made, or have been made"
NOT_UNDER_WAY = "The files are not being made any more, so there is nothing to stop"


def ask_for_renderings(*, report: Report, by: User) -> list[Rendering]:
    """Freeze the report's content and have its files made for each audience once this is committed."""
    with change(by=by):
        renderings = [save_new(record=record, by=by) for record in new_renderings(report, by)]
        for rendering in renderings:
            hand_to_worker(render_edition, rendering)
    return renderings


def retry_rendering(*, report: Report, by: User) -> list[Rendering]:
    """Ask again for what failed, from the same frozen content; raises Refused where nothing has failed."""
    making = Making.of(report)
    if making is None or not making.is_finished or making.is_done:
        raise Refused(UNDER_WAY)
    with change(by=by):
        renderings = []
        for failed in making.failed:
            record = Rendering(
                report=report,
                number=failed.number,
                audience=failed.audience,
                snapshot=failed.snapshot,
                asked_by=by,
            )
            renderings.append(save_new(record=record, by=by))
            hand_to_worker(render_edition, renderings[-1])
    return renderings


def stop_rendering(*, report: Report, by: User) -> None:
    """Stop the making of a report's files; raises Refused where they are not being made.

    The worker finds its claim gone within a second or two, and throws away what it has.
    """
    with change(by=by):
        if not fail_job(report.renderings.unfinished(), f"{by.name} stopped it. {NOTHING_LOST}"):
            raise Refused(NOT_UNDER_WAY)
        note_event(report, "Making of the files", "Stopped", by=by)


def render_now(*, report: Report, by: User, at: datetime.datetime | None = None) -> list[Edition]:
    """Make the editions here and now, by the code that a worker runs; raises Refused where one fails."""
    at = at or timezone.now()
    with change(by=by):
        renderings = new_renderings(report, by)
        for rendering in renderings:
            rendering.asked_at = at
            rendering.save()
    return [_made_now(rendering, at) for rendering in renderings]


def _made_now(rendering: Rendering, at: datetime.datetime) -> Edition:
    edition = run_rendering(rendering.pk)
    if edition is None:
        rendering.refresh_from_db()
        raise Refused(rendering.failure or UNDER_WAY)
    edition.rendered_at = at
    edition.save(update_fields=["rendered_at"])
    Rendering.objects.filter(pk=rendering.pk).update(finished_at=at, seen_at=at)
    return edition


def new_renderings(report: Report, by: User) -> list[Rendering]:
    """Return a rendering for each audience of the report as it stands, with the next edition's number."""
    last = report.editions.aggregate(last=Max("number"))["last"] or 0
    return [
        Rendering(report=report, number=last + 1, audience=audience, snapshot=snapshot, asked_by=by)
        for audience, snapshot in editions_of(freeze(report))
    ]


def freeze(report: Report) -> Snapshot:
    """Return a report's content as it is now, and keep of it what the search may find and what it recommends.

    It is no change by anybody, and leaves no trace in the history. Raises Refused where a part could not be written.
    """
    snapshot = build_snapshot(report)
    require_written(snapshot)
    Report.objects.filter(pk=report.pk).update(public_text=public_text(snapshot))
    targets = targets_of(snapshot["sections"], snapshot["annexes"])
    recommendations = list(report.recommendations.all())
    for row in recommendations:
        row.settled_text = words_of(row.text, targets)
    Recommendation.objects.bulk_update(recommendations, ["settled_text"])
    return snapshot
