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
    def ends_at(self) -> datetime.datetime:
        """The first moment after the period."""
        after = self.end + datetime.timedelta(days=1)
        return timezone.make_aware(datetime.datetime.combine(after, datetime.time.min))
