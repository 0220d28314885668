"""Background work of the findings."""

from celery import shared_task
from django.utils import timezone

from findings.reading.job import run_reading, take_back_abandoned
from findings.reading.unsettled import remove_unsettled
from findings.suggesting import compare_waiting


@shared_task
def read_document(reading_id: int) -> None:
    """Read a document; harmless when it comes twice."""
    run_reading(reading_id)


@shared_task
def find_abandoned_readings() -> None:
    """Queue again whatever a killed worker or a lost message left behind."""
    for reading_id in take_back_abandoned():
        read_document.delay(reading_id)


@shared_task
def remove_unsettled_readings() -> None:
    """Remove the spreadsheets whose columns nobody settled; done twice it does no more."""
    remove_unsettled(now=timezone.now())


@shared_task
def compare_waiting_reviews() -> None:
    """Look for what was raised before in every review that waits for it; harmless when it comes twice."""
    compare_waiting()
