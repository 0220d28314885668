"""Signs that stand for bullets where the font that drew them is missing; elsewhere they have a meaning of their own."""

from __future__ import annotations

import re
from collections import Counter

from .columns import kind_of

_FEWEST = 2
_SIGN = re.compile(
    r"^(?P<indent>[ \t\f]*)"
    r"(?P<sign>[Øü](?=[ \t]+\S)|[§¾](?=[ \t]+(?!of\b)[^\W\d_])|[☐☑☒](?=[ \t]+[^☐☑☒\n]+$))"
    r"(?P<rest>.*)$",
    re.MULTILINE,
)
"""A paragraph of an act, a fraction and boxes to choose between are no bullets."""


def with_bullets(text: str) -> str:
    """The text with bullets for the signs that begin several of its lines, unless boxes choose between kinds."""
    found = list(_SIGN.finditer(text))
    if not found:
        return text
    counts = Counter(each["sign"] for each in found)
    answers = {each["sign"] for each in found if kind_of(each["rest"].strip()) is not None}
    bullets = {sign for sign, count in counts.items() if count >= _FEWEST} - answers
    return _SIGN.sub(
        lambda each: f"{each['indent']}•{each['rest']}" if each["sign"] in bullets else each[0], text
    )
