"""Measures and their values over time."""

from decimal import ROUND_HALF_UP, Decimal

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from findings.querysets import MeasureQuerySet
from portal.models import Versioned
from portal.wording import day
from reviews.models import Theme

PER = {"percent": 100, "rate": 10_000}


def value_of_fraction(unit: str, numerator: int | None, denominator: int | None) -> Decimal | None:
    """Return a fraction as a percentage or a rate per 10,000 to two places; None where it gives no value."""
    if numerator is None or not denominator or unit not in PER:
        return None
    return (Decimal(numerator) * PER[unit] / denominator).quantize(Decimal("0.01"), ROUND_HALF_UP)


def decimals_in(value: Decimal) -> int:
    """How many decimals a value needs."""
    return max(0, -int(value.normalize().as_tuple().exponent))


def agrees(stated: Decimal, computed: Decimal) -> bool:
    """Whether a value as stated is the computed one, rounded to as many places as it is stated with."""
    return abs(stated - computed) <= Decimal(5).scaleb(-decimals_in(stated) - 1)


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
    counts_children = models.BooleanField(default=True)

    objects = MeasureQuerySet.as_manager()

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

    @cached_property
    def decimals(self) -> int:
        """How many decimals its values need at most: all are written with as many. Lists use `with_decimals`."""
        return max(map(decimals_in, self.measurements.values_list("value", flat=True)), default=0)


class Measurement(Versioned):
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
            models.CheckConstraint(condition=Q(value__gte=0), name="measurement_value_not_negative"),
            models.CheckConstraint(
                condition=Q(numerator__isnull=True, denominator__isnull=True)
                | Q(numerator__isnull=False, denominator__gt=0),
                name="measurement_fraction_complete",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure} on {day(self.measured_on)}"

    @property
    def computed(self) -> Decimal | None:
        """What numerator and denominator come to in the measure's unit; None without them."""
        return value_of_fraction(self.measure.unit, self.numerator, self.denominator)

    @property
    def is_as_computed(self) -> bool:
        """Whether the value as stated is what its numbers come to, allowing for rounding."""
        return self.computed is None or agrees(self.value, self.computed)


class MeasurementCorrection(models.Model):
    """What a value was before somebody corrected it, and why: rows are added and never rewritten."""

    measurement = models.ForeignKey(Measurement, on_delete=models.PROTECT, related_name="corrections")
    measured_on = models.DateField()
    value = models.DecimalField(max_digits=12, decimal_places=2)
    numerator = models.PositiveIntegerField(null=True, blank=True)
    denominator = models.PositiveIntegerField(null=True, blank=True)
    source = models.CharField(max_length=300)
    reason = models.TextField()
    corrected_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    corrected_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["measurement", "-corrected_at", "-pk"]
        verbose_name = "correction"
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="measurement_correction_has_reason")
        ]

    def __str__(self) -> str:
        return f"{self.measurement.measure} on {day(self.measured_on)}, corrected"
