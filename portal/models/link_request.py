"""Who asked for a link to set a password."""

from django.db import models
from django.utils import timezone


class LinkRequest(models.Model):
    """One question for a link, kept for the hour in which it counts; nobody may have this e-mail address."""

    email = models.EmailField("e-mail address", max_length=320)
    network_address = models.CharField(max_length=64)
    asked_at = models.DateTimeField(default=timezone.now, db_index=True)

    def __str__(self) -> str:
        return self.email
