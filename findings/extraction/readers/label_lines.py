"""Lines of plain text that title or label what follows, with no empty line around them."""

from __future__ import annotations

import re
from collections import Counter

from ..text import breaks_off, ended, split_dash, split_glyph, split_number, starts_lower
from .columns import kind_of
from .furniture import SourceLine

TITLE_LENGTH = 90
_MOST_WORDS, _MOST_OF_KIND = 3, 6
_WORD = re.compile(r"[^\W\d_]{3}")
"""Letters enough for a word; a postcode has none."""


def recurring_labels(lines: list[SourceLine]) -> frozenset[str]:
    """Short lines that the document has more than once, word for word, as a form has its labels."""
    counted = Counter(line.text.strip() for line in lines)
    return frozenset(text for text, count in counted.items() if count > 1 and _is_short(text))


def is_label(text: str, *, before: str, after: str, room: bool, recurs: bool) -> bool:
    """Whether a line is a label before a list, and not the rest of the sentence before it.

    `room` says whether its first word had room on that line, so that it was not wrapped there.
    """
    if not _is_short(text) or ended(before) or breaks_off(before) or not (room or recurs):
        return False
    return split_number(after) is not None or split_glyph(after) is not None


def names_kind(text: str) -> bool:
    """Whether a line is short and says nothing but a kind, as the headings of findings do."""
    small = starts_lower(text) or text.endswith(".") or len(text.split()) > _MOST_OF_KIND
    return not small and kind_of(text) is not None


def titles_kind(text: str, *, before: str, after: str, filled: bool) -> bool:
    """Whether a line is the heading of a kind right below other text, although no empty line sets it apart.

    `filled` says whether it may have been wrapped before the line after it, as in the midst of a sentence.
    """
    if breaks_off(before) or not names_kind(text):
        return False
    if not after or is_point(after):
        return True
    return not starts_lower(after) and (ended(before) or not filled)


def is_point(text: str) -> bool:
    """Whether a line begins with the mark of a point."""
    return any(split(text) is not None for split in (split_number, split_glyph, split_dash))


def _is_short(text: str) -> bool:
    words = len(text.split())
    return 0 < words <= _MOST_WORDS and text[0].isalpha() and not (ended(text) or starts_lower(text))


def in_capitals(text: str) -> bool:
    """Whether a line is set in capitals, as headings are."""
    letters = [letter for letter in text if letter.isalpha()]
    if _WORD.search(text) is None:
        return False
    return len(letters) > 3 and len(text) <= TITLE_LENGTH and text.upper() == text and not text.endswith(".")
