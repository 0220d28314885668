"""What the committee is asked to do, and why."""

from django.db import models

from portal.models import Versioned
from reports.models.exemption import Exemption
from reports.models.report import Report


class Recommendation(Versioned):
    """What the committee is asked to do, and why."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="recommendations")
    text = models.TextField()
    settled_text = models.TextField(
        blank=True,
        editable=False,
        help_text="As readers have it, references as numbers; settled when the report is frozen",
    )
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
        return self.words

    def get_absolute_url(self) -> str:
        return f"{self.report.get_absolute_url()}#recommendation-{self.pk}"

    @property
    def words(self) -> str:
        """What the paper says; of a draft the text as it was written."""
        return self.settled_text or self.text
