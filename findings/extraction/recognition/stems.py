"""Sentences that say what is found or asked for and end in the list below them, as “… so that:” does."""

from __future__ import annotations

import re

from .. import vocabulary
from ..text import fold
from ..vocabulary import Kind
from .lead_in import LeadIn, sense_of_lead_in
from .points import Point, completed_by_list, is_counted
from .sense import Sense

_POINTS_ON = re.compile(r"\b(?:following|below|as follows|these)\s*:?$")
_SINGULAR = re.compile(vocabulary.ONE_FINDING)
_ASKS_ONLY = re.compile(rf"\b(?:{vocabulary.ASKING}|{vocabulary.ASKING_TO_IMPROVE})\s*:?$")
_BOX = re.compile(vocabulary.BOXES)
_POINTERS = re.compile(rf"\b{vocabulary.POINTERS}\b")
_MODALS = re.compile(rf"\b{vocabulary.MODALS}\b")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_FEWEST_WORDS = 8


def is_stem(text: str, heading: Sense, kind: Kind | None) -> bool:
    """Whether a paragraph before a list is a finding that the list completes.

    That is so where its sentence cannot end before the list, and wherever the heading announces a single finding;
    not where it gives the list another kind than the headings do.
    """
    folded = fold(text)
    if not folded.endswith(":") or len(folded.split()) < _FEWEST_WORDS:
        return False
    lead = sense_of_lead_in(text)
    if lead is None or lead.kind not in {None, kind}:
        return False
    points = _ASKS_ONLY.search(folded) or _POINTS_ON.search(folded)
    one = announces_one(heading) and lead.kind is None and not points
    return one or completed_by_list(folded)


def announces_one(heading: Sense) -> bool:
    """Whether a heading is that of one finding, as “Recommendation 3” and “Area for improvement” are."""
    return heading.kind is not None and _SINGULAR.fullmatch(heading.phrase) is not None


def boxes_one(heading: Sense) -> bool:
    """Whether a heading is that of a box: one finding, and then what explains it."""
    return heading.kind is not None and _BOX.fullmatch(fold(heading.title)) is not None


def opens_list(point: Point, lead: LeadIn, kind: Kind | None) -> bool:
    """Whether a numbered point says only of which kind the points below it are, or that something else begins.

    `kind` is that of the headings above.
    """
    if lead.ends and not point.is_open:
        return True
    if lead.kind is not None and (point.has_statements or lead.kind is not kind):
        return True
    return is_counted(point) and not (kind is not None and _says_something(point.text))


def _says_something(text: str) -> bool:
    """Whether a numbered point that opens a list is a finding itself rather than the sentence before others."""
    lead = sense_of_lead_in(text)
    folded = fold(text)
    if completed_by_list(folded) or _asks_first(text):
        return True
    if not folded.endswith(":") or lead is None or lead.kind is not None or lead.asks or lead.ends:
        return False
    points = _POINTERS.search(folded) is not None or _ASKS_ONLY.search(folded) is not None
    return not points and len(folded.split()) >= _FEWEST_WORDS


def _asks_first(text: str) -> bool:
    """Whether a whole sentence asks for something before the one that leads on to what that must include."""
    first, *rest = _SENTENCE.split(text, maxsplit=1)
    asked = _MODALS.search(fold(first)) is not None and _POINTERS.search(fold(first)) is None
    return bool(rest) and asked and len(first.split()) >= _FEWEST_WORDS
