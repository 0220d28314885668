"""Registers as a person likes to see them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from portal.models.versioned import Versioned
from portal.querysets import SavedViewQuerySet

LONGEST_QUERY = 2000
"""Characters of the part of an address that filters and sorts a register, as records keep it."""


class SavedView(Versioned):
    """A name that a person gave to the filters and order of a register; nobody else sees it."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_views")
    register = models.CharField(max_length=30)
    name = models.CharField(max_length=80)
    query = models.CharField(max_length=LONGEST_QUERY)
    is_default = models.BooleanField(default=False)
    saved_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        ordering = ["register", models.functions.Lower("name")]
        constraints = [
            models.UniqueConstraint(
                "person",
                "register",
                models.functions.Lower("name"),
                name="saved_view_name_unique",
                violation_error_message="You already have a view of this register with this name",
            ),
            models.UniqueConstraint(
                fields=["person", "register"],
                condition=Q(is_default=True),
                name="saved_view_one_default",
                violation_error_message="This register already opens with another view",
            ),
        ]

    def __str__(self) -> str:
        return self.name
