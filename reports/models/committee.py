"""Committees and their meetings."""

from django.db import models

from portal.models import Versioned
from portal.wording import day
from reports.querysets import MeetingQuerySet


class Committee(Versioned):
    """A committee of councillors that receives reports."""

    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                models.functions.Lower("name"),
                name="committee_name_unique",
                violation_error_message="There is already a committee with this name",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Meeting(Versioned):
    """A meeting of a committee on a day."""

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="meetings")
    held_on = models.DateField()

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["-held_on", "committee"]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "held_on"],
                name="meeting_day_unique",
                violation_error_message="This committee already has a meeting on this day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.committee}, {day(self.held_on)}"
