"""Reviews, their strands and their judgements."""

import datetime
from types import MappingProxyType

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from portal.models import Organisation, Versioned
from reviews.models.framework import Framework, Grade, GuidanceEdition, ReviewKind
from reviews.models.theme import Theme
from reviews.querysets import ReviewQuerySet, StrandQuerySet


def _basis_fits(basis: str, date: str, why: str) -> models.CheckConstraint:
    """Ask for a date and a reason where a date was given, and for no date where none is expected."""
    return models.CheckConstraint(
        condition=Q(**{basis: "rule"})
        | Q(~Q(**{why: ""}), **{basis: "given", f"{date}__isnull": False})
        | Q(**{basis: "none", f"{date}__isnull": True}),
        name=f"review_{basis}_fits",
    )


class Review(Versioned):
    """An exercise that yields findings: who did it, when, how widely, and what must follow."""

    class Stage(models.TextChoices):
        PLANNED = "planned", "Planned"
        FIELDWORK = "fieldwork", "Fieldwork"
        REPORTED = "reported", "Reported"
        RESPONDING = "responding", "Responding"
        MONITORING = "monitoring", "Monitoring"
        CLOSED = "closed", "Closed"

    class Basis(models.TextChoices):
        """What a deadline rests on."""

        RULE = "rule", "The framework’s rule"
        GIVEN = "given", "A date given in the letter, or agreed"
        NONE = "none", "None is expected"

    history_labels = MappingProxyType(
        {
            "kind": "Kind of review",
            "provider": "Carried out by",
            "guidance_edition": "Edition of the guidance that it cites",
            "fieldwork_start_on": "Fieldwork started",
            "fieldwork_end_on": "Fieldwork ended",
            "feedback_on": "Feedback given",
            "received_on": "Report received",
            "published_on": "Report published",
            "has_priority_action": "The review names an area for priority action",
            "response_basis": "When the written response is due",
            "response_due_on": "Date of the written response",
            "response_why": "Reason for the date of the written response",
            "response_sent_on": "Written response sent",
            "draft_due_on": "Date of the draft of the response",
            "draft_why": "Reason for the date of the draft",
            "draft_sent_on": "Draft of the response sent",
            "follow_up_basis": "When the follow-up visit is",
            "follow_up_from_on": "First day of the follow-up visit",
            "follow_up_to_on": "Last day of the follow-up visit",
            "follow_up_why": "Reason for the date of the follow-up visit",
        }
    )

    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=ReviewKind)
    framework = models.ForeignKey(
        Framework, on_delete=models.PROTECT, null=True, blank=True, related_name="reviews"
    )
    provider = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="reviews_provided")
    stage = models.CharField(max_length=20, choices=Stage, default=Stage.PLANNED)
    scope = models.TextField(blank=True)
    fieldwork_start_on = models.DateField(null=True, blank=True)
    fieldwork_end_on = models.DateField(null=True, blank=True)
    feedback_on = models.DateField(null=True, blank=True)
    received_on = models.DateField(null=True, blank=True)
    published_on = models.DateField(null=True, blank=True)
    people_spoken_to = models.PositiveIntegerField(null=True, blank=True)
    case_files_read = models.PositiveIntegerField(null=True, blank=True)
    guidance_edition = models.ForeignKey(
        GuidanceEdition, on_delete=models.PROTECT, null=True, blank=True, related_name="reviews"
    )
    has_priority_action = models.BooleanField(default=False)
    response_basis = models.CharField(max_length=10, choices=Basis, default=Basis.RULE)
    response_due_on = models.DateField(null=True, blank=True)
    response_why = models.CharField(max_length=300, blank=True)
    response_sent_on = models.DateField(null=True, blank=True)
    draft_due_on = models.DateField(null=True, blank=True)
    draft_why = models.CharField(max_length=300, blank=True)
    draft_sent_on = models.DateField(null=True, blank=True)
    follow_up_basis = models.CharField(max_length=10, choices=Basis, default=Basis.RULE)
    follow_up_from_on = models.DateField(null=True, blank=True)
    follow_up_to_on = models.DateField(null=True, blank=True)
    follow_up_why = models.CharField(max_length=300, blank=True)
    logged_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    logged_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering = ["-fieldwork_start_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(fieldwork_end_on__isnull=True)
                | Q(fieldwork_start_on__isnull=False, fieldwork_end_on__gte=F("fieldwork_start_on")),
                name="review_fieldwork_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(follow_up_to_on__isnull=True)
                | Q(follow_up_from_on__isnull=False, follow_up_to_on__gte=F("follow_up_from_on")),
                name="review_follow_up_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(published_on__isnull=True)
                | Q(fieldwork_start_on__isnull=True)
                | Q(published_on__gte=F("fieldwork_start_on")),
                name="review_published_after_fieldwork",
            ),
            _basis_fits("response_basis", "response_due_on", "response_why"),
            _basis_fits("follow_up_basis", "follow_up_from_on", "follow_up_why"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("reviews:review_detail", args=[self.pk])

    @property
    def dated_on(self) -> datetime.date | None:
        """The day by which reviews are put in order: the first that is known."""
        return self.fieldwork_start_on or self.feedback_on or self.received_on or self.published_on


class Strand(Versioned):
    """One heading of this review's structure, in its document's words."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="strands")
    name = models.CharField(max_length=300)
    position = models.PositiveSmallIntegerField(default=0)
    themes = models.ManyToManyField(Theme, blank=True, related_name="strands")

    objects = StrandQuerySet.as_manager()

    class Meta:
        ordering = ["review", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                F("review"),
                models.functions.Lower("name"),
                name="strand_name_unique",
                violation_error_message="This review already has a strand with this name",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Judgement(Versioned):
    """A grade that a review gave to a strand, or overall where no strand is named. Never computed."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="judgements")
    strand = models.ForeignKey(
        Strand, on_delete=models.PROTECT, null=True, blank=True, related_name="judgements"
    )
    grade = models.ForeignKey(Grade, on_delete=models.PROTECT, related_name="judgements")
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["review", "strand__position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "strand"],
                name="judgement_strand_unique",
                violation_error_message="This review already has a judgement on this strand. Change that one instead",
            ),
            models.UniqueConstraint(
                fields=["review"],
                condition=Q(strand__isnull=True),
                name="judgement_overall_unique",
                violation_error_message="This review already has an overall judgement. Change that one instead",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.strand or 'Overall'}: {self.grade}"
