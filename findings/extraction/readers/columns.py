"""What the columns of a spreadsheet of findings hold: suggested from their headings, settled by a person."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from .. import tabular
from ..terms import TERMS
from ..text import fold
from ..vocabulary import Kind, one_of


class Column(StrEnum):
    """What a column holds; the values head the columns of the table that is handed on."""

    FINDING = "Finding"
    KIND = "Kind"
    STRAND = "Strand"
    REFERENCE = "Ref"
    STRENGTH = "Strengths"
    AREA = "Areas for consideration"
    PROMINENCE = "Prominence"


OF_FINDINGS = (Column.FINDING, Column.STRENGTH, Column.AREA)
_CHECKERS = (
    "(?:peer )?(?:qa|quality assurance|audit(?:ors?)?|challenge|moderat(?:ors?|ion)|panel|review(?:ers?)?"
    "|scrutin(?:eers?|y)|validat(?:ors?|ion)|verif(?:iers?|ication))(?:'s|s')?"
)
"""Who looks at what others returned, and remarks on it."""
_HEADINGS: tuple[tuple[Column, str], ...] = (
    (
        Column.FINDING,
        one_of(
            "findings?", "(?:text|wording|words) of (?:the )?findings?", "findings? (?:text|wording|words)",
            r"what (?:was|we|(?:the )?(?:\w+ ){0,2}(?:team|reviewers?|inspectors?|peers?)) (?:found|said|saw)",
        ),
    ),
    (Column.KIND, tabular.KIND_COLUMNS),
    (Column.KIND, one_of("(?:kind|type) of finding", "finding kinds?", "s ?/ ?a", "strength ?/ ?area")),
    (Column.STRAND, tabular.STRAND_COLUMNS),
    (Column.STRAND, "(?:themes?|strands?|topics?|sections?|areas?) (?:headings?|names?|titles?)"),
    (Column.REFERENCE, tabular.NUMBER_COLUMNS),
    (
        Column.REFERENCE,
        one_of(
            r"(?:finding|para(?:graph)?|page|section|source) (?:no\.?|number|ref(?:erence|\.)?)",
            "places?(?: in the (?:document|report|letter))?", "location", "source",
        ),
    ),
    (Column.PROMINENCE, "prominence|headline|headline or detail"),
    (
        Column.FINDING,
        one_of(
            "texts?", "descriptions?", "details?", "observations?", "comments?", "points?", "feedback", "issues?",
            "(?:issues?|points?|comments?|observations?) (?:raised|made|found|identified|noted)", "words|wording",
            f"{_CHECKERS} (?:comments?|feedback|notes?|observations?|remarks?|views?)",
            f"what (?:the )?{_CHECKERS} (?:found|said|saw|say|thought)",
        ),
    ),
)  # fmt: skip
"""What headings say, the surest first: a heading further down counts only where none above it does."""

_PROOFS = re.compile(
    r"(?:summary of |key |your )?evidence(?: (?:of|for|that|provided|supplied|submitted|in support)\b.*)?"
    r"|(?:what (?:is|we have) |arrangements |already )?in place(?: now| already)?"
    "|how (?:we|you|(?:the )?(?:agency|organisation)) (?:meets?|compl(?:y|ies) with) th(?:e|is) (?:duty|standard)"
)
"""Headings over what shows that a standard is met, where no other column holds what is good."""
_ONE = re.compile("(?:key |main )?(?:barrier|challenge|concern|gap)")
_REPORTED = re.compile(
    "^(?:self[- ])?(?:reported|identified|assessed|declared) "
    "| (?:claimed|declared|described|evidenced|found|given|highlighted|identified|listed|noted|reported|seen|submitted)"
    r"(?: (?:by|in|at) [\w' ]{2,40})?$"
)
"""What a heading says besides of who named the findings under it, or how."""
_COMPOSED = re.compile(r"\s*/\s*|\s+(?:and|or|&)\s+")
"""What stands between the parts of a heading that says the same in two ways."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the headings of a spreadsheet say of its columns."""

    columns: Mapping[int, Column]
    """What each column holds, counted from 0."""
    doubled: tuple[tuple[Column, tuple[str, ...]], ...]
    """What more than one column seems to hold, with their headings."""

    @property
    def holds_findings(self) -> bool:
        """Whether a column of findings is among them."""
        return any(column in OF_FINDINGS for column in self.columns.values())


def suggest_columns(headings: Sequence[str]) -> Suggestion:
    """What each column of a spreadsheet holds, as its heading tells."""
    found: dict[int, Column] = {}
    tiers: dict[Column, int] = {}
    for tier, (column, pattern) in enumerate(_HEADINGS):
        if tiers.setdefault(column, tier) != tier and column in found.values():
            continue
        for index, heading in enumerate(headings):
            if index not in found and re.fullmatch(pattern, _plain(heading)):
                found[index] = column
    for index, heading in enumerate(headings):
        if index not in found and (kind := kind_of(heading)) is not None:
            found[index] = Column.STRENGTH if kind is Kind.STRENGTH else Column.AREA
    held = set(found.values())
    if held.isdisjoint({Column.FINDING, Column.STRENGTH}) and held & {Column.AREA, Column.STRAND}:
        proofs = (i for i, h in enumerate(headings) if i not in found and _PROOFS.fullmatch(_plain(h)))
        found.update(dict.fromkeys(islice(proofs, 1), Column.FINDING))
    return Suggestion(dict(sorted(found.items())), doubled_in(found, headings))


def doubled_in(
    columns: Mapping[int, Column], headings: Sequence[str]
) -> tuple[tuple[Column, tuple[str, ...]], ...]:
    """What more than one column holds, with the headings of those columns."""
    doubles = []
    for column in Column:
        names = tuple(headings[index] for index, held in sorted(columns.items()) if held is column)
        if len(names) > 1:
            doubles.append((column, names))
    return tuple(doubles)


def _plain(heading: str) -> str:
    return re.sub(r"\s*\([^)]*\)$|[:*?.…]+$", "", fold(heading)).strip()


def kind_of(heading: str) -> Kind | None:
    """The kind that a heading or a label names, if that is all it says."""
    text = _plain(heading)
    whole = _named(text) or _named(_REPORTED.sub("", text)) or (Kind.AREA if _ONE.fullmatch(text) else None)
    if whole is not None:
        return whole
    parts = {_named(part) for part in _COMPOSED.split(text)}
    return next(iter(parts)) if len(parts) == 1 else None


def _named(text: str) -> Kind | None:
    return next((term.kind for term in TERMS if re.fullmatch(term.pattern, text)), None)
