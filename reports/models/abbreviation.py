"""The council's list of abbreviations."""

from django.db import models

from portal.models import Versioned


class Abbreviation(Versioned):
    """A short form on the council's list and what it stands for."""

    short = models.CharField(max_length=20)
    meaning = models.CharField(max_length=200)

    class Meta:
        ordering = ["short"]
        constraints = [
            models.UniqueConstraint(
                fields=["short"],
                name="abbreviation_short_unique",
                violation_error_message="This abbreviation is already on the list",
            )
        ]

    def __str__(self) -> str:
        return f"{self.short}: {self.meaning}"
