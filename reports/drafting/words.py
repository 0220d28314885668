"""Counts and quotations in plain English."""

import re
from collections.abc import Iterable

SMALL_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
MARKS = re.compile(r"([\\`*_{}\[\]<>#|])")


def count(number: int, one: str, many: str = "") -> str:
    """Write a count with its noun: no actions, one action, 12 actions."""
    word = SMALL_NUMBERS[number] if number < len(SMALL_NUMBERS) else f"{number:,}"
    return f"{word} {one if number == 1 else many or one + 's'}"


def capital(text: str) -> str:
    """Begin a sentence."""
    return text[:1].upper() + text[1:]


def joined(parts: Iterable[str]) -> str:
    """Join parts as a sentence does: a, b and c."""
    *first, last = list(parts)
    return f"{', '.join(first)} and {last}" if first else last


def is_are(number: int) -> str:
    """The verb for a count."""
    return "is" if number == 1 else "are"


def verbatim(text: str) -> str:
    """Return somebody's words on one line, safe from being read as Markdown."""
    return MARKS.sub(r"\\\1", " ".join(text.split()))


def quoted(text: str) -> str:
    """Return somebody's words in quotation marks, without a second full stop."""
    return f"“{verbatim(text).rstrip('.')}”"


def points(items: Iterable[str]) -> str:
    """Write a list."""
    return "\n".join(f"- {item}" for item in items)
