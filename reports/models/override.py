"""Findings of checks that somebody has looked at and found right as they are."""

from types import MappingProxyType

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from portal.models import Versioned
from reports.models.report import Report


class CheckOverride(Versioned):
    """Why what a check found in a report is right as it is, and who says so.

    It holds for the words of the passage only: the key is another one as soon as they change.
    """

    history_labels = MappingProxyType({"message": "What the check found", "reason": "Why it is right"})

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="check_overrides")
    check_name = models.CharField(max_length=30)
    key = models.CharField(max_length=32)
    message = models.TextField()
    reason = models.TextField()
    overridden_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    overridden_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = "override"
        ordering = ["report", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "check_name", "key"],
                name="check_override_once",
                violation_error_message="Somebody has overridden this already. Open the page again",
            ),
            models.CheckConstraint(
                condition=~Q(key="") & ~Q(message="") & ~Q(reason=""), name="check_override_complete"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.message} It is right as it is: {self.reason}"

    def get_absolute_url(self) -> str:
        return reverse("reports:report_checks", args=[self.report_id])
