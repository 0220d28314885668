"""Dates, counts and lists in the words of GOV.UK."""

import datetime
from collections.abc import Iterable
from functools import lru_cache

from django.conf import settings
from django.utils.formats import date_format
from django.utils.timezone import localtime

WORDS_BEFORE, MOST_WORDS = 6, 20
"""So many words stand before the first that differs, and so many in all, where a text is shown in short."""
MEGABYTE = 1024 * 1024
SMALL_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def day(value: datetime.date | datetime.datetime | None) -> str:
    """Write a date as GOV.UK does: 11 April 2011; nothing for None."""
    if value is None:
        return ""
    return _date(localtime(value).date() if isinstance(value, datetime.datetime) else value)


@lru_cache(maxsize=2048)
def _date(value: datetime.date) -> str:
    return date_format(value, "j F Y")


def moment(value: datetime.datetime | None) -> str:
    """Write a moment: 11 April 2011 at 3:05pm; nothing for None."""
    if value is None:
        return ""
    local = localtime(value)
    return f"{_date(local.date())} at {date_format(local, 'g:i')}{local:%p}".replace("AM", "am").replace(
        "PM", "pm"
    )


def count(number: int, one: str, many: str = "", *, in_words: bool = False) -> str:
    """Write a count with its noun: 1 action, 1,200 actions; with small numbers in words where prose asks for it."""
    is_small = in_words and number < len(SMALL_NUMBERS)
    written = SMALL_NUMBERS[number] if is_small else f"{number:,}"
    return f"{written} {one if number == 1 else many or one + 's'}"


def joined(parts: Iterable[str]) -> str:
    """Join parts as a sentence does: a, b and c; nothing for none."""
    *first, last = list(parts) or [""]
    return f"{', '.join(first)} and {last}" if first else last


def largest_file() -> str:
    """Write how large a file may be that people add."""
    limit: int = settings.DOCUMENT_MAX_BYTES
    return f"{limit / MEGABYTE:.3g} MB" if limit >= MEGABYTE else f"{limit:,} bytes"


def in_short(text: str, other: str = "") -> str:
    """Return some words of a long text: its first, or those around the first that another text has otherwise."""
    words, others = text.split(), other.split()
    alike = 0
    while others and alike < min(len(words), len(others)) and words[alike] == others[alike]:
        alike += 1
    start = max(alike - WORDS_BEFORE, 0)
    shown = " ".join(words[start : start + MOST_WORDS])
    return f"{'… ' if start else ''}{shown}{' …' if start + MOST_WORDS < len(words) else ''}"
