"""Background work of the findings."""

from celery import shared_task

from findings.suggesting import compare_waiting


@shared_task
def compare_waiting_reviews() -> None:
    """Look for what was raised before in every review that waits for it; harmless when it comes twice."""
    compare_waiting()
