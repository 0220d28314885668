"""Putting together words that were broken at the end of a line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

_LONGEST = 60
"""No word is longer; of longer runs of letters only the end is looked at."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+)[-‐]$")
_REST = re.compile(rf"[^\W\d_]{{1,{_LONGEST}}}")
SOFT_HYPHEN = "\u00ad"
"""The hyphen that only shows where a word may be broken, and never belongs to it."""
_SET_HYPHEN = "\u2010"
"""The hyphen that programs set where they break a word; people type the other one."""
_HARD = ("-", _SET_HYPHEN)
"""Hyphens that may belong to a word."""
_SUSPENDED = re.compile(r"(?:and|but|nor|or|to)\b(?!-)")
"""Words before the second of two that share their end, as in “pre- and post-natal”."""
_FIRST_PARTS = frozenset({"cross", "non", "self", "well"})
_LAST_PARTS = frozenset(
    {"based", "centred", "focused", "led", "making", "related", "specific", "term", "up", "wide"}
)
"""What words are put together with, and no program breaks a word before or after."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*-")


class Hyphens:
    """Knows from the rest of the document whether a hyphen at a line's end belongs to the word."""

    def __init__(self, lines: Iterable[str] = ()) -> None:
        """Keep the lines; without any, every hyphen belongs to its word."""
        self._lines = list(lines)

    def join(self, parts: Sequence[str]) -> str:
        """The lines of one paragraph as one line."""
        pieces = [parts[0]]
        for part in parts[1:]:
            pieces[-1] = self._before(pieces[-1], part)
            pieces.append(part)
        return " ".join("".join(pieces).replace(SOFT_HYPHEN, "").split())

    def mend(self, before: str, after: str) -> str:
        """Two parts of a text that was torn, as one text with the line breaks in it."""
        return f"{self._before(before, after)}{after}"

    def _before(self, end: str, part: str) -> str:
        """A text as it stands before what follows it: with a blank, unless it was torn inside a word."""
        if end.endswith(SOFT_HYPHEN):
            return end[:-1]
        if _breaks_inside(end, part):
            return end if self._keeps(end, part) else end[:-1]
        return end if end.endswith("/") and end[-2:-1].isalpha() else f"{end} "

    @cached_property
    def _counted(self) -> tuple[Counter[str], bool]:
        """The words of the document, and whether its lines were hyphenated by a machine."""
        words: Counter[str] = Counter()
        broken: list[tuple[str, str]] = []
        before = ""
        for line in self._lines:
            start, end = _REST.match(line), _BROKEN.search(before[-_LONGEST:])
            if start and end:
                broken.append((end.group(1).casefold(), start.group().casefold()))
            words.update(word.casefold() for word in _WORD.findall(line.replace(_SET_HYPHEN, "-")))
            before = line.rstrip()
        whole = sum(f"{start}{rest}" in words for start, rest in broken)
        kept = sum(f"{start}-{rest}" in words for start, rest in broken)
        return words, whole > kept

    def _keeps(self, end: str, part: str) -> bool:
        start, rest = _BROKEN.search(end[-_LONGEST:]), _REST.match(part)
        if start is None or rest is None or _in_address(end):
            return True
        first, second = start.group(1).casefold(), rest.group().casefold()
        words, by_machine = self._counted
        whole, hyphenated = words[first + second], words[f"{first}-{second}"]
        if whole or hyphenated:
            return hyphenated >= whole
        if first in _FIRST_PARTS or second in _LAST_PARTS:
            return True
        return not (by_machine or end.endswith(_SET_HYPHEN))


def _breaks_inside(end: str, part: str) -> bool:
    """Whether a line ends at a hyphen inside a word, a span of numbers or a web address."""
    if not end.endswith(_HARD) or _SUSPENDED.match(part):
        return False
    if end[-2:-1].isdigit() and part[:1].isdigit():
        return True
    return (end[-2:-1].isalnum() and part[:1].islower()) or _in_address(end)


def _in_address(end: str) -> bool:
    return _ADDRESS.fullmatch(end.rsplit(None, 1)[-1]) is not None
