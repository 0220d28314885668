"""The period that a report is about."""

import datetime
from dataclasses import dataclass

from django.utils import timezone

from portal.wording import day


@dataclass(frozen=True)
class Period:
    """Two days, both included."""

    start: datetime.date
    end: datetime.date

    def __str__(self) -> str:
        return f"{day(self.start)} to {day(self.end)}"

    def __contains__(self, when: datetime.date | datetime.datetime | None) -> bool:
        if isinstance(when, datetime.datetime):
            when = timezone.localdate(when)
        return when is not None and self.start <= when <= self.end

    @property
    def as_at(self) -> datetime.date:
        """The day whose record it shows: its last day, or today while that is still ahead."""
        return min(self.end, timezone.localdate())

    @property
    def has_ended(self) -> bool:
        """Tell whether its last day has come."""
        return self.as_at == self.end

    @property
    def end_in_words(self) -> str:
        """Name the day whose record it shows, for a sentence."""
        return "the end of the period" if self.has_ended else day(self.as_at)

    @property
    def ends_at(self) -> datetime.datetime:
        """The first moment after the period."""
        after = self.end + datetime.timedelta(days=1)
        return timezone.make_aware(datetime.datetime.combine(after, datetime.time.min))
