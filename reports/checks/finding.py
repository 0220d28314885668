"""What a check is, and what it finds."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reports.checks.known import Known
from reports.checks.reading import Passage, Reading


@dataclass(frozen=True)
class Finding:
    """One thing that a check found: where, what is wrong, and the page on which it is mended.

    The key holds the words and the passage in which they stand: it is another one as soon as either changes.
    """

    place: str
    url: str
    message: str
    fix_url: str
    key: str


@dataclass(frozen=True)
class Check:
    """One question that every report is asked; what a blocking one finds must be mended, and nobody can override it."""

    name: str
    label: str
    advice: str
    find: Callable[[Reading, Known], Iterable[Finding]]
    is_blocking: bool = False


def found_in(passage: Passage, message: str, *, words: str, fix_url: str = "") -> Finding:
    """Return a finding about words of a passage."""
    return Finding(
        passage.place, passage.url, message, fix_url or passage.fix_url, key_of(words, passage.text)
    )


def key_of(*parts: str) -> str:
    """Return a short key that is another one as soon as any of the words change."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]
