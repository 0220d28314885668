"""Pictures that officers put into the text of a report."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from portal.models import Versioned
from reports.models.report import Report


class Picture(Versioned):
    """A picture of a report as the portal drew it anew: what was uploaded is not kept.

    Its number is never given to another picture of the report or of its later versions, which name the same file.
    """

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="pictures")
    number = models.PositiveSmallIntegerField()
    caption = models.CharField(max_length=200)
    alternative = models.TextField(help_text="What the picture shows, for people who cannot see it")
    file = models.FileField(upload_to="pictures/%Y/", max_length=300)
    media_type = models.CharField(max_length=20)
    width = models.PositiveSmallIntegerField(help_text="Pixels")
    height = models.PositiveSmallIntegerField(help_text="Pixels")
    sha256 = models.CharField(max_length=64)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["report", "number"]
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="picture_number_unique"),
            models.CheckConstraint(
                condition=~(Q(caption="") | Q(alternative="")), name="picture_words_are_there"
            ),
        ]

    def __str__(self) -> str:
        return f"Picture {self.number}: {self.caption}"

    def get_absolute_url(self) -> str:
        return f"{reverse('reports:picture_list', args=[self.report_id])}#picture-{self.number}"

    @property
    def mark(self) -> str:
        """What is written into the text where the picture is to stand."""
        return f"{{picture {self.number}}}"
