"""The period that a report is about."""

import datetime
from dataclasses import dataclass, field

from django.utils import timezone

from portal.wording import day
from portal.working_days import clear_days_before
from reports.models import Meeting, Report

CLEAR_DAYS = 5
"""Papers are open for so many clear working days before a meeting: Local Government Act 1972, s100B."""


@dataclass(frozen=True)
class Period:
    """Two days, both included, and the report that looks back on them where it is one's."""

    start: datetime.date
    end: datetime.date
    report: Report | None = field(default=None, compare=False)

    @classmethod
    def of(cls, report: Report) -> "Period":
        """Return the period of a report."""
        return cls(report.period_start_on, report.period_end_on, report)

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


def suggested_days(meeting: Meeting) -> dict[str, datetime.date]:
    """Suggest the days of a report: from the day after the committee's last report, to when papers go out.

    Without an earlier report there is no first day; nor a last one where it would come before the first.
    """
    reports = Report.objects.going_on().filter(meeting__committee=meeting.committee_id)
    last = reports.exclude(meeting=meeting).order_by("-period_end_on").first()
    days = {"period_end_on": clear_days_before(meeting.held_on, CLEAR_DAYS)}
    if last is not None:
        days["period_start_on"] = last.period_end_on + datetime.timedelta(days=1)
    if days.get("period_start_on", datetime.date.min) > days["period_end_on"]:
        del days["period_end_on"]
    return days
