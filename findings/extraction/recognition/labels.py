"""Paragraphs that are labels: “Strengths.” on its own, or “Strengths. The team noted that:” before a list."""

from __future__ import annotations

import re

from ..blocks import ListItem, Paragraph
from ..text import is_numbered
from .sense import Role, sense_of_heading

_LABEL = re.compile(r"(?P<label>[^.:;]{3,60}?)\s*\.(?:\s+(?P<rest>\S.*))?", re.DOTALL)
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
