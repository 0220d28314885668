"""Who sees records of which a person sees all or none."""

from typing import Self, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.db import models

from portal.models import User
from portal.permissions import Permission, is_allowed

Rows = TypeVar("Rows", bound=models.QuerySet)


class RecordQuerySet(models.QuerySet):
    """Scopes of records that only those who see the whole record may read."""

    def visible_to(self, user: User | AnonymousUser) -> Self:
        """Everything for those who see the whole record; nothing for anyone else."""
        return all_or_none(self, user)


def all_or_none(rows: Rows, user: User | AnonymousUser) -> Rows:
    """Return all rows for those who see the whole record; none for anyone else."""
    return rows if is_allowed(user, Permission.SEE_RECORD) else rows.none()
