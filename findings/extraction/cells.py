"""What short cells of a spreadsheet of findings say: of which kind a row is, and how prominent.

Patterns are regular expressions over text in lower case with straight quotes and plain dashes.
"""

from __future__ import annotations

import re

from .text import fold
from .vocabulary import Kind, one_of

_STRENGTH = one_of(
    "s", "str", r"\+(?:ve)?", "(?:areas? of )?strengths?", "strong", "positives?(?: (?:findings?|practice))?",
    "(?:good|best|strong|notable|effective|positive|innovative) practices?", "good", "praise", "success(?:es)?",
    "achievements?", "(?:what(?:'s| is)? )?(?:went|going|works|working) well", "www", "commendations?",
)  # fmt: skip
_AREA = one_of(
    "a", r"-(?:ve)?", "w", "af[cid]", "areas?", "areas? (?:for|of|to|needing|requiring) .{3,40}",
    "(?:to |needs? (?:to )?|requires? |for |further )?(?:improve(?:ments?)?|develop(?:ments?)?|considerations?)",
    "(?:improvements?|developments?)(?: (?:areas?|needs?|points?|needed|required))?", "weak(?:ness(?:es)?)?",
    "concerns?(?: raised)?", "negatives?", "gaps?", "challenges?", "shortcomings?", "shortfalls?", "barriers?",
    "risks?", "issues?", "learning(?: points?)?", "even better if", "ebi", "recommend(?:ation|ed)s?",
    "(?:priority )?actions?(?: (?:needed|required))?", "attention|needs attention",
)  # fmt: skip
_RECOMMENDED = "recommend(?:ation|ed)s?"
_HEADLINES = one_of("headlines?", "key(?: (?:findings?|messages?|points?))?", "main", "yes", "y", "x")
_EDGES = " .:;!*()[]\"'"


def kind_said(text: str) -> Kind | None:
    """The kind that a cell names in the words of the field, as “Good practice” or “AFI”; None for anything else."""
    folded = fold(text).strip(_EDGES)
    if re.fullmatch(_STRENGTH, folded):
        return Kind.STRENGTH
    return Kind.AREA if re.fullmatch(_AREA, folded) else None


def is_headline(text: str) -> bool:
    """Whether a cell says that a finding is a headline."""
    return re.fullmatch(_HEADLINES, fold(text).strip(_EDGES)) is not None


def is_recommendation(text: str) -> bool:
    """Whether a cell says that a finding is a recommendation."""
    return re.fullmatch(_RECOMMENDED, fold(text).strip(_EDGES)) is not None
