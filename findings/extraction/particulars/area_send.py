"""The outcome of an area SEND inspection, which a sentence gives in one of three set forms of words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..text import tidy
from .graded import Judgement, capital
from .passages import Passage, Unit

SUBJECT = "Area SEND inspection outcome"
_OUTCOMES = (
    re.compile(
        r"\barrangements (?P<often>typically )?lead to (?P<grade>(?:positive|inconsistent) experiences and outcomes)"
        " for children",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bthere are (?P<grade>widespread (?:and/or|and|or) systemic failings) leading to significant concerns",
        re.IGNORECASE,
    ),
)


def send_outcome(passages: Sequence[Passage]) -> list[Judgement]:
    """The outcome that a report gives, the first time that it does."""
    for passage in passages:
        if passage.unit is Unit.HEADING:
            continue
        for sentence in passage.sentences:
            found = next((hit for each in _OUTCOMES if (hit := each.search(sentence))), None)
            if found is not None:
                grade = (found.groupdict().get("often") or "") + found["grade"]
                outcome = Judgement(SUBJECT, capital(grade), quote=tidy(sentence), source_ref=passage.ref)
                return [outcome]
    return []
