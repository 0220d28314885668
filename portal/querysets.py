"""Scopes of the foundation's records."""

from django.db import models


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
