"""How the council stands among others."""

import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse

from portal.models import Versioned

LINE = re.compile(r"\S.*: [0-9]{1,10}")


@dataclass(frozen=True)
class Category:
    """One category of a comparison and how many are in it."""

    name: str
    number: int


class Comparison(Versioned):
    """Counts of others by category on a day, such as councils by their grade, and which of them is ours.

    Reports tell of it from its day on for a year, unless there is a newer one with the same title.
    """

    title = models.CharField(max_length=200)
    source = models.CharField(max_length=300)
    counted_on = models.DateField()
    counted = models.CharField(max_length=200, help_text="What is counted, as in 139 “councils”")
    total = models.PositiveIntegerField()
    categories = models.TextField(help_text="One on each line: its name, a colon and the number in it")
    our_category = models.CharField(max_length=100, blank=True)
    our_place = models.TextField(blank=True)

    class Meta:
        ordering = ["title", "-counted_on"]
        constraints = [
            models.UniqueConstraint(
                models.functions.Lower("title"),
                "counted_on",
                name="comparison_title_on_unique",
                violation_error_message="There is already a comparison with this title and date",
            ),
            models.CheckConstraint(
                condition=~Q(our_category="", our_place=""), name="comparison_says_our_place"
            ),
            models.CheckConstraint(condition=Q(total__gt=0), name="comparison_counts_some"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"{reverse('reports:comparison_list')}#comparison-{self.pk}"

    def clean(self) -> None:
        """Raise ValidationError where a line of the categories is no name with its number."""
        for line in self.categories.splitlines():
            if not LINE.fullmatch(line):
                raise ValidationError({"categories": f"“{line}” must be a name, a colon and a whole number"})

    @property
    def rows(self) -> list[Category]:
        """The categories in their order."""
        lines = (line.rpartition(":") for line in self.categories.splitlines())
        return [Category(name.strip(), int(number)) for name, _, number in lines]

    @property
    def in_none(self) -> int:
        """How many of the total are in none of the categories."""
        return self.total - sum(row.number for row in self.rows)
