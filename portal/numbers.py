"""Whole numbers as addresses and forms carry them."""

from collections.abc import Mapping

MOST_DIGITS = 9
"""No key, year or place is longer, and every number of so many digits fits the database's columns."""


def number_of(text: str) -> int | None:
    """Read a whole number; None where it is none, or longer than any that can be meant."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS else None


def key_in(sent: Mapping[str, str], name: str) -> int:
    """Read the key of a record that an address or a form carries by this name; 0, which is no record's, without one."""
    return number_of(sent.get(name, "")) or 0
