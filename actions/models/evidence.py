"""Evidence that something was done or made a difference."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from actions.models.action import Action
from actions.models.progress import Update
from actions.rows import EvidenceQuerySet
from findings.models import Measurement


class Evidence(models.Model):
    """What shows that an action was delivered or made a difference, with its own date."""

    class Kind(models.TextChoices):
        FILE = "file", "File"
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
    update = models.ForeignKey(
        Update, on_delete=models.PROTECT, null=True, blank=True, related_name="evidence"
    )
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ["action", "added_at", "pk"]
        verbose_name = verbose_name_plural = "evidence"
        constraints = [
            models.CheckConstraint(
                condition=Q(~Q(link=""), kind="link", measurement__isnull=True)
                | Q(kind="measurement", measurement__isnull=False)
                | Q(kind__in=["file", "observation", "feedback"], measurement__isnull=True),
                name="evidence_is_what_its_kind_says",
            )
        ]

    def __str__(self) -> str:
        return self.get_kind_display()

    def get_absolute_url(self) -> str:
        return reverse("actions:evidence_detail", args=[self.action_id, self.pk])


class EvidenceFile(models.Model):
    """One version of a file that is evidence, as it came, with the hash of its bytes. Never replaced."""

    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="files")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=255)
    file = models.FileField(upload_to="evidence/%Y/", max_length=300)
    size = models.PositiveIntegerField(help_text="Bytes")
    sha256 = models.CharField(max_length=64)
    change = models.TextField(blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["evidence", "number"]
        verbose_name = "version of the file"
        constraints = [
            models.CheckConstraint(
                condition=Q(number=1, change="") | Q(~Q(change=""), number__gt=1),
                name="evidence_file_later_says_what_changed",
            ),
            models.UniqueConstraint(fields=["evidence", "number"], name="evidence_file_number_once"),
            models.UniqueConstraint(
                fields=["evidence", "sha256"],
                name="evidence_file_once",
                violation_error_message="This file is already a version of this evidence. Choose the changed file",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, version {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("actions:evidence_file", args=[self.evidence.action_id, self.evidence_id, self.number])
