"""Documents that reviewers sent, and taking them in."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from findings.models.finding import Kind, Prominence, one_of
from findings.querysets import IntakeQuerySet
from portal.models import Versioned
from portal.scoping import RecordQuerySet
from reviews.models import Review

PASSAGES_OF_WORDS = frozenset({"paragraph", "item", "row", "label"})
"""The kinds of passages that a finding can be made of: no headings, no breaks."""


class Document(models.Model):
    """A document as it came, with the hash of its bytes. Never rewritten."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="documents")
    name = models.CharField(max_length=255)
    file = models.FileField(upload_to="documents/%Y/", max_length=300)
    size = models.PositiveIntegerField(help_text="Bytes")
    sha256 = models.CharField(max_length=64)
    was_pasted = models.BooleanField(default=False)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = RecordQuerySet.as_manager()

    class Meta:
        ordering = ["-added_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "sha256"],
                name="document_once_per_review",
                violation_error_message="This document is already on the review",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("findings:document_download", args=[self.pk])


class Intake(Versioned):
    """The taking in of one document: open until its candidates are accepted or it is set aside."""

    class State(models.TextChoices):
        OPEN = "open", "Being checked"
        ACCEPTED = "accepted", "Accepted"
        SET_ASIDE = "set_aside", "Set aside"

    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="intake")
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    started_at = models.DateTimeField(default=timezone.now, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    closed_at = models.DateTimeField(null=True)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    saved_at = models.DateTimeField(null=True)
    strands = models.JSONField(default=list, help_text="Names of the strands, in the document’s order")
    passages = models.JSONField(default=list, help_text="The document’s text, cut into passages")
    particulars = models.JSONField(default=dict, help_text="What else the document says, beside its findings")

    objects = IntakeQuerySet.as_manager()

    class Meta:
        ordering = ["-started_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", closed_by__isnull=True, closed_at__isnull=True)
                | Q(~Q(state="open"), closed_by__isnull=False, closed_at__isnull=False),
                name="intake_closing_complete",
            ),
            models.CheckConstraint(
                condition=Q(saved_by__isnull=True, saved_at__isnull=True)
                | Q(saved_by__isnull=False, saved_at__isnull=False),
                name="intake_saving_complete",
            ),
        ]

    def __str__(self) -> str:
        return f"Intake of {self.document}"

    @property
    def name(self) -> str:
        """The name of the document that is taken in."""
        return self.document.name

    @property
    def on_review(self) -> Review:
        """The review that the document belongs to."""
        return self.document.review

    @property
    def waits_for(self) -> str:
        """What somebody has to do with it next."""
        return "Its findings are to be checked"

    def get_absolute_url(self) -> str:
        return reverse("findings:intake_check", args=[self.document.review_id, self.pk])


class Candidate(models.Model):
    """What may be a finding, waiting for an officer to accept, correct or drop it."""

    intake = models.ForeignKey(Intake, on_delete=models.CASCADE, related_name="candidates")
    position = models.PositiveIntegerField()
    is_selected = models.BooleanField(default=True)
    kind = models.CharField(max_length=10, choices=Kind, blank=True)
    asks_kind = models.BooleanField(default=False, help_text="The document does not say of which kind it is")
    suggested_kind = models.CharField(max_length=10, choices=Kind, blank=True)
    text = models.TextField()
    original_text = models.TextField(help_text="As it stands in the document, whatever was corrected")
    prominence = models.CharField(max_length=15, choices=Prominence, default=Prominence.DETAIL)
    strand_name = models.CharField(max_length=300, blank=True)
    also_relates_to = models.JSONField(default=list, blank=True)
    source_ref = models.CharField(max_length=300, blank=True)
    parent_ref = models.CharField(
        max_length=300, blank=True, help_text="Where the point that it stands under is"
    )
    page = models.PositiveIntegerField(null=True)
    source_lines = models.JSONField(default=list, blank=True)
    passages = models.JSONField(default=list, blank=True, help_text="Where it stands among the passages")
    reason = models.CharField(max_length=300, blank=True)
    confidence = models.FloatField(default=1.0)
    finding = models.OneToOneField(
        "findings.Finding", on_delete=models.PROTECT, null=True, blank=True, related_name="candidate"
    )

    @property
    def is_unanswered(self) -> bool:
        """Whether nobody has said yet what kind it is, or that it is no finding."""
        return self.asks_kind and not self.kind

    class Meta:
        ordering = ["intake", "position"]
        constraints = [
            models.UniqueConstraint(fields=["intake", "position"], name="candidate_position_unique"),
            one_of("kind", Kind, of="candidate", or_none=True),
            one_of("suggested_kind", Kind, of="candidate", or_none=True),
            one_of("prominence", Prominence, of="candidate"),
            models.CheckConstraint(
                condition=~Q(kind="") | Q(is_selected=False) | Q(asks_kind=True, finding__isnull=True),
                name="candidate_selected_has_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.intake_id}/{self.position}"
