"""Background work on documents."""

from celery import shared_task

from findings.reading.job import run_reading, take_back_abandoned


@shared_task
def read_document(reading_id: int) -> None:
    """Read a document; harmless when it comes twice."""
    run_reading(reading_id)


@shared_task
def find_abandoned_readings() -> None:
    """Queue again whatever a killed worker or a lost message left behind."""
    for reading_id in take_back_abandoned():
        read_document.delay(reading_id)
