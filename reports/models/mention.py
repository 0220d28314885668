"""Where editions name actions and findings."""

from django.db import models
from django.urls import reverse

from reports.models.edition import Edition
from reports.querysets import MentionQuerySet


class Mention(models.Model):
    """A numbered paragraph or table of an edition that names an action or a finding by its reference.

    It is read from the edition's snapshot when the edition is made, so that a page finds it without reading any.
    """

    class Place(models.TextChoices):
        PARAGRAPH = "paragraph", "Paragraph"
        TABLE = "table", "Table"

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="mentions")
    reference = models.CharField(max_length=20)
    place = models.CharField(max_length=10, choices=Place)
    number = models.PositiveSmallIntegerField(help_text="The number that the paragraph or table has there")

    objects = MentionQuerySet.as_manager()

    class Meta:
        ordering = ["edition", "pk"]
        indexes = [models.Index(fields=["reference"], name="mention_reference")]
        constraints = [
            models.UniqueConstraint(fields=["edition", "reference", "place", "number"], name="mention_unique")
        ]

    def __str__(self) -> str:
        return f"{self.get_place_display()} {self.number}"

    def get_absolute_url(self) -> str:
        """Its place in the reading room, which shows the newest edition of a published report."""
        paper = reverse("reports:paper_detail", args=[self.edition.report_id])
        return f"{paper}#{self.place}-{self.number}"
