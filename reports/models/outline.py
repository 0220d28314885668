"""The outline that a committee's reports begin with."""

from types import MappingProxyType

from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from portal.models import Versioned
from reports.models.committee import Committee
from reports.models.section import PLACED, SectionKind


class Outline(Versioned):
    """The sections of a committee's next report, in order; without a committee, those of all that have none."""

    history_parts = ("sections",)

    committee = models.ForeignKey(
        Committee, on_delete=models.PROTECT, null=True, blank=True, related_name="outlines"
    )

    class Meta:
        ordering = ["committee__name"]
        constraints = [
            models.UniqueConstraint(
                Coalesce("committee", Value(0)),
                name="outline_one_each",
                violation_error_message="There is already such an outline",
            )
        ]

    def __str__(self) -> str:
        return f"Outline of the {self.committee}" if self.committee else "The council’s outline"

    def get_absolute_url(self) -> str:
        return reverse("reports:outline_detail", args=[self.pk])


class OutlineSection(Versioned):
    """One section of an outline; a text may begin with words."""

    history_labels = MappingProxyType({"body": "Words that it begins with"})

    outline = models.ForeignKey(Outline, on_delete=models.CASCADE, related_name="sections")
    kind = models.CharField(max_length=15, choices=SectionKind, default=SectionKind.TEXT)
    heading = models.CharField(max_length=200)
    body = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["outline", "position"]
        constraints = [
            models.UniqueConstraint(fields=["outline", "position"], name="outline_position_unique"),
            models.UniqueConstraint(
                fields=["outline", "kind"],
                condition=Q(kind__in=PLACED),
                name="outline_placed_once",
                violation_error_message="The outline already has a section of this kind",
            ),
            models.CheckConstraint(
                condition=Q(kind=SectionKind.TEXT) | Q(body=""), name="outline_words_are_of_text"
            ),
        ]

    def __str__(self) -> str:
        return self.heading

    def get_absolute_url(self) -> str:
        return f"{self.outline.get_absolute_url()}#section-{self.pk}"
