"""Frameworks: what a review is done against."""

import datetime

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


class Unit(models.TextChoices):
    """What the time for a written response is counted in."""

    WORKING_DAYS = "working_days", "Working days"
    WEEKS = "weeks", "Weeks"
    MONTHS = "months", "Months"


class Framework(Versioned):
    """A published way of reviewing, in one of its versions by date, with the deadlines that follow from it."""

    history_parts = ("strands", "grades", "guidance_editions")

    code = models.SlugField(
        max_length=50,
        null=True,
        blank=True,
        unique=True,
        editable=False,
        help_text="Its name in the portal’s catalogue; none for a framework that the council added",
    )
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=ReviewKind)
    valid_from_on = models.DateField(null=True, blank=True)
    valid_to_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300, blank=True, help_text="Where the framework is published")
    gives_overall_grade = models.BooleanField(default=False)
    response_within = models.PositiveSmallIntegerField(null=True, blank=True)
    response_unit = models.CharField(max_length=20, choices=Unit, default=Unit.WORKING_DAYS)
    response_after_priority_action_only = models.BooleanField(default=False)
    draft_within_working_days = models.PositiveSmallIntegerField(null=True, blank=True)
    follow_up_from_months = models.PositiveSmallIntegerField(null=True, blank=True)
    follow_up_to_months = models.PositiveSmallIntegerField(null=True, blank=True)
    deadlines_source = models.CharField(max_length=300, blank=True)

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
            models.CheckConstraint(
                condition=Q(follow_up_from_months__isnull=True, follow_up_to_months__isnull=True)
                | Q(
                    follow_up_from_months__isnull=False,
                    follow_up_to_months__isnull=False,
                    follow_up_to_months__gte=F("follow_up_from_months"),
                ),
                name="framework_follow_up_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def is_in_force(self, *, on: datetime.date) -> bool:
        """Tell whether the framework is in force on this day; an open end counts as in force."""
        return (self.valid_from_on or on) <= on <= (self.valid_to_on or on)


class FrameworkStrand(models.Model):
    """A heading that reviews under this framework usually have."""

    framework = models.ForeignKey(Framework, on_delete=models.CASCADE, related_name="strands")
    name = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField(default=0)
    is_graded = models.BooleanField(default=False)

    class Meta:
        ordering = ["framework", "position"]
        verbose_name = "strand"
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
    next_visit_months = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="When a review that gives this grade overall is followed up"
    )

    class Meta:
        ordering = ["framework", "position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["framework", "name"], name="grade_name_unique"),
        ]

    def __str__(self) -> str:
        return self.name


class GuidanceEdition(models.Model):
    """An edition of guidance that reviews under a framework cite, such as Working Together 2023."""

    framework = models.ForeignKey(Framework, on_delete=models.CASCADE, related_name="guidance_editions")
    name = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["framework", "position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["framework", "name"], name="guidance_edition_name_unique"),
        ]

    def __str__(self) -> str:
        return self.name
