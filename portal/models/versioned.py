"""Records that two people may edit at once."""

from typing import ClassVar

from django.db import models


class Versioned(models.Model):
    """A record whose stale forms are refused: the number goes up with every change."""

    history_parts: ClassVar[tuple[str, ...]] = ()
    """Relations whose rows are parts of the record: their changes and removals stand in its history."""

    version = models.PositiveIntegerField(default=0, editable=False)

    class Meta:
        abstract = True
