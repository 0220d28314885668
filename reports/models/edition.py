"""Editions of a report, and the rendering that makes them."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from portal.models import Job
from reports.models.report import Report
from reports.querysets import EditionQuerySet, RenderingQuerySet


class Audience(models.TextChoices):
    """Who an edition is for: everybody, or only those who may read what is exempt."""

    PUBLIC = "public", "Public"
    FULL = "full", "Full"


class Edition(models.Model):
    """One frozen rendering of a report for an audience: its data, its files and their hashes. Never rewritten.

    One from before there were Word files and web pages has a PDF alone.
    """

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField()
    audience = models.CharField(max_length=10, choices=Audience, default=Audience.PUBLIC)
    snapshot = models.JSONField(help_text="What was rendered: the report's whole content as data")
    pdf = models.FileField(upload_to="editions/%Y/", max_length=300)
    pdf_sha256 = models.CharField(max_length=64)
    docx = models.FileField(upload_to="editions/%Y/", max_length=300, blank=True)
    docx_sha256 = models.CharField(max_length=64, blank=True)
    html = models.FileField(upload_to="editions/%Y/", max_length=300, blank=True)
    html_sha256 = models.CharField(max_length=64, blank=True)
    page_count = models.PositiveSmallIntegerField()
    rendered_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["report", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["report", "number", "audience"], name="edition_number_unique"),
            models.CheckConstraint(
                condition=Q(docx="", docx_sha256="", html="", html_sha256="")
                | ~(Q(docx="") | Q(docx_sha256="") | Q(html="") | Q(html_sha256="")),
                name="edition_files_complete",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report}, edition {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("reports:edition_pdf", args=[self.pk])


class Rendering(Job):
    """The job of rendering one edition."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="renderings")
    number = models.PositiveSmallIntegerField(default=1, help_text="That the edition will have")
    audience = models.CharField(max_length=10, choices=Audience, default=Audience.PUBLIC)
    snapshot = models.JSONField()
    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, null=True, related_name="rendering")

    objects = RenderingQuerySet.as_manager()

    class Meta:
        ordering = ["report", "-asked_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="done", edition__isnull=False, finished_at__isnull=False)
                | Q(state="failed", edition__isnull=True, finished_at__isnull=False)
                | Q(state__in=["waiting", "running"], edition__isnull=True, finished_at__isnull=True),
                name="rendering_state_complete",
            ),
            models.UniqueConstraint(
                fields=["report", "audience"],
                condition=Q(state__in=["waiting", "running"]),
                name="rendering_one_at_a_time",
                violation_error_message="This report is already being made into files",
            ),
        ]

    def __str__(self) -> str:
        return f"Rendering of {self.report}"
