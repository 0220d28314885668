"""Evidence that something was done or made a difference."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from actions.models.action import Action
from actions.querysets import EvidenceQuerySet
from findings.models import Measurement


class Evidence(models.Model):
    """What shows that an action was delivered or made a difference, with its own date."""

    class Kind(models.TextChoices):
        LINK = "link", "Document or page elsewhere"
        MEASUREMENT = "measurement", "Measurement"
        OBSERVATION = "observation", "Observation of practice"
        FEEDBACK = "feedback", "Feedback from children or families"

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=15, choices=Kind)
    shows = models.TextField()
    dated_on = models.DateField()
    link = models.URLField(max_length=500, blank=True)
    measurement = models.ForeignKey(
        Measurement, on_delete=models.PROTECT, null=True, blank=True, related_name="evidence"
    )
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ["action", "added_at", "pk"]
        verbose_name = verbose_name_plural = "evidence"

    def __str__(self) -> str:
        return self.get_kind_display()
