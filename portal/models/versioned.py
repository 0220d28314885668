"""Records that two people may edit at once."""

from django.db import models


class Versioned(models.Model):
    """A record whose stale forms are refused: the number goes up with every change."""

    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        abstract = True
