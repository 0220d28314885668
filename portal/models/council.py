"""The council that this portal belongs to."""

from django.core.validators import RegexValidator
from django.db import models

from portal.models.versioned import Versioned

colour_validator = RegexValidator(r"^#[0-9a-fA-F]{6}$", "Enter a colour as # and six digits, like #1d4f91")


class CouncilSettings(Versioned):
    """The one record of the council's name, colours, contact line and rules, used by every page and PDF."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    name = models.CharField(max_length=200, default="Your council")
    short_name = models.CharField(max_length=60, default="Council")
    primary_colour = models.CharField(max_length=7, default="#1d4f91", validators=[colour_validator])
    accent_colour = models.CharField(max_length=7, default="#00703c", validators=[colour_validator])
    contact_line = models.CharField(max_length=300, blank=True)
    small_counts_below = models.PositiveSmallIntegerField(default=5)

    class Meta:
        verbose_name_plural = "council settings"
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="council_settings_single")]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def current(cls) -> "CouncilSettings":
        """Return the settings, or unsaved defaults where none were saved yet."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)
