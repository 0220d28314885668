"""Resolutions: what the committee decided on a recommendation, and what came of it."""

from types import MappingProxyType

from django.db import models
from django.db.models import Q
from django.urls import reverse

from portal.models import Versioned
from reports.models.committee import Meeting
from reports.models.recommendation import Recommendation
from reports.querysets import ResolutionQuerySet

AGREEING = ("as_recommended", "amended")


class Resolution(Versioned):
    """A decision of one meeting on one recommendation; a deferred one is decided again at a later meeting."""

    class Decision(models.TextChoices):
        AS_RECOMMENDED = "as_recommended", "Agreed as recommended"
        AMENDED = "amended", "Agreed in other words"
        NOT_AGREED = "not_agreed", "Not agreed"
        DEFERRED = "deferred", "Deferred to a later meeting"

    history_labels = MappingProxyType(
        {
            "wording": "What was resolved instead",
            "owner": "Who does it",
            "due_on": "To be done by",
            "finished_on": "Day of the outcome",
        }
    )

    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="resolutions")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="resolutions")
    decision = models.CharField(max_length=15, choices=Decision)
    wording = models.TextField(blank=True)
    owner = models.CharField(max_length=200, blank=True)
    due_on = models.DateField(null=True, blank=True)
    outcome = models.TextField(blank=True)
    finished_on = models.DateField(null=True, blank=True)

    objects = ResolutionQuerySet.as_manager()

    class Meta:
        ordering = ["recommendation", "meeting__held_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "meeting"],
                name="resolution_once_in_a_meeting",
                violation_error_message="What this meeting resolved on the recommendation is recorded already",
            ),
            models.CheckConstraint(
                condition=Q(~Q(wording=""), decision="amended") | Q(~Q(decision="amended"), wording=""),
                name="resolution_wording_where_amended",
            ),
            models.CheckConstraint(
                condition=Q(owner="", due_on__isnull=True)
                | Q(~Q(owner=""), due_on__isnull=False, decision__in=AGREEING),
                name="resolution_task_complete",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", finished_on__isnull=True)
                | Q(~Q(outcome=""), ~Q(owner=""), finished_on__isnull=False),
                name="resolution_outcome_complete",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_decision_display()}: “{self.wording or self.recommendation}”"

    def get_absolute_url(self) -> str:
        page = reverse("reports:report_resolutions", args=[self.recommendation.report_id])
        return f"{page}#resolution-{self.pk}"
