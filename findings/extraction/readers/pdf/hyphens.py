"""Putting together words that were broken at the end of a line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+)-$")
_REST = re.compile(r"[^\W\d_]+")
_SOFT = ("\u00ad", "\u2010")
"""Hyphens that programs set where they break a word; people type the other one."""


class Hyphens:
    """Knows from the rest of the document whether a hyphen at a line's end belongs to the word."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Count the words of a document, and whether its lines were hyphenated by a machine."""
        self._words: Counter[str] = Counter()
        broken: list[tuple[str, str]] = []
        before = ""
        for line in lines:
            start, end = _REST.match(line), _BROKEN.search(before)
            if start and end:
                broken.append((end.group(1).casefold(), start.group().casefold()))
            self._words.update(word.casefold() for word in _WORD.findall(line))
            before = line.rstrip()
        whole = sum(f"{start}{rest}" in self._words for start, rest in broken)
        kept = sum(f"{start}-{rest}" in self._words for start, rest in broken)
        self._by_machine = whole > kept

    def join(self, parts: list[str]) -> str:
        """The lines of one paragraph as one line."""
        text = parts[0]
        for part in parts[1:]:
            if text.endswith(_SOFT):
                text = text[:-1] + part
            elif text.endswith("-") and part[:1].islower() and text[-2:-1].isalpha():
                text = (text if self._keeps(text, part) else text[:-1]) + part
            elif text.endswith("/") and text[-2:-1].isalpha():
                text += part
            else:
                text += f" {part}"
        return " ".join(text.replace(_SOFT[0], "").split())

    def _keeps(self, text: str, part: str) -> bool:
        start, rest = re.search(r"[^\W\d_]+$", text[:-1]), _REST.match(part)
        if start is None or rest is None:
            return True
        first, second = start.group().casefold(), rest.group().casefold()
        whole, hyphenated = self._words[first + second], self._words[f"{first}-{second}"]
        if whole or hyphenated:
            return hyphenated >= whole
        return not self._by_machine
