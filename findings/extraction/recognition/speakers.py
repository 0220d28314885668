"""Lists that somebody speaks: “The inspector for Housing told us:”, and “She would like to see us:” against it."""

from __future__ import annotations

import re

from .. import speaking, tabular
from ..text import fold, tidy
from ..vocabulary import Kind
from .lead_in import sense_of_lead_in, without_count
from .phrases import find_terms
from .sense import HEADING_LIMIT, Role, Sense, clean_title, sense_of_heading

_SPEAKERS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in speaking.SPEAKERS)
_NOBODY_FOR = re.compile(speaking.SPEAKER_FOR_ALL)
_ASKS, _THANKS = re.compile(speaking.ASKS_FURTHER), re.compile(speaking.THANKS)
_THIS = re.compile(rf"(?:this|that) {tabular.STRANDS}", re.IGNORECASE)
"""The strand that the heading around has named."""
_QUOTE = str.maketrans("’‘", "''")
_WEIGHT = 0.9


def sense_of_speaker(text: str) -> Sense | None:
    """The strand that somebody begins to report on, without saying of which kind; None if nobody does."""
    line = tidy(without_count(text)).translate(_QUOTE)
    if len(line) > HEADING_LIMIT or not line.endswith(":") or find_terms(fold(line)):
        return None
    known = sense_of_heading(text)
    if known.strand_named:
        return known
    for pattern in _SPEAKERS:
        found = pattern.fullmatch(line)
        if found is not None:
            strand = found.group("strand").strip(" ,")
            strand = "" if _THIS.fullmatch(strand) else strand
            return Sense(Role.OTHER, strand[:1].upper() + strand[1:], strand_named=True)
    return None


def speaks_of_all(text: str) -> bool:
    """Whether somebody begins to report, and names no strand."""
    line = fold(without_count(text))
    return len(line) <= HEADING_LIMIT and _NOBODY_FOR.fullmatch(line) is not None and not find_terms(line)


def sense_of_counterpart(text: str) -> Sense | None:
    """What a speaker goes on to ask for after the first list, as “and asked us to look further at:” does."""
    folded = fold(without_count(text))
    if len(folded) > HEADING_LIMIT or not folded.endswith(":"):
        return None
    lead, kinds = sense_of_lead_in(text), {match.term.kind for match in find_terms(folded)}
    if (lead is not None and lead.ends) or kinds - {Kind.AREA} or _THANKS.search(folded):
        return None
    if not kinds and _ASKS.fullmatch(folded) is None:
        return None
    return Sense(Role.KIND, clean_title(text), kind=Kind.AREA, phrase=folded.rstrip(":"), weight=_WEIGHT)
