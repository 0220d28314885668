"""Dates in the words of GOV.UK."""

import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime


def day(value: datetime.date | datetime.datetime | None) -> str:
    """Write a date as GOV.UK does: 11 April 2011; nothing for None."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        value = localtime(value)
    return date_format(value, "j F Y")


def moment(value: datetime.datetime | None) -> str:
    """Write a moment: 11 April 2011 at 3:05pm; nothing for None."""
    if value is None:
        return ""
    local = localtime(value)
    return f"{date_format(local, 'j F Y')} at {date_format(local, 'g:i')}{local:%p}".replace(
        "AM", "am"
    ).replace("PM", "pm")
