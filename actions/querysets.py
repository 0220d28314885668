"""Scopes of actions and groups."""

import datetime

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Exists, OuterRef, Q

from portal.models import User
from portal.permissions import Permission, is_allowed

OPEN_STATUSES = ("not_started", "in_progress", "paused")
ENDED_STATUSES = ("signed_off", "cancelled", "superseded")
DUE_SOON_DAYS = 30


class ActionQuerySet(models.QuerySet):
    """Scopes of actions. The day that a scope depends on is passed in."""

    def visible_to(self, user: User | AnonymousUser) -> "ActionQuerySet":
        """Every action for those who see the record; for an action lead those they lead or support."""
        if is_allowed(user, Permission.SEE_RECORD):
            return self
        if is_allowed(user, Permission.SEE_OWN_ACTIONS):
            return self.involving(user)
        return self.none()

    def involving(self, user: User) -> "ActionQuerySet":
        """Actions that this person leads or supports."""
        support = self.model.supporting.through.objects.filter(action=OuterRef("pk"), user=user)
        return self.filter(Q(lead=user) | Exists(support))

    def open(self) -> "ActionQuerySet":
        """Actions still to be delivered: not started, in progress or paused."""
        return self.filter(status__in=OPEN_STATUSES)

    def overdue(self, *, on: datetime.date) -> "ActionQuerySet":
        """Open actions whose due date is before this day."""
        return self.open().filter(due_on__lt=on)

    def due_soon(self, *, on: datetime.date, days: int = DUE_SOON_DAYS) -> "ActionQuerySet":
        """Open actions due from this day to so many days later, both days included."""
        return self.open().filter(due_on__range=(on, on + datetime.timedelta(days=days)))

    def awaiting_sign_off(self) -> "ActionQuerySet":
        """Actions that their lead calls delivered and no manager has signed off."""
        return self.filter(status="delivered")


class GroupQuerySet(models.QuerySet):
    """Scopes of groups."""

    def visible_to(self, user: User | AnonymousUser) -> "GroupQuerySet":
        """Every group for those who see the whole record; none for anyone else."""
        return self if is_allowed(user, Permission.SEE_RECORD) else self.none()

    def active(self) -> "GroupQuerySet":
        """Groups that can be given actions today."""
        return self.filter(is_active=True)
