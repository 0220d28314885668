"""What a phrase of the vocabulary is, and the words that many of the phrases share.

Phrases are regular expressions over text in lower case with straight quotes and plain dashes.
"""

from __future__ import annotations

from typing import NamedTuple

from .vocabulary import Kind, one_of


class Term(NamedTuple):
    """A phrase that gives a kind, and how surely it does so (1 is certain)."""

    pattern: str
    kind: Kind
    weight: float = 1.0
    recommends: bool = False


BE = one_of("am", "are", "is", "was", "were", "(?:had|has|have) been")
