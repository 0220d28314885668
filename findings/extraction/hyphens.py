"""Putting together words that were broken at the end of a line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

_LONGEST = 60
"""No word is longer; of longer runs of letters only the end is looked at."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+)-$")
_REST = re.compile(rf"[^\W\d_]{{1,{_LONGEST}}}")
SOFT_HYPHEN = "\u00ad"
_SOFT = (SOFT_HYPHEN, "\u2010")
"""Hyphens that programs set where they break a word; people type the other one."""
_SUSPENDED = re.compile(r"(?:and|but|nor|or|to)\b(?!-)")
"""Words before the second of two that share their end, as in “pre- and post-natal”."""
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
            end = pieces[-1]
            if end.endswith(_SOFT):
                pieces[-1] = end[:-1]
            elif _breaks_inside(end, part):
                pieces[-1] = end if self._keeps(end, part) else end[:-1]
            elif not (end.endswith("/") and end[-2:-1].isalpha()):
                pieces.append(" ")
            pieces.append(part)
        return " ".join("".join(pieces).replace(SOFT_HYPHEN, "").split())

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
            words.update(word.casefold() for word in _WORD.findall(line))
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
        return not by_machine


def joined(before: str, after: str) -> str:
    """Two parts of a text that was torn, with a blank between them unless it was torn inside a word."""
    return f"{before}{after}" if _breaks_inside(before, after) else f"{before} {after}"


def _breaks_inside(end: str, part: str) -> bool:
    """Whether a line ends at a hyphen inside a word, a span of numbers or a web address."""
    if not end.endswith("-") or _SUSPENDED.match(part):
        return False
    if end[-2:-1].isdigit() and part[:1].isdigit():
        return True
    return (end[-2:-1].isalnum() and part[:1].islower()) or _in_address(end)


def _in_address(end: str) -> bool:
    return _ADDRESS.fullmatch(end.rsplit(None, 1)[-1]) is not None
