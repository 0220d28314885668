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


OPEN = frozenset({Status.NOT_STARTED, Status.IN_PROGRESS, Status.PAUSED})
DONE = frozenset({Status.DELIVERED, Status.SIGNED_OFF})
ENDED = frozenset({Status.SIGNED_OFF, Status.CANCELLED, Status.SUPERSEDED})
