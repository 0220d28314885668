"""The period that a report is about."""

import datetime
from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from actions.rules.then import beginning_of, end_of
from portal.wording import day
from portal.working_days import clear_days_before
from reports.deadlines import CLEAR_DAYS
from reports.models import Cycle, Meeting, Report


@dataclass(frozen=True)
class Period:
    """Two days, both included."""

    start: datetime.date
    end: datetime.date

    @classmethod
    def of(cls, report: Report) -> "Period":
        """Return the period of a report."""
        return cls(report.period_start_on, report.period_end_on)

    def __str__(self) -> str:
        return f"{day(self.start)} to {day(self.end)}"

    def __contains__(self, when: datetime.date | datetime.datetime | None) -> bool:
        if isinstance(when, datetime.datetime):
            return self.begins_at <= when < self.ends_at
        return when is not None and self.start <= when <= self.end

    @cached_property
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

    @cached_property
    def begins_at(self) -> datetime.datetime:
        """The first moment of the period."""
        return beginning_of(self.start)

    @cached_property
    def ends_at(self) -> datetime.datetime:
        """The first moment after the period."""
        return end_of(self.end)


def suggested_days(meeting: Meeting, *, on: datetime.date) -> dict[str, datetime.date]:
    """Suggest the days of a report on a day: from the committee's last report to that day, or to when papers went out.

    Without an earlier report there is no first day; nor a last one where it would come before the first.
    """
    reports = Report.objects.going_on().filter(meeting__committee=meeting.committee_id)
    last = reports.exclude(meeting=meeting).order_by("-period_end_on").first()
    days = {"period_end_on": min(clear_days_before(meeting.held_on, CLEAR_DAYS), on)}
    if last is not None:
        days["period_start_on"] = last.period_end_on + datetime.timedelta(days=1)
    if days.get("period_start_on", datetime.date.min) > days["period_end_on"]:
        del days["period_end_on"]
    return days


def days_to_prepare(meeting: Meeting, cycle: Cycle, *, on: datetime.date) -> dict[str, datetime.date]:
    """Return the days of a report that is prepared on a day: from the committee's last report to the last full month.

    Where that month was reported already, it reaches to when papers go out. A first report begins as many months back
    as there are between the committee's reports.
    """
    end = on.replace(day=1) - datetime.timedelta(days=1)
    start = suggested_days(meeting, on=on).get("period_start_on") or months_before(
        end, months_between(meeting, cycle)
    )
    if start > end:
        end = max(start, clear_days_before(meeting.held_on, CLEAR_DAYS))
    return {"period_start_on": start, "period_end_on": end}


def months_between(meeting: Meeting, cycle: Cycle) -> int:
    """Return how many months before a meeting the committee's last report was due."""
    month = meeting.held_on.month
    return min(((month - other) % 12 or 12) for other in [*cycle.months, month])


def months_before(end: datetime.date, months: int) -> datetime.date:
    """Return the first day of so many full months that end with this day's."""
    number = end.year * 12 + end.month - months
    return datetime.date(number // 12, number % 12 + 1, 1)
