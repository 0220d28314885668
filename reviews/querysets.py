"""Scopes of reviews, frameworks and themes."""

import datetime

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q

from portal.models import User
from portal.permissions import Permission, is_allowed


class ReviewQuerySet(models.QuerySet):
    """Scopes of reviews."""

    def visible_to(self, user: User | AnonymousUser) -> "ReviewQuerySet":
        """Every review for those who see the whole record; none for anyone else."""
        return self if is_allowed(user, Permission.SEE_RECORD) else self.none()

    def open(self) -> "ReviewQuerySet":
        """Reviews that are not closed."""
        return self.exclude(stage="closed")

    def in_period(self, start: datetime.date, end: datetime.date) -> "ReviewQuerySet":
        """Reviews with fieldwork, feedback or publication inside the period, both days included."""
        inside = Q()
        for name in ("fieldwork_start_on", "fieldwork_end_on", "feedback_on", "received_on", "published_on"):
            inside |= Q(**{f"{name}__range": (start, end)})
        return self.filter(inside)


class FrameworkQuerySet(models.QuerySet):
    """Scopes of frameworks."""

    def valid(self, *, on: datetime.date) -> "FrameworkQuerySet":
        """Frameworks in force on this day; an open end counts as in force."""
        return self.filter(
            Q(valid_from_on__isnull=True) | Q(valid_from_on__lte=on),
            Q(valid_to_on__isnull=True) | Q(valid_to_on__gte=on),
        )


class ThemeQuerySet(models.QuerySet):
    """Scopes of themes."""

    def active(self) -> "ThemeQuerySet":
        """Themes that can be chosen today."""
        return self.filter(is_active=True)

    def visible_to(self, user: User | AnonymousUser) -> "ThemeQuerySet":
        """Every theme for those who see the whole record; none for anyone else."""
        return self if is_allowed(user, Permission.SEE_RECORD) else self.none()
