"""Dates as documents write them, beside the day, month or year that they mean."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from dateutil import parser

_MONTHS = (
    "|".join(calendar.month_name[1:]) + "|" + "|".join(f"{name}\\.?" for name in calendar.month_abbr[1:])
) + "|Sept\\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_FULL = rf"{_DAY}(?: day)?(?: of)? (?:{_MONTHS}),? {_YEAR}|(?:{_MONTHS}) {_DAY},? {_YEAR}"
_ISO = r"\d{4}-\d\d-\d\d"
_FIGURES = r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)"
_MONTH = rf"(?:{_MONTHS}),? {_YEAR}"
_LOOSE = rf"(?:early|mid|late|spring|summer|autumn|winter|(?:the )?end of|(?:the )?start of)[ -]+{_YEAR}"
_BARE_YEAR = rf"(?<![\d/–-]){_YEAR}(?![\d/]|\s?[-–]\s?\d)"
_DATE = re.compile(
    rf"(?<![\w/.])(?:(?P<day>{_FULL}|{_ISO})|(?P<figures>{_FIGURES})|(?P<loose>{_LOOSE})"
    rf"|(?P<month_end>(?:the )?end of (?:{_MONTHS}),? {_YEAR})|(?P<month>{_MONTH})"
    rf"|(?P<year>{_BARE_YEAR}))(?!\w)",
    re.IGNORECASE,
)
_RANGE = re.compile(
    rf"(?P<first>{_DAY}(?: (?:{_MONTHS}))?(?:,? {_YEAR})?)\s*(?:to|until|and|-|–|—)\s*(?P<last>{_FULL})",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b", re.IGNORECASE)
_UNSET = datetime(1, 1, 1)


@dataclass(frozen=True, slots=True)
class Written:
    """A date as written, and in ISO 8601 as precisely as it was said (`2016-03-01`, `2016-03`, `2016`)."""

    as_written: str
    iso: str
    start: int
    end: int

    @property
    def is_day(self) -> bool:
        """Whether it names a day."""
        return len(self.iso) == len("2016-03-01")

    @property
    def is_year(self) -> bool:
        """Whether it names no more than a year."""
        return len(self.iso) == len("2016") and self.iso == self.as_written


def find_dates(text: str) -> Iterator[Written]:
    """Every date in a text, in order; days that the calendar lacks are left out."""
    for found in _DATE.finditer(text):
        iso = _iso(found)
        if iso is not None:
            yield Written(found.group(), iso, *found.span())


def find_range(text: str) -> tuple[Written, Written] | None:
    """The first span of days, as in “20 to 31 January 2025”."""
    found = _RANGE.search(text)
    if found is None:
        return None
    last = _day(found.group("last"))
    if last is None:
        return None
    first = _day(found.group("first"), default=datetime.fromisoformat(last))
    if first is None:
        return None
    return (
        Written(found.group("first"), first, *found.span("first")),
        Written(found.group("last"), last, *found.span("last")),
    )


def _iso(found: re.Match[str]) -> str | None:
    text = found.group()
    if found.group("day") or found.group("figures"):
        return _day(text)
    if found.group("loose"):
        return text
    if found.group("month_end"):
        first = _day(f"1 {text.rpartition('end of')[2]}")
        return _last_of_month(first) if first else None
    if found.group("month"):
        day = _day(f"1 {text}")
        return day[: len("2016-03")] if day else None
    return text


def _last_of_month(iso: str) -> str:
    year, month = int(iso[:4]), int(iso[5:7])
    return f"{iso[:8]}{calendar.monthrange(year, month)[1]:02d}"


def _day(text: str, *, default: datetime = _UNSET) -> str | None:
    plain = re.sub(r"\bof\b|\bday\b|,|(?<=[a-z])\.", " ", _ORDINAL.sub("", text), flags=re.IGNORECASE)
    iso_order = re.fullmatch(_ISO, plain) is not None
    try:
        return parser.parse(plain, dayfirst=not iso_order, default=default).date().isoformat()
    except (ValueError, OverflowError):
        return None
