"""Comparing the findings of reviews with those of earlier ones, and keeping what may be the same."""

import datetime
import logging
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from findings.glossary import council_abbreviations
from findings.models import Finding, ReviewComparison, Suggestion
from findings.querysets import reviews_to_compare
from findings.similarity import Comparison, Statement
from reviews.models import Review

logger = logging.getLogger(__name__)

MOST_SUGGESTED = 8


def ask_for_comparison(review: Review) -> None:
    """Have a review's findings compared anew, and those of later reviews, to which its findings are earlier ones."""
    now = timezone.now()
    ReviewComparison.objects.update_or_create(review=review, defaults={"asked_at": now})
    later = ReviewComparison.objects.exclude(review=review)
    if review.dated_on:
        later = later.filter(dated_on__gt=review.dated_on)
    later.update(asked_at=now)


def compare_waiting() -> int:
    """Compare the findings of every review that waits for it; returns how many reviews did.

    Harmless when two workers do it at once, or one is killed: what was not finished still waits.
    """
    waiting = list(reviews_to_compare())
    if not waiting:
        return 0
    claims = [(review, _asked_at(review)) for review in waiting]
    statements = _statements()
    comparison = Comparison(statements.values(), abbreviations=council_abbreviations())
    for review, asked_at in claims:
        found = review.findings.values_list("pk", flat=True)
        rows = _suggestions(comparison, [statements[key] for key in found if key in statements])
        _keep(review, asked_at, rows)
    logger.info("Findings of %s reviews compared with %s findings", len(waiting), len(statements))
    return len(waiting)


def _asked_at(review: Review) -> datetime.datetime:
    """When the review's comparison was last asked for: whatever is asked later is not answered by this one."""
    row, _ = ReviewComparison.objects.get_or_create(review=review, defaults={"asked_at": timezone.now()})
    return row.asked_at


def _statements() -> dict[int, Statement]:
    """Every finding of a review with a date, as it is compared."""
    rows = Finding.objects.dated().filter(dated_on__isnull=False)
    values = rows.values_list("pk", "dated_on", "kind", "text").order_by("pk")
    return {pk: Statement(pk, day, kind, text) for pk, day, kind, text in values.iterator()}


def _suggestions(comparison: Comparison, statements: Iterable[Statement]) -> list[Suggestion]:
    return [
        Suggestion(
            finding_id=int(statement.id),
            earlier_id=int(match.earlier.id),
            score=match.score,
            words=[list(words) for words in match.words],
        )
        for statement in statements
        for match in comparison.earlier_like(statement, most=MOST_SUGGESTED)
        if match.is_suggested
    ]


def _keep(review: Review, asked_at: datetime.datetime, rows: list[Suggestion]) -> None:
    """Replace a review's suggestions, and end its waiting unless something changed meanwhile."""
    with transaction.atomic():
        Suggestion.objects.filter(finding__review=review).delete()
        Suggestion.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
        ReviewComparison.objects.filter(review=review, asked_at=asked_at).update(
            done_at=timezone.now(), dated_on=review.dated_on
        )
