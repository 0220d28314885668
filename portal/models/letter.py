"""E-mails that the portal owes to people."""

import uuid
from typing import Self
from urllib.parse import urlsplit

from django.db import models
from django.db.models import Q
from django.utils import timezone


class Letter(models.Model):
    """One e-mail to one person. Its row, not the queue and not the mail server, is the truth about it.

    `handed_over` counts how often a mail server began to take the message and has not refused it: no more
    than twice, under the one Message-ID. `refused_at` is when it was first not taken, `refusal` why it last was not.
    Who it is for stands in the field `person` of the record.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting to be sent"
        SENDING = "sending", "Being sent"
        SENT = "sent", "Sent"
        UNCONFIRMED = "unconfirmed", "Handed over twice, never confirmed"
        DROPPED = "dropped", "Not sent: nothing in it is left to tell"
        GIVEN_UP = "given_up", "Given up: it was not taken for days"

    message_id = models.CharField(max_length=255, unique=True)
    state = models.CharField(max_length=12, choices=State, default=State.WAITING)
    handed_over = models.PositiveSmallIntegerField(default=0)
    failures = models.PositiveIntegerField(default=0)
    claim = models.UUIDField(null=True, default=None, help_text="Held by the worker that is sending it")
    seen_at = models.DateTimeField(
        default=timezone.now, help_text="When that worker last gave a sign of life"
    )
    next_try_at = models.DateTimeField(default=timezone.now)
    refused_at = models.DateTimeField(null=True)
    refusal = models.CharField(max_length=500, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True
        indexes = [models.Index(fields=["state", "next_try_at"], name="%(class)s_state_next_try")]
        constraints = [
            models.CheckConstraint(
                condition=Q(handed_over__lte=2), name="%(class)s_handed_over_twice_at_most"
            ),
            models.CheckConstraint(
                condition=Q(state="sending", claim__isnull=False)
                | Q(~Q(state="sending"), claim__isnull=True),
                name="%(class)s_claimed_while_sending",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "sending"], ended_at__isnull=True)
                | Q(state__in=["sent", "unconfirmed", "dropped", "given_up"], ended_at__isnull=False),
                name="%(class)s_ended_complete",
            ),
            models.CheckConstraint(
                condition=Q(refused_at__isnull=True, refusal="")
                | Q(~Q(refusal=""), refused_at__isnull=False),
                name="%(class)s_refusal_complete",
            ),
            models.CheckConstraint(
                condition=~Q(state="given_up") | Q(refused_at__isnull=False),
                name="%(class)s_given_up_after_a_refusal",
            ),
        ]

    @classmethod
    def new_message_id(cls, site: str) -> str:
        """Return a Message-ID that no other message has, at the host of the portal's address."""
        return f"<{cls._meta.model_name}-{uuid.uuid4().hex}@{urlsplit(site).hostname}>"

    @classmethod
    def fresh(cls, pk: int) -> Self:
        """Return a letter as it is now, with its person."""
        return cls._default_manager.select_related("person").get(pk=pk)
