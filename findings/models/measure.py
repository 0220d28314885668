"""Measures and their values over time."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from findings.querysets import RecordQuerySet
from portal.models import Versioned
from reviews.models import Theme


class Measure(Versioned):
    """A thing that is counted, such as looked-after children or overdue checks."""

    class Unit(models.TextChoices):
        NUMBER = "number", "Number"
        PERCENT = "percent", "Per cent"
        DAYS = "days", "Days"
        RATE = "rate", "Rate per 10,000 children"

    class Better(models.TextChoices):
        HIGHER = "higher", "Higher is better"
        LOWER = "lower", "Lower is better"
        NEITHER = "neither", "Neither is better"

    name = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    unit = models.CharField(max_length=10, choices=Unit, default=Unit.NUMBER)
    better = models.CharField(max_length=10, choices=Better, default=Better.NEITHER)
    themes = models.ManyToManyField(Theme, blank=True, related_name="measures")
    is_active = models.BooleanField(default=True)

    objects = RecordQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                models.functions.Lower("name"),
                name="measure_name_unique",
                violation_error_message="There is already a measure with this name",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("findings:measure_detail", args=[self.pk])


class Measurement(models.Model):
    """The value of a measure on a day, with its source."""

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="measurements")
    measured_on = models.DateField()
    value = models.DecimalField(max_digits=12, decimal_places=2)
    numerator = models.PositiveIntegerField(null=True, blank=True)
    denominator = models.PositiveIntegerField(null=True, blank=True)
    source = models.CharField(max_length=300)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["measure", "measured_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "measured_on"],
                name="measurement_day_unique",
                violation_error_message="There is already a value for this day",
            ),
            models.CheckConstraint(
                condition=Q(numerator__isnull=True, denominator__isnull=True)
                | Q(numerator__isnull=False, denominator__gt=0),
                name="measurement_fraction_complete",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure}: {self.value} on {self.measured_on}"
