"""Background work of the reports."""

from celery import shared_task

from reports import reminders
from reports.rendering.job import run_rendering, take_back_abandoned


@shared_task
def render_edition(rendering_id: int) -> None:
    """Make the edition of a rendering; harmless when it comes twice."""
    run_rendering(rendering_id)


@shared_task
def find_abandoned_renderings() -> None:
    """Queue again whatever a killed worker or a lost message left behind."""
    for rendering_id in take_back_abandoned():
        render_edition.delay(rendering_id)


@shared_task
def send_notices() -> None:
    """Send the e-mails about reports that wait, those of killed workers among them; harmless when it comes twice."""
    reminders.send_waiting()
