"""Characters that no font on this machine has: a PDF that showed an empty box for one would conform to nothing."""

import re
import subprocess
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

COMMAND = ("fc-list", ":color=false", "--format", "%{charset}\n")
"""Fontconfig, which WeasyPrint finds its fonts by. Letters in colour do not conform either."""
RARE = re.compile("[^\u0000-\u017f\u2010-\u2026\u20ac\u2122]")
"""All but what every font of a council has: the letters of Europe, dashes and quotation marks."""
JOINERS = "\u200d\ufe0e\ufe0f"
Plain = TypeVar("Plain")


def printable(plain: Plain) -> Plain:
    """Return plain data whose texts name what cannot be shown: “[waving hand sign]” for a hand that waves."""
    value: Any = plain
    if isinstance(value, str):
        value = RARE.sub(lambda found: shown(found[0]), value)
    elif isinstance(value, list):
        value = [printable(one) for one in value]
    elif isinstance(value, dict):
        value = {key: printable(one) for key, one in value.items()}
    result: Plain = value
    return result


@cache
def shown(character: str) -> str:
    """Return a character, or its name where no font has it; nothing for what only joins two of them."""
    if character in JOINERS:
        return ""
    if has_glyph()(ord(character)):
        return character
    return f"[{unicodedata.name(character, f'character {ord(character):X}').lower()}]"


@cache
def has_glyph() -> Callable[[int], bool]:
    """Return what tells whether a font has a character; it believes so of all where fonts cannot be asked about."""
    try:
        said = subprocess.run(COMMAND, capture_output=True, text=True, check=True, timeout=60).stdout
    except (OSError, subprocess.SubprocessError):
        return lambda code: True
    ranges = [[int(end, 16) for end in part.split("-")] for part in set(said.split())]
    return lambda code: any(ends[0] <= code <= ends[-1] for ends in ranges)
