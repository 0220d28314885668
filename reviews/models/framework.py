"""Frameworks: what a review is done against."""

from django.db import models
from django.db.models import F, Q

from portal.models import Versioned
from reviews.querysets import FrameworkQuerySet


class ReviewKind(models.TextChoices):
    """The kinds of exercise that yield findings."""

    PEER_REVIEW = "peer_review", "Peer review"
    INSPECTION = "inspection", "Inspection"
    FOCUSED_VISIT = "focused_visit", "Focused visit"
    JOINT_INSPECTION = "joint_inspection", "Joint inspection"
    SCRUTINEER_REPORT = "scrutineer_report", "Independent scrutineer’s report"
    AUDIT = "audit", "Audit"
    SURVEY = "survey", "Survey"
    SELF_EVALUATION = "self_evaluation", "Self-evaluation"


class Framework(Versioned):
    """A published way of reviewing, in one of its versions by date."""

    history_parts = ("strands", "grades")

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=ReviewKind)
    valid_from_on = models.DateField(null=True, blank=True)
    valid_to_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300, blank=True, help_text="Where the framework is published")

    objects = FrameworkQuerySet.as_manager()

    class Meta:
        ordering = ["name", "valid_from_on"]
        constraints = [
            models.UniqueConstraint(
                models.functions.Lower("name"),
                F("valid_from_on"),
                name="framework_name_from_unique",
                violation_error_message="There is already a framework with this name and first day",
            ),
            models.UniqueConstraint(
                models.functions.Lower("name"),
                condition=Q(valid_from_on__isnull=True),
                name="framework_name_undated_unique",
                violation_error_message="There is already a framework with this name and no first day",
            ),
            models.CheckConstraint(
                condition=Q(valid_to_on__isnull=True)
                | Q(valid_from_on__isnull=True)
                | Q(valid_to_on__gte=F("valid_from_on")),
                name="framework_valid_dates_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class FrameworkStrand(models.Model):
    """A heading that reviews under this framework usually have."""

    framework = models.ForeignKey(Framework, on_delete=models.CASCADE, related_name="strands")
    name = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField(default=0)
    is_graded = models.BooleanField(default=False)

    class Meta:
        ordering = ["framework", "position"]
        constraints = [
            models.UniqueConstraint(fields=["framework", "name"], name="framework_strand_name_unique")
        ]

    def __str__(self) -> str:
        return self.name


class Grade(models.Model):
    """One step of a framework's grade scale; position 1 is the best."""

    framework = models.ForeignKey(Framework, on_delete=models.CASCADE, related_name="grades")
    name = models.CharField(max_length=100)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["framework", "position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["framework", "name"], name="grade_name_unique"),
        ]

    def __str__(self) -> str:
        return self.name
