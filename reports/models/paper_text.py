"""What public editions say, piece by piece, for the search of the reading room."""

from django.db import models
from django.urls import reverse

from reports.models.edition import Edition
from reports.querysets import PaperTextQuerySet


class PaperText(models.Model):
    """The title, a heading, or a numbered paragraph, table or figure of a public edition, in its words alone.

    It is read from the edition's public part when the edition is made, so that a search reads no snapshot and finds
    nothing that is exempt.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="texts")
    position = models.PositiveSmallIntegerField(help_text="In the paper, from 0")
    place = models.CharField(max_length=40, help_text="What it is called there: Paragraph 12")
    anchor = models.CharField(max_length=60, blank=True, help_text="Its address on the page of the paper")
    heading = models.CharField(max_length=200, blank=True, help_text="Under which it stands")
    text = models.TextField()

    objects = PaperTextQuerySet.as_manager()

    class Meta:
        ordering = ["edition", "position"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "position"], name="paper_text_position_unique")
        ]

    def __str__(self) -> str:
        return self.place

    def get_absolute_url(self) -> str:
        """Its place in the reading room, which shows the newest edition of a published report."""
        paper = reverse("reports:paper_detail", args=[self.edition.report_id])
        return f"{paper}#{self.anchor}" if self.anchor else paper
