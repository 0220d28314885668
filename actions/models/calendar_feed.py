"""The secret address under which a calendar program reads what a person owes."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from actions.digest_querysets import CalendarFeedQuerySet
from portal.models import Versioned


class CalendarFeed(Versioned):
    """An address that was shown once: only a hash of its secret is kept. A new one is a new row."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="calendar_feeds"
    )
    key_hash = models.CharField(max_length=64, unique=True, editable=False)
    shows_titles = models.BooleanField("shows the titles of actions", default=False)
    made_at = models.DateTimeField(default=timezone.now)
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = CalendarFeedQuerySet.as_manager()

    class Meta:
        ordering = ["person", "made_at", "pk"]
        verbose_name = "address of a calendar"
        verbose_name_plural = "addresses of calendars"
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(revoked_at__isnull=True),
                name="calendar_feed_one_each",
                violation_error_message="Your calendar has just been given another address. Open the page again",
            )
        ]

    def __str__(self) -> str:
        return f"Calendar of {self.person}"
