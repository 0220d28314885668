"""Numbers for the references that people say aloud, such as A-2017-012."""

from django.db import models


class ReferenceCounter(models.Model):
    """The last number given out for a letter and year."""

    prefix = models.CharField(max_length=4)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["prefix", "year"], name="reference_counter_prefix_year_unique")
        ]

    def __str__(self) -> str:
        return f"{self.prefix}-{self.year}-{self.last:03}"
