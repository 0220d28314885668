"""What a section said before it was saved again."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from reports.models.section import Section


class EarlierText(models.Model):
    """A text that somebody replaced, as it was; rows are added and never rewritten."""

    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="earlier_texts")
    number = models.PositiveIntegerField(help_text="From 1, in each section")
    heading = models.CharField(max_length=200)
    body = models.TextField(blank=True)
    is_record = models.BooleanField(help_text="Whether the record had written it")
    replaced_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["section", "-number"]
        constraints = [models.UniqueConstraint(fields=["section", "number"], name="earlier_text_number")]

    def __str__(self) -> str:
        return f"Text {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("reports:section_text", args=[self.section.report_id, self.section_id, self.number])
