"""The reading of a document that was uploaded or pasted."""

import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from findings.models.document import Document
from findings.querysets import ReadingQuerySet
from portal.models import Job
from reviews.models import Review


class Reading(Job):
    """The job of reading one document. The file becomes the document's when it is read, and goes if it is refused."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="readings")
    name = models.CharField(max_length=255)
    file = models.FileField(upload_to="documents/%Y/", max_length=300, blank=True)
    size = models.PositiveIntegerField(help_text="Bytes")
    sha256 = models.CharField(max_length=64)
    was_pasted = models.BooleanField(default=False)
    pasted_words = models.TextField(blank=True, help_text="As they were pasted, until they are taken in")
    sheet = models.JSONField(null=True, help_text="The columns of a spreadsheet, for a person to settle")
    columns = models.JSONField(null=True, help_text="What each column holds, as settled")
    document = models.OneToOneField(Document, on_delete=models.PROTECT, null=True, related_name="reading")

    objects = ReadingQuerySet.as_manager()

    class Meta:
        ordering = ["review", "-asked_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="failed", document__isnull=True, finished_at__isnull=False)
                | Q(
                    Q(document__isnull=False) | Q(sheet__isnull=False),
                    state="done",
                    finished_at__isnull=False,
                )
                | Q(state__in=["waiting", "running"], document__isnull=True, finished_at__isnull=True),
                name="reading_state_complete",
            ),
            models.CheckConstraint(
                condition=Q(was_pasted=True) | Q(pasted_words=""), name="reading_words_were_pasted"
            ),
            models.UniqueConstraint(
                fields=["review", "sha256"],
                condition=Q(state__in=["waiting", "running"]),
                name="reading_one_at_a_time",
                violation_error_message="This document is already being read",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("findings:reading_detail", args=[self.review_id, self.pk])

    @property
    def on_review(self) -> Review:
        """The review that the document belongs to."""
        return self.review

    @property
    def waits_for(self) -> str:
        """What somebody has to do with a spreadsheet next."""
        return "Somebody is to say what its columns hold"

    @property
    def filename(self) -> str:
        """The name by which messages call the document; none for pasted text, whose name nobody chose."""
        return "" if self.was_pasted else self.name

    @property
    def needs_columns(self) -> bool:
        """Whether it is a spreadsheet that waits for somebody to say what its columns hold."""
        return self.state == self.State.DONE and self.document_id is None

    @property
    def is_discardable(self) -> bool:
        """Whether it came to nothing yet: it was refused, or waits for somebody to settle columns."""
        return self.state == self.State.FAILED or self.needs_columns

    @property
    def keeps_words(self) -> bool:
        """Whether pasted words are there to be sent again although they were refused."""
        return self.state == self.State.FAILED and self.was_pasted and bool(self.file)

    @property
    def kept_until(self) -> datetime.datetime | None:
        """When what waits for a person is removed: a spreadsheet without columns, refused words."""
        if not (self.needs_columns or self.keeps_words) or self.finished_at is None:
            return None
        return self.finished_at + datetime.timedelta(days=settings.READING_KEPT_DAYS)
