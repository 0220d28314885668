"""What the committee is asked to do, and why."""

from django.db import models

from portal.models import Versioned
from reports.models.exemption import Exemption
from reports.models.report import Report


class Recommendation(Versioned):
    """What the committee is asked to do, and why."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="recommendations")
    text = models.TextField()
    reason = models.TextField()
    position = models.PositiveSmallIntegerField()
    exemption = models.ForeignKey(
        Exemption, on_delete=models.PROTECT, null=True, blank=True, related_name="recommendations"
    )
    carried_from = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="carried_to",
        help_text="What the version before asked",
    )

    class Meta:
        ordering = ["report", "position"]
        constraints = [
            models.UniqueConstraint(fields=["report", "position"], name="recommendation_position_unique")
        ]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        return f"{self.report.get_absolute_url()}#recommendation-{self.pk}"
