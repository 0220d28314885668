"""What is looked at in a sentence: its words, and the runs of two and three of them."""

from __future__ import annotations

import re

from ..text import fold

LABELS = ("strength", "area", "neither")
"""What a sentence may be labelled, in the order of the weights."""
BIAS = ""
"""The feature that every sentence has."""
LONGEST_RUN = 3
_TOKEN = re.compile(r"[a-z']+(?:-[a-z]+)*|\d+(?:[.,]\d+)*%?|[£?;:]")
_YEAR = re.compile(r"(?:19|20)\d\d")
START, END = "^", "$"


def features_of(text: str) -> frozenset[str]:
    """The runs of words in a text, where a number stands for every number of its kind."""
    words = [START, *(_word(token) for token in _TOKEN.findall(fold(text))), END]
    runs = {
        " ".join(words[start : start + length])
        for length in range(1, LONGEST_RUN + 1)
        for start in range(len(words) - length + 1)
    }
    return frozenset(runs - {START, END})


def _word(token: str) -> str:
    if not token[0].isdigit():
        return token.strip("'")
    if token.endswith("%"):
        return "0%"
    return "0000" if _YEAR.fullmatch(token) else "0"
