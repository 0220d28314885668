"""Paragraphs that are labels: “Strengths.” on its own, or “Strengths. The team noted that:” before a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..blocks import Block, ListItem, Paragraph
from ..text import is_numbered, split_number
from .named_points import is_numbered_statement
from .sense import Role, sense_of_heading, titled

_LABEL = re.compile(r"(?P<label>[^.:;]{3,60}?)\s*\.(?:\s+(?P<rest>\S.*))?", re.DOTALL)
_PART = re.compile(r"\d{1,2}[A-Za-z]?\.?\s")
_FEW = 2
_SURE, _MOST_WORDS = 0.8, 40
"""A sentence of more words between a label and its list says something itself."""


def label_in(block: ListItem | Paragraph) -> str | None:
    """The label that a numbered or bold paragraph consists of, or that stands before its sentence on a list."""
    counted = isinstance(block, ListItem) and not block.level and is_numbered(block.marker)
    if not counted and not (isinstance(block, Paragraph) and (block.strong or block.text.endswith(":"))):
        return None
    found = _LABEL.fullmatch(block.text.strip())
    if found is None:
        return None
    rest = found.group("rest") or ":"
    if not rest.endswith(":") or len(rest.split()) > _MOST_WORDS:
        return None
    sense = sense_of_heading(found.group("label"))
    sure = sense.role is Role.KIND and sense.strand is None and sense.weight >= _SURE
    return found.group("label") if sure else None


def bold_tiers(blocks: Sequence[Block]) -> frozenset[int]:
    """Lines in bold that title parts, by position, where other lines in bold say of which kind a piece of them is.

    They are told by a typed number or by capitals, and must come before the first of the others.
    """
    bold = [
        (position, block.text)
        for position, block in enumerate(blocks)
        if isinstance(block, Paragraph) and block.strong and titled(block.text)
    ]
    kinds = {position for position, text in bold if sense_of_heading(text).role is Role.KIND}
    upper = {position for position, text in bold if position not in kinds and _titles_part(text)}
    holding, before = 0, -1
    for position, _ in bold:
        if position in kinds:
            if not holding and before not in upper:
                return frozenset()
            holding += before in upper
        before = position
    counted = {position for position, text in bold if position in kinds and _PART.match(text)}
    return (
        frozenset(upper | (counted if len(counted) < len(kinds) / 2 else set()))
        if holding >= _FEW
        else frozenset()
    )


def _titles_part(text: str) -> bool:
    counted = split_number(text) is not None or _PART.match(text) is not None
    return not is_numbered_statement(text) and (counted or text.upper() == text)
