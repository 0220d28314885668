"""Findings: what a review said, in the reviewers' words."""

from types import MappingProxyType

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from findings.querysets import FindingQuerySet
from portal.models import Versioned
from reviews.models import Review, Strand, Theme


class Kind(models.TextChoices):
    """What a finding is."""

    STRENGTH = "strength", "Strength"
    AREA = "area", "Area for consideration"


class Prominence(models.TextChoices):
    """How prominently the document says it."""

    HEADLINE = "headline", "Headline"
    RECOMMENDATION = "recommendation", "Recommendation"
    DETAIL = "detail", "Detail"


class Response(models.TextChoices):
    """The council's answer to an area for consideration."""

    ACCEPTED = "accepted", "Accepted"
    PARTLY_ACCEPTED = "partly_accepted", "Partly accepted"
    NOT_ACCEPTED = "not_accepted", "Not accepted"


def one_of(
    name: str, choices: type[models.TextChoices], *, of: str, or_none: bool = False
) -> models.CheckConstraint:
    """A constraint that a field of a model has one of its values; forms are not the only way to a row."""
    values = [*choices.values, *([""] if or_none else [])]
    return models.CheckConstraint(condition=Q(**{f"{name}__in": values}), name=f"{of}_{name}_known")


class Finding(Versioned):
    """One thing that a review said, with its place in the document and the council's response."""

    history_labels = MappingProxyType(
        {
            "text": "The reviewers’ words",
            "source_ref": "Place in the document",
            "response_reason": "Reason for the response",
        }
    )

    reference = models.CharField(max_length=20, unique=True, editable=False)
    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="findings")
    kind = models.CharField(max_length=10, choices=Kind)
    text = models.TextField()
    correction = models.TextField(blank=True, help_text="What is right where these words are wrong, and why")
    prominence = models.CharField(max_length=15, choices=Prominence, default=Prominence.DETAIL)
    strand = models.ForeignKey(
        Strand, on_delete=models.PROTECT, null=True, blank=True, related_name="findings"
    )
    also_relates_to = models.ManyToManyField(Strand, blank=True, related_name="related_findings")
    themes = models.ManyToManyField(Theme, blank=True, related_name="findings")
    source_ref = models.CharField(max_length=300, blank=True)
    document = models.ForeignKey(
        "findings.Document", on_delete=models.PROTECT, null=True, blank=True, related_name="findings"
    )
    response = models.CharField(max_length=20, choices=Response, blank=True)
    response_reason = models.TextField(blank=True)
    responded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    responded_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = FindingQuerySet.as_manager()

    class Meta:
        ordering = ["review", "pk"]
        indexes = [
            models.Index(fields=["kind", "review"], name="finding_kind_review"),
            models.Index(fields=["prominence", "review"], name="finding_prominence_review"),
            models.Index(
                fields=["review"], condition=Q(kind="area", response=""), name="finding_waiting_review"
            ),
            models.Index(fields=["response", "review"], name="finding_response_review"),
        ]
        constraints = [
            one_of("kind", Kind, of="finding"),
            one_of("prominence", Prominence, of="finding"),
            one_of("response", Response, of="finding", or_none=True),
            models.CheckConstraint(condition=~Q(text=""), name="finding_has_words"),
            models.CheckConstraint(
                condition=Q(response="", responded_by__isnull=True, responded_at__isnull=True)
                | Q(~Q(response=""), kind="area", responded_by__isnull=False, responded_at__isnull=False),
                name="finding_response_complete",
            ),
            models.CheckConstraint(
                condition=~Q(response__in=["partly_accepted", "not_accepted"]) | ~Q(response_reason=""),
                name="finding_refusal_has_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        return reverse("findings:finding_detail", args=[self.pk])


class Recurrence(models.Model):
    """A confirmed link from a finding to an earlier one."""

    class Outcome(models.TextChoices):
        RECURS = "recurs", "Raised again"
        SUSTAINED = "sustained", "Strength sustained"
        LOST = "lost", "Strength lost"

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="earlier_links")
    earlier = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="later_links")
    outcome = models.CharField(max_length=10, choices=Outcome)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["finding", "earlier"]
        verbose_name, verbose_name_plural = "link to an earlier finding", "links to earlier findings"
        constraints = [
            models.UniqueConstraint(
                fields=["finding", "earlier"],
                name="recurrence_pair_unique",
                violation_error_message="These two findings are already linked",
            ),
            models.CheckConstraint(condition=~Q(finding=F("earlier")), name="recurrence_not_itself"),
            models.CheckConstraint(
                condition=Q(outcome__in=["recurs", "sustained", "lost"]), name="recurrence_outcome_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.finding} to {self.earlier}, {self.get_outcome_display().lower()}"


OUTCOME_OF_KINDS = {
    (Kind.AREA, Kind.AREA): Recurrence.Outcome.RECURS,
    (Kind.STRENGTH, Kind.STRENGTH): Recurrence.Outcome.SUSTAINED,
    (Kind.AREA, Kind.STRENGTH): Recurrence.Outcome.LOST,
}
"""What a link says, by the kinds of the finding and of the earlier one."""
