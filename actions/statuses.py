"""Where an action can stand, and which of these mean the same to those who count."""

import datetime

from django.db import models
from django.db.models import F, OuterRef, Q

DUE_SOON_DAYS = 30


class Status(models.TextChoices):
    """Where an action stands."""

    NOT_STARTED = "not_started", "Not started"
    IN_PROGRESS = "in_progress", "In progress"
    PAUSED = "paused", "Paused"
    DELIVERED = "delivered", "Delivered, awaiting sign-off"
    SIGNED_OFF = "signed_off", "Signed off"
    CANCELLED = "cancelled", "Cancelled"
    SUPERSEDED = "superseded", "Replaced by another action"


class Delivery(models.TextChoices):
    """How the delivery of an action stands on a day, told from its status, dates and milestones alone.

    The council names the levels, and says what they mean, in its scale.
    """

    NOT_DUE = "not_due", "Not due"
    ON_TRACK = "on_track", "On track"
    AT_RISK = "at_risk", "At risk"
    LATE = "late", "Late"
    DELIVERED = "delivered", "Delivered"
    COMPLETE = "complete", "Complete"
    STOPPED = "stopped", "Stopped"


OPEN = frozenset({Status.NOT_STARTED, Status.IN_PROGRESS, Status.PAUSED})
DONE = frozenset({Status.DELIVERED, Status.SIGNED_OFF})
ENDED = frozenset({Status.SIGNED_OFF, Status.CANCELLED, Status.SUPERSEDED})
GIVEN_UP = frozenset({Status.CANCELLED, Status.SUPERSEDED})


def is_open() -> Q:
    """Still to be delivered."""
    return Q(status__in=OPEN)


def is_on_time(on: datetime.date) -> Q:
    """Open, and due this day or later."""
    return is_open() & Q(due_on__gte=on)


def is_overdue(on: datetime.date) -> Q:
    """Open, and due before this day."""
    return is_open() & Q(due_on__lt=on)


def is_due_soon(on: datetime.date, days: int = DUE_SOON_DAYS) -> Q:
    """Open, and due from this day to so many days later, both days included."""
    return is_open() & Q(due_on__range=(on, on + datetime.timedelta(days=days)))


def holds_up(due_on: F | OuterRef) -> Q:
    """Of a dependency of an open action that is due then: the other one is open and due later, or was given up."""
    return Q(waits_for__status__in=OPEN, waits_for__due_on__gt=due_on) | Q(waits_for__status__in=GIVEN_UP)
