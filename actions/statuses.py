"""Where an action can stand, and which of these mean the same to those who count."""

from django.db import models


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
