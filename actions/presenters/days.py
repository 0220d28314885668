"""Days on which councils do not work: allowed as due dates, but said."""

import datetime

from django.utils.formats import date_format

from portal.working_days import is_working_day


def not_working_words(day: datetime.date, subject: str) -> str:
    """Say that a date is no working day, as "It is due on Saturday 6 June 2026, …"; nothing for one that is."""
    if is_working_day(day):
        return ""
    return f"{subject} {date_format(day, 'l j F Y')}, which is not a working day"


def not_working_note(day: datetime.date) -> str:
    """Say the same beside the date itself; nothing for a working day."""
    return "" if is_working_day(day) else f"{date_format(day, 'l')}, not a working day"
