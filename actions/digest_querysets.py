"""Scopes of digests and of the addresses of calendars."""

import datetime
import hashlib
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from portal.models import User
from portal.querysets import LetterQuerySet


class DigestQuerySet(LetterQuerySet):
    """Scopes of digests."""

    def due(self, *, at: datetime.datetime) -> Self:
        """Digests that wait and may be tried at this moment, the oldest first."""
        return super().due(at=at).order_by("day", "pk")

    def unsent(self) -> "DigestQuerySet":
        """Digests that wait and have certainly not gone out."""
        return self.filter(state="waiting", handed_over=0)

    def told(self) -> "DigestQuerySet":
        """Digests that their person got, may have got, or is just being sent."""
        return self.exclude(Q(state="dropped") | Q(state__in=["waiting", "given_up"], handed_over=0))

    def undelivered(self) -> "DigestQuerySet":
        """The last digest of each person to whom the last one could not be sent, the longest trouble first."""
        later = self.model._default_manager.filter(person=OuterRef("person"), day__gt=OuterRef("day"))
        stuck = self.filter(state__in=["waiting", "sending", "given_up"], refused_at__isnull=False)
        return stuck.exclude(Exists(later)).order_by("refused_at", "pk")


class CalendarFeedQuerySet(models.QuerySet):
    """Scopes of the addresses of calendars."""

    def live(self) -> "CalendarFeedQuerySet":
        """Addresses that nobody has taken back, of people who can sign in."""
        return self.filter(revoked_at=None, person__is_active=True)

    def of(self, person: User) -> "CalendarFeedQuerySet":
        """This person's own addresses."""
        return self.filter(person=person)

    def opened_by(self, key: str) -> "CalendarFeedQuerySet":
        """The address with this secret, if it is live.

        It is found by a hash of the whole, which nobody can steer: how long a wrong one takes tells nothing.
        """
        return self.live().filter(key_hash=hash_of(key)).select_related("person")


def hash_of(key: str) -> str:
    """Return what is kept of a secret: it is long and random, so that a plain hash cannot be guessed back."""
    return hashlib.sha256(key.encode()).hexdigest()
