"""The names of strands: a document may count them (“Standard 2: Training”), and name them elsewhere without."""

from __future__ import annotations

import re

from .text import fold

COUNT = re.compile(
    r"^(?:theme|strand|section|standard|part|area|domain|kloe) \d{1,2}\s*[:.–—-]\s+", re.IGNORECASE
)
"""The word and number that count a strand, or a part of a document."""


def bare_strand(name: str) -> str:
    """A name without the word and number that count it."""
    return COUNT.sub("", name) or name


def strand_key(name: str) -> str:
    """The form in which names of strands are compared: a strand is the same with its number and without."""
    return fold(bare_strand(name.strip()))
