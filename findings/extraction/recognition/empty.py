"""Points that hold no finding, whatever heading they stand under."""

from __future__ import annotations

import re

from .. import vocabulary
from ..text import ended, fold
from .sense import HEADING_LIMIT, Role, sense_of_heading

_NOTHING = re.compile(vocabulary.NO_FINDING)


def says_nothing(text: str) -> bool:
    """Whether a cell or a point says only that there is nothing to say, as “None noted.” does."""
    return _NOTHING.fullmatch(fold(text[:HEADING_LIMIT]).rstrip(". ")) is not None


def is_kind_only(text: str) -> bool:
    """Whether a point only names a kind, as “Areas for consideration” does in a list of headings to come."""
    sense = sense_of_heading(text)
    return sense.role is Role.KIND and fold(sense.title) == sense.phrase and not ended(text)
