"""Having new and changed findings compared with earlier ones."""

from django.db import transaction

from findings.suggesting import ask_for_comparison
from findings.tasks import compare_waiting_reviews
from reviews.models import Review


def compare_findings_of(review: Review) -> None:
    """Ask for a review's findings to be compared once this change is committed."""
    ask_for_comparison(review)
    transaction.on_commit(compare_waiting_reviews.delay, robust=True)
