"""Working days in England, in which deadlines are counted: no Saturday, Sunday or bank holiday."""

import datetime
from functools import lru_cache

ONE_DAY = datetime.timedelta(days=1)
SATURDAY = 5


def is_working_day(day: datetime.date) -> bool:
    """Tell whether councils work on this day; bank holidays ahead are those that the law sets now."""
    return day.weekday() < SATURDAY and day not in _bank_holidays(day.year)


def add_working_days(day: datetime.date, number: int) -> datetime.date:
    """Return the day on which so many working days are up; the first counted is the next one after `day`."""
    for _ in range(number):
        day = _next(day, ONE_DAY)
    return day


def clear_days_before(meeting: datetime.date, number: int) -> datetime.date:
    """Return the last working day on which papers leave so many clear working days before a meeting.

    Neither the day of publication nor that of the meeting counts: Local Government Act 1972, s100B.
    """
    return working_days_before(meeting, number + 1)


def working_days_before(day: datetime.date, number: int) -> datetime.date:
    """Return the working day that is so many working days before a day."""
    for _ in range(number):
        day = _next(day, -ONE_DAY)
    return day


def _next(day: datetime.date, step: datetime.timedelta) -> datetime.date:
    day += step
    while not is_working_day(day):
        day += step
    return day


@lru_cache(maxsize=300)
def _bank_holidays(year: int) -> frozenset[datetime.date]:
    # Imported here: loading it takes as long as answering a page does, and most processes count no working days.
    import holidays

    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))
