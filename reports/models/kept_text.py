"""What somebody has typed of a section and not saved."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from portal.models import Versioned
from reports.models.exemption import Exemption
from reports.models.report import Report
from reports.models.section import Section
from reports.querysets import KeptTextQuerySet


class Kept(Versioned):
    """One person's words: kept while they type, for them alone, until they are saved or discarded.

    They are no part of the report's history, and gone when it is approved.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    heading = models.CharField(max_length=200, blank=True)
    body = models.TextField(blank=True)
    exemption = models.ForeignKey(
        Exemption, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    kept_at = models.DateTimeField(default=timezone.now)

    class Meta:
        abstract = True

    @property
    def stamp(self) -> str:
        """By which a page knows what it has kept: another row, even one that begins at 0 again, has another."""
        return f"{self.pk}-{self.version}"


class KeptText(Kept):
    """What a person has typed in a section of a report."""

    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="kept_texts")
    shown = models.TextField(blank=True, help_text="What the record said when the form was opened")
    begun_at_version = models.PositiveIntegerField(
        help_text="The version of the section that they started from"
    )

    objects = KeptTextQuerySet.as_manager()

    class Meta:
        ordering = ["section", "person"]
        constraints = [models.UniqueConstraint(fields=["section", "person"], name="kept_text_once")]

    def __str__(self) -> str:
        return f"{self.person}: {self.section}"


class KeptSection(Kept):
    """What a person has typed of a section that they are still adding to a report, and where it is to stand."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="kept_sections")
    kind = models.CharField(max_length=15, choices=Section.Kind, default=Section.Kind.TEXT)
    after = models.ForeignKey(Section, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["report", "person"]
        constraints = [models.UniqueConstraint(fields=["report", "person"], name="kept_section_once")]

    def __str__(self) -> str:
        return f"{self.person}: {self.heading}"
