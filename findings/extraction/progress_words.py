"""The phrases that say where a service has moved on since it was last looked at, and where it has not.

Phrases are regular expressions over text in lower case with straight quotes and plain dashes.
"""

from __future__ import annotations

from .term import Term
from .vocabulary import Kind, one_of

_GREAT = one_of(
    "clear", "considerable", "encouraging", "excellent", "good", "impressive", "positive", "rapid", "real",
    "significant", "solid", "steady", "strong", "substantial", "sustained", "tangible",
)  # fmt: skip
_SMALL = one_of(
    "inadequate", "insufficient", "less", "limited", "little", "no", "not enough", "not yet enough", "patchy", "poor",
    "slow(?:er)?", "too little", "uneven",
)  # fmt: skip
_MOVES = one_of("change", "improvements?", "progress")
_MADE = r"(?: (?:has|have) been| is| was| were)?(?: being)? (?:achieved|evident|found|made|noted|seen)"
_PLACE = one_of("areas", "aspects", "matters", "things")
_WHERE = rf"(?:{_PLACE} )?(?:where|in which|on which)"
_HOW = r"(?:(?:as yet|far|much|still|too|very) )*"
_LAGS = one_of(
    "behind", "inconsistent", "insufficient", "limited", "not (?:as |so )?\\w+(?: enough)?", "patchy", "slow(?:er)?",
    "stalled", "uneven", "weak(?:er)?",
)  # fmt: skip

PROGRESS_TERMS: tuple[Term, ...] = (
    Term(
        rf"{_WHERE} (?:\w+ )?{_MOVES} (?:is|are) (?:now )?(?:being made|evident|happening|occurring|under ?way)",
        Kind.STRENGTH,
    ),
    Term(rf"{_WHERE} (?:\w+ )?{_MOVES} (?:is|are) (?:not|still to)\b [\w ]{{2,30}}", Kind.AREA),
    Term(
        "(?:additional|further|more|some) work (?:is|was|remains) (?:still )?(?:needed|required|to be done|to do)",
        Kind.AREA,
    ),
    Term(
        "what (?:is |still |work )*(?:left|outstanding|remains)(?: (?:still )?to (?:be )?(?:do|done|improve))?"
        "|still to (?:do|improve)",
        Kind.AREA,
        0.9,
    ),
    Term("(?:has|have) done (?:really |very )?well", Kind.STRENGTH),
    Term(
        "(?:evidence of )?(?:positive |real )?impact (?:that )?(?:i|we)(?: have)? (?:found|noted|seen)"
        "|(?:evidence|examples) of (?:positive |real )?impact",
        Kind.STRENGTH,
        0.75,
    ),
    Term(
        rf"{_WHERE} (?:the )?(?:pace|{_MOVES})(?: [\w']+)? (?:has been|have been|is|are|remains?|was|were) "
        rf"{_HOW}{_LAGS}",
        Kind.AREA,
    ),
    Term(
        rf"{_WHERE} (?:the )?(?:pace|{_MOVES})(?: [\w']+)? has (?:{_LAGS}|not (?:yet )?been (?:fast|quick|made|seen)"
        r"(?: enough)?)",
        Kind.AREA,
    ),
    Term(rf"{_WHERE} (?:there (?:is|has been|was) )?{_SMALL} {_MOVES}(?:{_MADE})?", Kind.AREA),
    Term(
        rf"{_WHERE} (?:more|further|greater|faster) {_MOVES} (?:is|was|needs to be) (?:needed|required|made)",
        Kind.AREA,
    ),
    Term(rf"(?:more|further|greater|faster) {_MOVES} (?:is|was) (?:needed|required)", Kind.AREA, 0.9),
    Term(rf"(?:there (?:is|has been|was) )?{_SMALL} {_MOVES}(?:{_MADE})?", Kind.AREA, 0.9),
    Term(rf"{_WHERE} (?:there (?:is|has been|was) )?(?:{_GREAT} )?{_MOVES}{_MADE}", Kind.STRENGTH, 0.9),
    Term(
        rf"{_WHERE} (?:services |practice |things )?(?:has|have) (?:got better|improved|moved on)",
        Kind.STRENGTH,
    ),
    Term(
        rf"(?:{_PLACE}|services|practice) (?:that|which) (?:has|have) (?:got better|improved|moved on)",
        Kind.STRENGTH,
    ),
    Term(
        rf"(?:we|inspectors|reviewers|peers|the team) (?:found|noted|saw) (?:{_GREAT} )?{_MOVES}",
        Kind.STRENGTH,
        0.9,
    ),
    Term(rf"{_GREAT} {_MOVES}(?:{_MADE})?", Kind.STRENGTH, 0.6),
    Term(rf"{_MOVES}{_MADE}", Kind.STRENGTH, 0.6),
)
"""Kinds, by how far something has moved; said of nobody, it may be those under review who say so."""
