"""Shares that a document prints beside a number, and the whole that they are of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .numbers import whole_number

_SHARE = re.compile(r"^ ?\((?P<percent>\d{1,3}(?:\.\d+)?) ?%\)(?: of(?: (?:the )?(?P<whole>\d[\d,]*)\b)?)?")
_FRACTION = re.compile(
    r"^ (?:out )?of (?:the |these |those )?(?P<whole>\d[\d,]*)\b(?P<what>(?: [\w’'-]+){0,6}) ?"
    r"\((?P<percent>\d{1,3}(?:\.\d+)?) ?%\)"
)
_OF_ALL = re.compile(r"^Of (?:the|these|those|all) (?P<whole>\d[\d,]*)\b")


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage after a number, the whole where it is named, and the words between them."""

    percent: float
    out_of: int | None
    what: str
    length: int
    """So many characters of the text after the number belong to it."""


def share_after(after: str) -> Share | None:
    """The share that follows a number: “(24%)”, “(24%) of 139”, “of the 139 authorities (24%)”."""
    found = _SHARE.match(after) or _FRACTION.match(after)
    if found is None:
        return None
    whole = found.group("whole")
    out_of = whole_number(whole) if whole else None
    return Share(float(found.group("percent")), out_of, found.groupdict().get("what", ""), found.end())


def whole_named(sentence: str) -> int | None:
    """The whole that a sentence opens with, for the shares in it and after it: “Of the 139 completed …”."""
    found = _OF_ALL.match(sentence)
    return whole_number(found.group("whole")) if found else None


def whole_of(value: float, percent: float | None, whole: int | None) -> int | None:
    """The whole that was named before a share, where the share can be of it."""
    return whole if percent is not None and whole is not None and whole >= value else None
