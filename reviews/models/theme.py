"""The council's own standing themes."""

from django.db import models
from django.urls import reverse

from portal.models import Versioned
from reviews.querysets import ThemeQuerySet


class Theme(Versioned):
    """A subject by which the council looks across all its reviews."""

    name = models.CharField(max_length=120)
    description = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    is_active = models.BooleanField(default=True)

    objects = ThemeQuerySet.as_manager()

    class Meta:
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(
                models.functions.Lower("name"),
                name="theme_name_unique",
                violation_error_message="There is already a theme with this name",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("findings:theme_detail", args=[self.pk])
