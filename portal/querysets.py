"""Scopes of the foundation's records."""

from django.db import models
from django.db.models import Q


def every_word(words: str, *fields: str) -> Q:
    """Match rows in which each word occurs in at least one of the fields, whatever its case."""
    matching = Q()
    for word in words.split():
        somewhere = Q()
        for field in fields:
            somewhere |= Q(**{f"{field}__icontains": word})
        matching &= somewhere
    return matching


class OrganisationQuerySet(models.QuerySet):
    """Scopes of organisations."""

    def active(self) -> "OrganisationQuerySet":
        """Organisations that can be chosen today."""
        return self.filter(is_active=True)


class UserQuerySet(models.QuerySet):
    """Scopes of people."""

    def active(self) -> "UserQuerySet":
        """People who can sign in and be given work."""
        return self.filter(is_active=True)
