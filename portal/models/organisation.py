"""Organisations: the council's partners and those who review it."""

from django.db import models

from portal.models.versioned import Versioned
from portal.querysets import OrganisationQuerySet


class Organisation(Versioned):
    """A body that people belong to, that leads actions, or that provides reviews."""

    class Kind(models.TextChoices):
        COUNCIL = "council", "Council"
        POLICE = "police", "Police"
        HEALTH = "health", "Health"
        EDUCATION = "education", "School or college"
        VOLUNTARY = "voluntary", "Voluntary or community sector"
        INSPECTORATE = "inspectorate", "Inspectorate"
        SECTOR_BODY = "sector_body", "Peer review or improvement body"
        OTHER = "other", "Other"

    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=20, choices=Kind)
    is_active = models.BooleanField(default=True)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                models.functions.Lower("name"),
                name="organisation_name_unique",
                violation_error_message="There is already an organisation with this name",
            )
        ]

    def __str__(self) -> str:
        return self.name
