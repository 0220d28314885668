"""The annexes of a report, and the files that some of them are."""

from types import MappingProxyType

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from portal.models import Versioned
from reports.models.exemption import Exemption
from reports.models.report import Report


class AnnexFile(models.Model):
    """A file that is an annex, as it came, with the hash of its bytes. Never rewritten.

    Versions of a report share it. It goes when no annex is this file any more; those of an approved report stay.
    """

    name = models.CharField(max_length=255)
    file = models.FileField(upload_to="annexes/%Y/", max_length=300)
    size = models.PositiveIntegerField(help_text="Bytes")
    sha256 = models.CharField(max_length=64)
    page_count = models.PositiveIntegerField(null=True, help_text="None where the file does not say it")
    parts = models.JSONField(default=list, help_text="What a Word document says, as it was read")
    words = models.TextField(blank=True, help_text="The same in its words alone, for the search")
    lacks = models.JSONField(
        null=True, help_text="What a PDF lacks for people who hear it; None where nobody has looked"
    )
    page_texts = models.JSONField(
        null=True, help_text="What each page of a PDF says, for the checks; None where nobody has read it"
    )
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class Annex(Versioned):
    """What follows the text of a report: a file, words of the officers' own, or the action plan from the record.

    Its letter comes from its place. A PDF is attached as it is; all else is set as pages of the report.
    """

    history_labels = MappingProxyType({"body": "Text"})

    class Kind(models.TextChoices):
        """What an annex is, which says how it goes into the files."""

        PDF = "pdf", "PDF"
        WORD = "word", "Word"
        TEXT = "text", "Text"
        PLAN = "plan", "Action plan from the record"

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="annexes")
    position = models.PositiveSmallIntegerField()
    is_part = models.BooleanField(default=False, help_text="It shares the letter of the annex before it")
    title = models.CharField(max_length=200)
    name = models.CharField(max_length=50, help_text="By which the text refers to it")
    kind = models.CharField(max_length=5, choices=Kind)
    body = models.TextField(blank=True)
    file = models.ForeignKey(AnnexFile, on_delete=models.PROTECT, null=True, related_name="annexes")
    exemption = models.ForeignKey(
        Exemption, on_delete=models.PROTECT, null=True, blank=True, related_name="annexes"
    )

    class Meta:
        ordering = ["report", "position"]
        verbose_name_plural = "annexes"
        constraints = [
            models.UniqueConstraint(fields=["report", "position"], name="annex_position_unique"),
            models.UniqueConstraint(
                fields=["report", "name"],
                name="annex_name_unique",
                violation_error_message="Another annex of this report has this name",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["pdf", "word"], file__isnull=False, body="")
                | Q(~Q(body=""), kind="text", file__isnull=True)
                | Q(kind="plan", file__isnull=True, body=""),
                name="annex_is_what_its_kind_says",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"{self.report.get_absolute_url()}#annex-row-{self.pk}"

    @property
    def is_attached(self) -> bool:
        """Whether it goes with the report as a file of its own."""
        return self.kind == self.Kind.PDF
