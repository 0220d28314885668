"""What may have been raised before: suggested by the portal, dismissed by people."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from findings.models.finding import Finding
from findings.querysets import SuggestionQuerySet
from reviews.models import Review


class Suggestion(models.Model):
    """An earlier finding that may say the same; made by comparing, and made anew when either changes."""

    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="suggestions")
    earlier = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="+")
    score = models.FloatField(help_text="From 0 to 1")
    words = models.JSONField(
        default=list, help_text="Pairs of matching words: as written now, as written then"
    )

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        ordering = ["finding", "-score", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["finding", "earlier"], name="suggestion_pair_unique"),
            models.CheckConstraint(condition=~Q(finding=F("earlier")), name="suggestion_not_itself"),
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=1), name="suggestion_score_in_range"),
        ]

    def __str__(self) -> str:
        return f"{self.finding} may go back to {self.earlier}"


class Dismissal(models.Model):
    """Somebody's word that a finding does not go back to an earlier one, so that it is not suggested again."""

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="dismissals")
    earlier = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="+")
    dismissed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    dismissed_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["finding", "pk"]
        verbose_name = "dismissed suggestion"
        constraints = [
            models.UniqueConstraint(
                fields=["finding", "earlier"],
                name="dismissal_pair_unique",
                violation_error_message="Somebody has dismissed this already",
            ),
            models.CheckConstraint(condition=~Q(finding=F("earlier")), name="dismissal_not_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.finding} does not go back to {self.earlier}"


class ReviewComparison(models.Model):
    """Whether a review's findings have been compared with earlier ones: this row is the truth, not the queue."""

    review = models.OneToOneField(
        Review, on_delete=models.CASCADE, primary_key=True, related_name="comparison"
    )
    asked_at = models.DateTimeField()
    done_at = models.DateTimeField(
        null=True, help_text="When its findings were compared; nothing from when that is asked for again"
    )
    dated_on = models.DateField(null=True, help_text="The review's date when its findings were compared")
    attempts = models.PositiveSmallIntegerField(
        default=0, help_text="How often comparing has failed since it was asked for"
    )

    def __str__(self) -> str:
        return f"Comparison of {self.review}"


class ComparingTurn(models.Model):
    """Whose turn it is to compare findings: one worker's at a time, so that no older answer follows a newer one."""

    ONLY = 1

    claim = models.UUIDField(null=True, help_text="Held by the worker that compares")
    seen_at = models.DateTimeField(
        default=timezone.now, help_text="When that worker last gave a sign of life"
    )

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="comparing_turn_only_one")]

    def __str__(self) -> str:
        return "Somebody's turn to compare" if self.claim else "Nobody's turn to compare"
