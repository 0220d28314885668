"""Numbers in figures and in words."""

from __future__ import annotations

from text_to_num import text2num

_UNITS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SIMPLE = f"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_UNITS[:9])}))?|{'|'.join(reversed(_UNITS))})"
IN_WORDS = rf"(?:(?:{_SIMPLE} |a )hundred(?: and {_SIMPLE})?|{_SIMPLE})"
"""A pattern for numbers up to a thousand written out, in lower case."""


def whole_number(text: str) -> int | None:
    """The value of a number in figures or words; None if it is not one."""
    plain = text.strip().replace(",", "").casefold()
    if plain.isascii() and plain.isdigit():
        return int(plain)
    try:
        return int(text2num(plain.removeprefix("a "), "en"))
    except ValueError:
        return None
