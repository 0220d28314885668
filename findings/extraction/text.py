"""Small helpers for the characters that real documents hold."""

from __future__ import annotations

import re

# Marks of writing direction can make a text read otherwise than it is stored; control characters show nothing.
_DIRECTION = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_CONTROLS = [*range(9), *range(0x0E, 0x1C), *range(0x7F, 0x85), *range(0x86, 0xA0)]
_INVISIBLE = dict.fromkeys([0x00AD, 0x200B, 0x2060, 0xFEFF, *_DIRECTION, *_CONTROLS])
_GLYPHS = "•◦●○‣⁃▪▫■□◼◻▶►➢➤➔→⇒➜✓✔»·∙❖◆♦⦁❑*"
# Word's Symbol and Wingdings bullets come out of text extraction in the private use area.
_PRIVATE_USE = "\uf000-\uf0ff"
_GLYPH_MARKER = re.compile(rf"[{re.escape(_GLYPHS)}{_PRIVATE_USE}]+(?=\s|$)|[•◦●■▪◼→⇒➢➤{_PRIVATE_USE}](?=\S)")
_DASH_MARKER = re.compile(r"[-–—+](?=\s|$)|o(?=\s|$)")
# “3.1 per cent” begins with a figure, where “3.1 note the report” begins with the number of a paragraph.
_UNITS = (
    r"(?:per ?cent|percentage|thousand|million|billion|times|points|miles|(?:full|whole)[- ]time"
    r"|(?:(?:calendar|school|working) )?(?:seconds|minutes|hours|days|weeks|months|terms|years))\b"
)
_NUMBER_MARKER = re.compile(
    r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivx]{1,5})[.)](?=\s|$)|\d{1,2}(?:\.\d{1,2}){1,3}(?=\s)"
    rf"(?!\s+(?:%|(?-i:{_UNITS})))"
    r"|(?-i:[A-Z])\d{1,2}[.)](?=\s)",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.!?…][\"'”’)\]]*$")
_FUNCTION_WORD = re.compile(
    r"(?:,|\b(?:a|an|and|as|at|by|for|from|in|into|is|are|of|on|or|our|that|the|their|these|this|to|with|which|will))$",
    re.IGNORECASE,
)
_STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "‐": "-"})


def tidy(text: str) -> str:
    """Collapse white space, drop invisible characters; the words stay as written."""
    return " ".join(text.translate(_INVISIBLE).split())


def fold(text: str) -> str:
    """The form in which words are compared: lower case, straight quotes, plain dashes."""
    return tidy(text).translate(_STRAIGHT).casefold()


def split_glyph(text: str) -> tuple[str, str] | None:
    """Split a leading bullet glyph off a line."""
    return _split(_GLYPH_MARKER, text)


def split_dash(text: str) -> tuple[str, str] | None:
    """Split a leading dash, plus or lone “o” used as a bullet off a line."""
    return _split(_DASH_MARKER, text)


def split_number(text: str) -> tuple[str, str] | None:
    """Split a leading number or letter (`1.`, `a)`, `(iv)`, `2.3`) off a line."""
    return _split(_NUMBER_MARKER, text)


def split_mark(text: str) -> tuple[str, str] | None:
    """Split whatever marks a line as a point off it: a bullet, a dash or a number."""
    return split_glyph(text) or split_dash(text) or split_number(text)


def is_mark(text: str) -> bool:
    """Whether a text is the mark of a point and nothing else."""
    split = split_mark(text)
    return split is not None and not split[1]


def is_numbered(marker: str) -> bool:
    """Whether a list marker counts rather than merely points."""
    found = _NUMBER_MARKER.match(f"{marker} ")
    return found is not None and found.end() == len(marker) and marker != "o"


def ended(text: str) -> bool:
    """Whether a text closes with the end of a sentence."""
    return _ENDED.search(text[-12:]) is not None


def breaks_off(text: str) -> bool:
    """Whether a text stops where no sentence can: at a comma or a joining word."""
    return _FUNCTION_WORD.search(text[-12:]) is not None


def starts_lower(text: str) -> bool:
    """Whether a text begins with a small letter, as the rest of a sentence does."""
    return text[:1].islower()


def indent_of(text: str) -> int:
    """How many blanks a line begins with, by which the rest of a point is told from the next."""
    return len(text) - len(text.lstrip())


def _split(pattern: re.Pattern[str], text: str) -> tuple[str, str] | None:
    found = pattern.match(text)
    return (found.group(), text[found.end() :].strip()) if found else None
