"""Comparing the findings of reviews with those of earlier and later ones, and keeping what may be the same.

The row of a review says whether it waits; the queue only says that it is worth looking. A review that waits is compared
in both directions: its findings may go back to earlier ones, and those of later reviews to them. So whatever changes,
no other review has to wait for it.
"""

import datetime
import logging
from collections.abc import Iterator
from itertools import chain, takewhile
from time import monotonic
from typing import NamedTuple

from django.utils import timezone

from findings.glossary import council_abbreviations
from findings.models import Finding, ReviewComparison, Suggestion
from findings.querysets import reviews_to_compare
from findings.similarity import Comparison, Match, Statement
from findings.suggesting.keeping import MOST_SUGGESTED, AskedAnew, keep, note_failure
from findings.suggesting.turn import Turn, TurnLost, taken_turn
from reviews.models import Review

logger = logging.getLogger(__name__)

# All findings are read once for so many reviews.
REVIEWS_AT_ONCE = 20
# What is left after so long is found by the schedule: people wait for other work of the same worker.
SECONDS_AT_ONCE = 120.0


class Claim(NamedTuple):
    """A review to compare, and when that was last asked for: whatever is asked later is not answered by this one."""

    review: Review
    asked_at: datetime.datetime


def ask_for_comparison(review: Review) -> None:
    """Have a review's findings compared anew, with earlier ones and with later ones."""
    asked = {"asked_at": timezone.now(), "done_at": None, "attempts": 0}
    ReviewComparison.objects.update_or_create(review=review, defaults=asked)


def compare_waiting() -> int:
    """Compare the findings of every review that waits for it; returns how many reviews did.

    One worker at a time does; one that finds another at it leaves the work to that one. What was not finished still
    waits, so that a worker may be killed at any moment.
    """
    tried, ends = set[Claim](), monotonic() + SECONDS_AT_ONCE
    # Looked at again after the turn was given back: somebody may have asked, and found another at it.
    while monotonic() < ends and _claims(tried):
        try:
            with taken_turn() as turn:
                if turn is None:
                    break
                claims = _claims(tried)[:REVIEWS_AT_ONCE]
                tried.update(takewhile(lambda _: monotonic() < ends, _compared(turn, claims)))
        except TurnLost:
            logger.warning("Another worker compares findings, as this one gave no sign of life")
            break
    return len(tried)


def _claims(tried: set[Claim]) -> list[Claim]:
    """The reviews that wait, apart from what was tried already."""
    waiting = reviews_to_compare().select_related("comparison")
    return [claim for review in waiting if (claim := Claim(review, _asked_at(review))) not in tried]


def _asked_at(review: Review) -> datetime.datetime:
    if hasattr(review, "comparison"):
        return review.comparison.asked_at
    row, _ = ReviewComparison.objects.get_or_create(review=review, defaults={"asked_at": timezone.now()})
    return row.asked_at


def _compared(turn: Turn, claims: list[Claim]) -> Iterator[Claim]:
    """Compare reviews one after the other, each kept by itself; one that fails does not hold up the others."""
    statements = _statements()
    comparison = Comparison(statements.values(), abbreviations=council_abbreviations())
    for claim in claims:
        try:
            keep(turn, claim.review, claim.asked_at, _suggestions(comparison, statements, claim.review))
        except TurnLost:
            raise
        except AskedAnew:
            logger.info("Review %s has changed while it was compared, and still waits", claim.review.pk)
        except Exception as error:
            if note_failure(claim.review, claim.asked_at):
                logger.exception("Review %s could not be compared, and waits no longer", claim.review.pk)
            else:
                logger.warning("Review %s could not be compared, and still waits: %r", claim.review.pk, error)
        yield claim
    logger.info("%s reviews compared with %s findings", len(claims), len(statements))


def _statements() -> dict[int, Statement]:
    """Every finding of a review with a date, as it is compared."""
    rows = Finding.objects.dated().filter(dated_on__isnull=False)
    values = rows.values_list("pk", "dated_on", "kind", "text").order_by("pk")
    return {pk: Statement(pk, day, kind, text) for pk, day, kind, text in values.iterator()}


def _suggestions(
    comparison: Comparison, statements: dict[int, Statement], review: Review
) -> list[Suggestion]:
    """What the findings of a review may go back to, and what of later reviews may go back to them."""
    known: dict[int, list[Statement]] = {}
    for finding, earlier in Suggestion.objects.filter(earlier__review=review).values_list(
        "finding", "earlier"
    ):
        if finding in statements:
            known.setdefault(earlier, []).append(statements[finding])
    pks = review.findings.order_by("pk").values_list("pk", flat=True)
    own = [statements[pk] for pk in pks if pk in statements]
    matches = chain.from_iterable(
        (
            *comparison.earlier_like(statement, most=MOST_SUGGESTED),
            *comparison.later_like(statement, also=known.get(int(statement.id), ())),
        )
        for statement in own
    )
    return [_suggestion(match) for match in matches if match.is_suggested]


def _suggestion(match: Match) -> Suggestion:
    return Suggestion(
        finding_id=int(match.later.id),
        earlier_id=int(match.earlier.id),
        score=match.score,
        words=[list(words) for words in match.words],
    )
