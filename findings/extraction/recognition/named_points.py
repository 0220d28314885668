"""Points that name their own kind: “Strength: …”, and “Recommendation 3: publish the plan”."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..blocks import ListItem, Paragraph, Table
from ..text import fold, tidy
from .phrases import find_terms
from .sense import Role, Sense, sense_of_heading

_STATEMENT = re.compile(r"(?P<label>[A-Za-z ]{3,40} \d{1,2})\s*(?::|\s[-–—])\s+(?:\S+\s+){3,}\S+")
_NUMBERED_FINDING = re.compile(r"(?:key )?(?:finding|learning point|lesson|message)s? \d", re.IGNORECASE)
_RUN_IN = re.compile(r"(?P<label>[^:–—.]{3,60}?)\s*(?::|\s[-–—])\s+(?P<rest>\S.*)", re.DOTALL)
_STOPPED = re.compile(r"(?P<label>[A-Z][^:–—.?!]{3,40})\.\s+(?P<rest>[A-Z“‘].*)", re.DOTALL)
"""The same with a full stop, as “Strengths. Decisions are quick.” has it."""
_BEFORE_LABEL = re.compile(r"(?<=[.!?;])\s+(?=[A-Z][\w ,/&'-]{2,58}\s?:\s)")
_COUNTED = re.compile(r"(?:^|[;,.]?\s+(?:and\s+)?)\((?:[a-h]|[ivx]{1,4}|\d)\)\s+")
_BETWEEN = re.compile(r";\s+(?:and\s+)?")
_SENTENCES = re.compile(r"[.!?]\s+[A-Z]")
_FEWEST_LABELS = 2
_RUN_IN_LIMIT = 6_000
_SURE, _SURE_STOPPED = 0.8, 0.9


def run_in(text: str) -> tuple[Sense, str] | None:
    """Split “Strength: …” into what its label says and the rest."""
    for pattern, least in ((_RUN_IN, _SURE), (_STOPPED, _SURE_STOPPED)):
        found = pattern.match(text[:_RUN_IN_LIMIT])
        sense = sense_of_heading(found.group("label")) if found is not None else None
        if found is None or sense is None:
            continue
        if sense.role is Role.KIND and sense.strand is None and sense.weight >= least:
            return sense, text[found.start("rest") :].strip()
    return None


def labelled_parts(text: str) -> list[str]:
    """A text in which several labels of a kind are run together, parted before each; or else the text as it is."""
    pieces = _BEFORE_LABEL.split(text[:_RUN_IN_LIMIT])
    if run_in(text) is None and sum(run_in(piece) is not None for piece in pieces) < _FEWEST_LABELS:
        return [text]
    parts: list[str] = []
    for part in pieces:
        if parts and run_in(part) is None:
            parts[-1] = f"{parts[-1]} {part}"
        else:
            parts.append(part)
    parts[-1] += text[_RUN_IN_LIMIT:]
    return parts


def count_of_labels(blocks: Iterable[ListItem | Paragraph | Table]) -> int:
    """How many points and paragraphs name their own kind, which one alone may do by chance."""
    texts = [tidy(block.text) for block in blocks if not isinstance(block, Table)]
    return sum(run_in(part) is not None for text in texts for part in labelled_parts(text))


def listed_in(text: str, label: Sense) -> list[str]:
    """The points that stand after a label, by letters or, after more than a name, between semicolons; or the text."""
    counted = _COUNTED.match(text) is not None
    if not counted and fold(label.title) == label.phrase:
        return [text]
    parts = [part.strip() for part in (_COUNTED if counted else _BETWEEN).split(text) if part.strip()]
    whole = counted or (";" in text and all(len(part.split()) > 1 for part in parts))
    sentences = any(_SENTENCES.search(part) for part in parts)
    return parts if whole and len(parts) > 1 and not sentences else [text]


def is_numbered_statement(text: str) -> bool:
    """Whether a heading is a finding itself, as “Recommendation 3: publish the plan for families” is."""
    found = _STATEMENT.match(tidy(text))
    matches = find_terms(fold(found.group("label"))) if found is not None else []
    return is_numbered_finding(text) or any(
        match.term.recommends or match.term.weight == 1 for match in matches
    )


def is_numbered_finding(text: str) -> bool:
    """Whether a text says by a number that it is a finding, but not of which kind, as “Finding 2: …” does."""
    found = _STATEMENT.match(tidy(text))
    return found is not None and _NUMBERED_FINDING.match(found.group("label")) is not None
