"""One worker at a time compares findings: the turn is a row, shown to be alive by a heartbeat."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from findings.models import ComparingTurn
from portal.jobs.claims import gone_before
from portal.jobs.heartbeat import heartbeat
from portal.models.job import BEATS_BEFORE_GONE


class TurnLost(Exception):
    """Another worker compares now, as this one gave no sign of life."""


@dataclass(frozen=True)
class Turn:
    """A worker's turn to compare."""

    key: uuid.UUID

    @property
    def row(self) -> QuerySet[ComparingTurn]:
        """The row, for as long as the turn lasts."""
        return ComparingTurn.objects.filter(claim=self.key)

    def show_life(self) -> bool:
        """Say that the worker is alive; returns whether it is still its turn."""
        return bool(self.row.update(seen_at=timezone.now()))

    def hold(self) -> None:
        """Keep others from taking the turn until this transaction ends; raises TurnLost."""
        if not self.show_life():
            raise TurnLost


@contextmanager
def taken_turn() -> Iterator[Turn | None]:
    """Take the turn and give it back at the end; None while another worker has it."""
    ComparingTurn.objects.get_or_create(pk=ComparingTurn.ONLY)
    turn, now = Turn(uuid.uuid4()), timezone.now()
    is_free = Q(claim=None) | Q(seen_at__lt=gone_before(now))
    if not ComparingTurn.objects.filter(is_free).update(claim=turn.key, seen_at=now):
        yield None
        return
    try:
        with heartbeat(turn.show_life, every=settings.JOB_ABANDONED_AFTER_SECONDS / BEATS_BEFORE_GONE):
            yield turn
    finally:
        turn.row.update(claim=None)
