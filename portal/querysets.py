"""Scopes of the foundation's records."""

import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Left, Length

if TYPE_CHECKING:
    from portal.models import User


MOST_LETTERS = 200
"""So many letters are looked for at most."""
DOWNLOADS_KEPT_FOR = datetime.timedelta(days=1)
BY_REFERENCE = (Left("reference", len("F-2026-")), Length("reference"), "reference")
"""The order in which references were given out: F-2026-1000 comes after F-2026-999, not after F-2026-100."""


def every_word(words: str, *fields: str) -> Q:
    """Match rows in which each word occurs in at least one of the fields, whatever its case."""
    matching = Q()
    for word in words.split():
        somewhere = Q()
        for field in fields:
            somewhere |= Q(**{f"{field}__icontains": word})
        matching &= somewhere
    return matching


class JobQuerySet(models.QuerySet):
    """Scopes of the worker's jobs."""

    def unfinished(self) -> Self:
        """Jobs that wait for a worker or are under way."""
        return self.filter(state__in=("waiting", "running"))

    def abandoned(self, *, before: datetime.datetime) -> Self:
        """Jobs not finished whose worker, or whose place in the queue, was last seen before this moment."""
        return self.unfinished().filter(seen_at__lt=before)


class DownloadQuerySet(JobQuerySet):
    """Scopes of downloads."""

    def of(self, person: "User") -> Self:
        """This person's own downloads: nobody fetches another's."""
        return self.filter(asked_by=person)

    def kept(self, *, at: datetime.datetime) -> Self:
        """Downloads that are being made, or ended less than a day before this moment."""
        return self.filter(Q(finished_at=None) | Q(finished_at__gt=at - DOWNLOADS_KEPT_FOR))

    def too_old(self, *, at: datetime.datetime) -> Self:
        """Downloads that ended a day or more before this moment."""
        return self.filter(finished_at__lte=at - DOWNLOADS_KEPT_FOR)


class LetterQuerySet(models.QuerySet):
    """Scopes of e-mails that the portal owes to people."""

    def due(self, *, at: datetime.datetime) -> Self:
        """Letters that wait and may be tried at this moment, the oldest first."""
        return self.filter(state="waiting", next_try_at__lte=at).order_by("made_at", "pk")

    def abandoned(self, *, before: datetime.datetime) -> Self:
        """Letters that a worker was sending who has given no sign of life since this moment."""
        return self.filter(state="sending", seen_at__lt=before)


class OrganisationQuerySet(models.QuerySet):
    """Scopes of organisations."""

    def active(self) -> "OrganisationQuerySet":
        """Organisations that can be chosen today."""
        return self.filter(is_active=True)

    def matching(self, words: str) -> "OrganisationQuerySet":
        """Organisations in whose name or short name each of the words occurs."""
        return self.filter(every_word(words, "name", "short_name"))

    def choosable(self, chosen: int | None) -> "OrganisationQuerySet":
        """Organisations that can be chosen today, and the one that a record names already."""
        return self.filter(models.Q(is_active=True) | models.Q(pk=chosen))


class UserQuerySet(models.QuerySet):
    """Scopes of people."""

    def active(self) -> "UserQuerySet":
        """People who can sign in and be given work."""
        return self.filter(is_active=True)

    def matching(self, words: str) -> "UserQuerySet":
        """People in whose name, e-mail address or job title each of the words occurs."""
        return self.filter(every_word(words, "name", "email", "job_title"))


class SavedViewQuerySet(models.QuerySet):
    """Scopes of saved views."""

    def of(self, person: "User") -> "SavedViewQuerySet":
        """This person's own views: nobody sees another's."""
        return self.filter(person=person)
