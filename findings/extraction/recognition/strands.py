"""Names of strands: one spelling for each, and notes that point from one to another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import islice

from .. import vocabulary
from ..strand_names import bare_strand
from ..text import fold

_BRACKETS = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[a-z0-9']+")
_ALSO = re.compile(vocabulary.ALSO_RELATES, re.IGNORECASE | re.DOTALL)
_NOTE_LIMIT = 400
_CLOSE_ENOUGH = 0.87
_MOST_NAMES = 200
"""More strands than any review has; a document with more is not searched for the rest."""


class Strands:
    """The strands that a document has, in the order in which it names them."""

    def __init__(self) -> None:
        """Begin with none."""
        self._names: dict[tuple[str, ...], str] = {}
        self._bare: dict[tuple[str, ...], str] = {}
        """By the name without its number, the first that was written with it or without."""

    @property
    def names(self) -> tuple[str, ...]:
        """Every strand once, as first written."""
        return tuple(self._names.values())

    def settle(self, name: str | None) -> str | None:
        """The document's first spelling of a strand's name, with its number or without."""
        if name is None or not name.strip():
            return None
        key, plain = _words(name) or (name,), bare_strand(name)
        bare = _words(plain) or key
        same = self._bare.get(bare)
        if key not in self._names and same is not None and (plain == name or bare_strand(same) == same):
            return same
        self._bare.setdefault(bare, name)
        return self._names.setdefault(key, name)

    def also_relates_to(self, text: str, *, own: str | None) -> list[str]:
        """The other strands that a note in brackets says a finding belongs to."""
        named: list[str] = []
        for note in _notes(text):
            named += [name for name in self._named_in(note) if name != own and name not in named]
        return named

    def _known(self) -> list[tuple[tuple[str, ...], str]]:
        return list(islice((self._names | self._bare).items(), _MOST_NAMES))

    def _named_in(self, note: str) -> list[str]:
        """The strands named in a note, in its order; of names within names the longer."""
        words = _words(note, keep_brackets=True)
        taken = [False] * len(words)
        hits: list[tuple[int, str]] = []
        for key, name in sorted(self._known(), key=lambda pair: -len(pair[0])):
            for start in range(len(words) - len(key) + 1):
                if words[start : start + len(key)] == key and not any(taken[start : start + len(key)]):
                    taken[start : start + len(key)] = [True] * len(key)
                    hits.append((start, name))
                    break
        if hits:
            return [name for _, name in sorted(hits)]
        return self._nearest(words)

    def _nearest(self, words: tuple[str, ...]) -> list[str]:
        """The strand whose name is all but the same, allowing for words after it."""
        best, score = "", 0.0
        for key, name in self._known():
            for length in (len(key), len(words)):
                ratio = SequenceMatcher(None, " ".join(words[:length]), " ".join(key)).ratio()
                if ratio > score:
                    best, score = name, ratio
        return [best] if score >= _CLOSE_ENOUGH else []


def _notes(text: str) -> Iterable[str]:
    return (found.group("target") for found in _ALSO.finditer(text) if len(found.group()) <= _NOTE_LIMIT)


@lru_cache(maxsize=4096)
def _words(name: str, *, keep_brackets: bool = False) -> tuple[str, ...]:
    folded = fold(name).replace("&", " and ")
    if not keep_brackets:
        folded = _BRACKETS.sub(" ", folded)
    return tuple(_WORD.findall(folded))
