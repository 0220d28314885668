"""Which of several names is meant by the words of a document."""

import re
from collections.abc import Mapping
from typing import TypeVar

from findings.extraction.text import fold

Key = TypeVar("Key")

ALIKE_FROM = 0.6
CONTAINED_FROM = 0.5
FEWEST_WORDS = 2
WORD = re.compile(r"[^\W\d_]+")
SMALL_WORDS = frozenset(
    {
        "a",
        "all",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "in",
        "is",
        "of",
        "on",
        "or",
        "the",
        "to",
        "were",
        "who",
    }
)


def best_match(text: str, names: Mapping[Key, str], *, either_way: bool = False) -> Key | None:
    """Return the key of the name that is most like a text; None where none is like it, or two are equally.

    A name is like a text where most words are the same, or where the text has all words of the name and few others;
    `either_way` takes a text whose words are all in the name too.
    """
    words = words_in(text)
    scores = {key: _score(words, words_in(name), either_way=either_way) for key, name in names.items()}
    best = max(scores.values(), default=0.0)
    leading = [key for key, score in scores.items() if score == best]
    return leading[0] if best and len(leading) == 1 else None


def words_in(text: str) -> frozenset[str]:
    """The words that a text is compared by: without small words, singular and plural alike."""
    return frozenset(
        word.removesuffix("s")
        for word in WORD.findall(fold(text).replace("'s", ""))
        if word not in SMALL_WORDS
    )


def _score(words: frozenset[str], name: frozenset[str], *, either_way: bool) -> float:
    common = len(words & name)
    if not common:
        return 0.0
    likeness = common / len(words | name)
    has_all = common == len(name) >= FEWEST_WORDS and likeness >= CONTAINED_FROM
    is_part = either_way and common == min(len(words), len(name)) >= FEWEST_WORDS
    return likeness if likeness >= ALIKE_FROM or has_all or is_part else 0.0
