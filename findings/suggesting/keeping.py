"""Keeping what may be the same: never an older answer over a newer one."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import nlargest
from typing import NamedTuple

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from findings.models import ReviewComparison, Suggestion
from findings.querysets import MOST_FAILURES
from findings.suggesting.turn import Turn
from reviews.models import Review

MOST_SUGGESTED = 8
# So many at once are named in a query.
AT_ONCE = 1_000

Pair = tuple[int, int]


class AskedAnew(Exception):
    """Something of the review has changed since it was compared: the answer is an old one."""


class Rival(NamedTuple):
    """A suggestion for a finding of another review; of all its suggestions the likeliest are kept."""

    score: float
    pk: int


def keep(turn: Turn, review: Review, asked_at: datetime.datetime, rows: Iterable[Suggestion]) -> None:
    """Replace every suggestion that a review's findings have part in, and end the review's waiting.

    Raises AskedAnew or TurnLost where this is no longer the newest answer; then nothing is kept.
    """
    with transaction.atomic():
        turn.hold()
        known = Suggestion.objects.of_review(review).values_list("finding", "earlier", "pk")
        before: dict[Pair, int] = {(finding, earlier): pk for finding, earlier, pk in known}
        others = {row.finding_id for row in rows} | {finding for finding, _ in before}
        others -= set(review.findings.values_list("pk", flat=True))
        rivals = _rivals(review, others)
        kept, beaten = _likeliest(rows, rivals)
        gone = [pk for pair, pk in before.items() if pair not in kept]
        for pks in _batches([*gone, *beaten]):
            Suggestion.objects.filter(pk__in=pks).delete()
        Suggestion.objects.bulk_create(
            kept.values(),
            update_conflicts=True,
            unique_fields=["finding", "earlier"],
            update_fields=["score", "words"],
            batch_size=500,
        )
        _ask_for_those_with_room(others, rivals, before, kept)
        done = ReviewComparison.objects.filter(review=review, asked_at=asked_at)
        if not done.update(done_at=timezone.now(), dated_on=review.dated_on, attempts=0):
            raise AskedAnew


def note_failure(review: Review, asked_at: datetime.datetime) -> bool:
    """Count that a review could not be compared; returns whether it has now failed so often that it waits no longer.

    Its date is kept too: under another one it is tried again.
    """
    row = ReviewComparison.objects.filter(review=review, asked_at=asked_at)
    row.update(attempts=F("attempts") + 1, done_at=None, dated_on=review.dated_on)
    return row.filter(attempts__gte=MOST_FAILURES).exists()


def _rivals(review: Review, findings: Iterable[int]) -> dict[int, list[Rival]]:
    """What is suggested for findings of later reviews apart from this review's findings."""
    rivals: dict[int, list[Rival]] = defaultdict(list)
    for pks in _batches(sorted(findings)):
        rows = Suggestion.objects.filter(finding__in=pks).exclude(earlier__review=review)
        for finding, score, pk in rows.values_list("finding", "score", "pk"):
            rivals[finding].append(Rival(score, pk))
    return rivals


def _likeliest(
    rows: Iterable[Suggestion], rivals: dict[int, list[Rival]]
) -> tuple[dict[Pair, Suggestion], list[int]]:
    """The new suggestions that are among the likeliest of their findings, and the old ones that no longer are."""
    new: dict[int, list[Suggestion]] = defaultdict(list)
    for row in rows:
        new[row.finding_id].append(row)
    kept: dict[Pair, Suggestion] = {}
    beaten: list[int] = []
    for finding, suggestions in new.items():
        rows_of_finding: list[Suggestion | Rival] = [*suggestions, *rivals.get(finding, ())]
        best = nlargest(MOST_SUGGESTED, rows_of_finding, key=lambda row: row.score)
        kept |= {(finding, row.earlier_id): row for row in best if isinstance(row, Suggestion)}
        beaten += [rival.pk for rival in rivals.get(finding, ()) if rival not in best]
    return kept, beaten


def _ask_for_those_with_room(
    others: Iterable[int],
    rivals: dict[int, list[Rival]],
    before: dict[Pair, int],
    kept: dict[Pair, Suggestion],
) -> None:
    """Ask for later reviews in which a finding had as many suggestions as are kept and lost one: another may follow."""
    then, now = _counted(before), _counted(kept)
    with_room = [
        finding
        for finding in others
        if now[finding] < then[finding] and then[finding] + len(rivals.get(finding, ())) >= MOST_SUGGESTED
    ]
    for pks in _batches(with_room):
        ReviewComparison.objects.filter(review__findings__in=pks).update(
            asked_at=timezone.now(), done_at=None, attempts=0
        )


def _counted(pairs: Iterable[Pair]) -> dict[int, int]:
    counted: dict[int, int] = defaultdict(int)
    for finding, _ in pairs:
        counted[finding] += 1
    return counted


def _batches(pks: list[int]) -> Iterator[list[int]]:
    for place in range(0, len(pks), AT_ONCE):
        yield pks[place : place + AT_ONCE]
