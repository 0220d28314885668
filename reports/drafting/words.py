"""Counts and quotations in plain English."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeVar

from django.db.models import Model

from findings.models import Finding
from portal import wording
from reports.rules.counted import WITHOUT_MARKS, counted

MARKS = re.compile(r"([\\`*_{}\[\]<>#|])")
count = partial(wording.count, in_words=True)
IN_THE_REGISTER = "in the register of findings"
Item = TypeVar("Item")


def capital(text: str) -> str:
    """Begin a sentence."""
    return text[:1].upper() + text[1:]


def counted_all(of: str, records: Sequence[Model], one: str, many: str = "", *, begins: bool = False) -> str:
    """Count records of a kind with their noun, so that the number leads to them; `begins` a sentence."""
    words = count(len(records), one, many)
    return counted(capital(words) if begins else words, of, records)


def is_are(number: int) -> str:
    """The verb for a count."""
    return "is" if number == 1 else "are"


def of_them(part: int, whole: int) -> str:
    """Say how many of some are meant, in place of a noun: it, none of them, both of them, two of them."""
    if part == whole:
        return {1: "it", 2: "both of them"}.get(whole, "all of them")
    return "none of them" if not part else count(part, "of them", "of them")


def verbatim(text: str) -> str:
    """Return somebody's words on one line, safe from being read as Markdown."""
    return MARKS.sub(r"\\\1", " ".join(text.translate(WITHOUT_MARKS).split()))


def sentence(text: str) -> str:
    """Return somebody's words as a sentence with one full stop."""
    return f"{verbatim(text).rstrip('.')}."


def quoted(text: str) -> str:
    """Return somebody's words in quotation marks, without a second full stop."""
    return f"“{verbatim(text).rstrip('.')}”"


def cited_words(finding: Finding) -> str:
    """Quote a finding, and say what is right where its words are wrong."""
    correction = f" (correction: {verbatim(finding.correction).rstrip('.')})" if finding.correction else ""
    return f"{quoted(finding.text)}{correction}"


def points(items: Iterable[str]) -> str:
    """Write a list."""
    return "\n".join(f"- {item}" for item in items)


def first_points(
    items: Sequence[Item], line: Callable[[Item], str], *, most: int, noun: str, where: str = IN_THE_REGISTER
) -> str:
    """List the first, with a last point that counts the others and says where they are: a paper stays a paper."""
    lines = [line(item) for item in items[:most]]
    if len(items) > most:
        lines.append(f"{capital(count(len(items) - most, f'more {noun}'))} {where}")
    return points(lines)
