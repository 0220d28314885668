"""Sentences that promise something, with the date or meeting that they promise it for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..text import fold, tidy
from .dates import Written, find_dates
from .passages import Passage, Unit
from .requirements import requirements

_DOING = (
    r"(?:present|brin?g|brought|report|publish|forward|attend|continu|roll|undert|review"
    r"|complet|finalis|follow|prepar"
    r"|receiv|includ|develop|run\b|launch|sen[dt]|submi|deliver|implement|establish"
    r"|recruit|join|take place|tak(?:e|en) (?:to|forward)"
    r"|go live|['‘]?go ['‘]?live|be (?:encouraged|available|made|held|in place|shared"
    r"|carried|set|part|given|asked)"
    r"|see each|held|shar|updat|audit|introduc|commission|appoint|consult|train|monitor"
    r"|refresh|revis|embed|provid(?:e|ed) (?:a|an|the|further|regular|training|to)"
    r"|meet\b|return|visit|extend|expand|open|start|begin|work with|look at|consider"
    r"|produc|agree|sign|move|adopt|arrang)"
)
_WILL_DO = re.compile(
    rf"\b(?:will|shall) (?:also |then |now |all |both |each |therefore |next |be |)*{_DOING}"
)
_ANY_WILL = re.compile(r"\b(?:will|shall) (?:also |then |now |be )*\w{3,}")
_PROMISES = re.compile(
    r"\b(?:is|are|was|were|will be|has been|have been) (?:due(?! for| to)|planned"
    r"|scheduled|programmed|timetabled)\b"
    r"|\b(?:the )?(?:goal|plan|intention|aim|target) is (?:to|that|for)\b"
    r"|\b(?:is|are) (?:offering|planning|aiming|intending) (?:to|a|an)\b"
    r"|\b(?:has|have) (?:agreed|committed|undertaken|pledged|resolved) to\b|\b(?:also )?resolved to\b"
    r"|\bintends? to\b|\bit is recommended that the committee receive"
    r"|\bwould benefit from a review\b|\bcommits? to\b"
)
_DATED_ONLY = re.compile(r"\b(?:need(?:s)? to|must|should|is to|are to|to be)\b")
_NO_PROMISE = re.compile(
    r"\b(?:will|shall) (?:be )?(?:a|an|the)\b(?! part)|\b(?:will|would) no doubt\b"
    r"|\bwill (?:need|require|not|likely|hopefully|depend)\b"
    r"|\bwill (?:provide|be) (?:a|an) opportunit|\bif successful\b|\bhopefully\b|\bwhether\b"
)
_RELATIVE = re.compile(r"\b(?:who|which|that|where|when|if|as|what|how|and so)\b[^,;]{0,40}$")
_LOOSE_DUE = re.compile(
    r"\b(?:(?:over|in|within|during) the (?:next|coming) (?:few |\w+ )?(?:weeks|months"
    r"|years?|quarter)|in the (?:new year|spring|summer|autumn|winter)|in due course|shortly|imminently"
    r"|next (?:year|month|quarter|spring|summer|autumn|winter)(?:’s"
    r"|'s)?(?: (?:\w+ ){0,3}report)?|(?:later )?this (?:year|spring|summer|autumn|winter)"
    r"|in (?:\w+ to )?\w+ months(?:’|') time|in \w+ to \w+ months|(?:nine|six|three"
    r"|\w+) months to a year after [\w ]+"
    r"|every (?:six months|year|quarter|month)|by the end of the (?:year|financial year|term|quarter)"
    r"|(?:to|at) the next (?:\w+ ){0,3}(?:meeting|committee|board|report))",
    re.IGNORECASE,
)
_DATED_LOOSELY = re.compile(
    r"\bnext (?:year|month|quarter|spring|summer|autumn|winter)|\blate |\bearly |\bmid|end of", re.I
)
_PLANS = re.compile(
    r"\b(?:plans?|priorities|actions?|next steps|programme|looking ahead"
    r"|going forward)\b.*?\b(?P<year>20\d\d)\b",
    re.I,
)
_CLAUSE = re.compile(r",? and (?=(?:the|a|an|this|these|further) [^,;]{3,80}?\b(?:will|shall) )")
_HOWEVER = re.compile(r"[,;] however,? ", re.IGNORECASE)
_FINISHED = re.compile(r"\b(?:commenced|was|were|has|have|had|began|started|took place|is|are)\b")
_OWNER = re.compile(
    r"^(?:(?:In|By|From|During) [\w ]{0,20}20\d\d,? )?(?:The |This |Our "
    r"|A )?(?P<owner>(?:[A-Z][\w’'&-]*|we)(?: (?:of|for|and|the|in|[A-Z][\w’'&-]*|group"
    r"|service|team|board|manager|department))*)"
    r" (?:has|have|will|is|are|also|intends?|plans?|resolved|commits?)\b"
)
_PASSIVE = re.compile(r"\b(?:will|shall|has|have|is|are)(?: now| also)? (?:be|been) ")
_NOBODY = frozenset({"this", "it", "these", "there", "they", "all", "each", "further", "following", "that"})


@dataclass(frozen=True, slots=True)
class Commitment:
    """Something promised; `due` is a day, month or year where one is named, else the words that say when."""

    text: str
    due: str | None
    owner: str | None
    dated: bool
    source_ref: str

    def as_dict(self) -> dict[str, object]:
        """As plain data, in the shape of the inventories."""
        return {
            "text": self.text,
            "due": self.due,
            "owner": self.owner,
            "dated": self.dated,
            "source_ref": self.source_ref,
        }


def commitments(passages: Sequence[Passage]) -> list[Commitment]:
    """What a document promises, in its order; what a reviewer demands is a requirement instead."""
    demanded = {requirement.text for requirement in requirements(passages)}
    found: list[Commitment] = []
    for passage in passages:
        if passage.unit is Unit.HEADING:
            continue
        parts = [
            part
            for sentence in passage.sentences
            if tidy(sentence) not in demanded
            for part in _HOWEVER.split(sentence)
        ]
        for part in parts:
            text = tidy(_promising_clause(part))
            commitment = _commitment(text, passage)
            if commitment is not None:
                found.append(commitment)
    return found


def _commitment(text: str, passage: Passage) -> Commitment | None:
    folded = fold(text)
    promise = _promise(folded)
    weak = _DATED_ONLY.search(folded) if promise is None else None
    promise = promise or _ANY_WILL.search(folded)
    if promise is None and weak is None:
        return None
    if promise is not None and (_NO_PROMISE.search(folded) or _RELATIVE.search(folded[: promise.start()])):
        return None
    due = _due(text, passage)
    if due is None and weak is None and _promise(folded) is None:
        return None
    if (
        weak is not None
        and promise is None
        and (due is None or not re.search(rf"\bby {re.escape(due.as_written)}", text))
    ):
        return None
    loose = _LOOSE_DUE.search(text) if due is None else None
    when = due.iso if due else loose.group() if loose else None
    dated = due is not None or (loose is not None and _DATED_LOOSELY.search(loose.group()) is not None)
    return Commitment(text, when, _owner(text), dated, passage.ref)


def _promise(folded: str) -> re.Match[str] | None:
    """The first words of a sentence that promise."""
    found = [match for pattern in (_WILL_DO, _PROMISES) if (match := pattern.search(folded))]
    return min(found, key=lambda match: match.start(), default=None)


def _due(text: str, passage: Passage) -> Written | None:
    """The date that a promise is for: the first after its verb or else before it."""
    folded = fold(text)
    verb = _promise(folded) or _DATED_ONLY.search(folded)
    at = verb.start() if verb else 0
    dates = [date for date in find_dates(text) if not _in_name(text, date)]
    after = [date for date in dates if date.start >= at]
    before = [date for date in dates if date.start < at and _opens(text, date)]
    if after or before:
        return (after or before)[0]
    planned = _PLANS.search(passage.title)
    return Written(planned.group("year"), planned.group("year"), 0, 0) if planned else None


def _in_name(text: str, date: Written) -> bool:
    """Whether a bare year belongs to a name, as in “the U Matter Survey 2017” or “the 2011 review”."""
    if not date.is_year:
        return False
    before = text[: date.start].rstrip()
    return re.search(r"\b(?:by|in|during|from|until|before|of)$", before, re.IGNORECASE) is None


def _opens(text: str, date: Written) -> bool:
    """Whether a date before the verb says when, as at the start of a clause."""
    return (
        re.search(r"(?:^|[,;] ?)(?:and )?(?:in|from|by|on|during|until) $", text[: date.start], re.I)
        is not None
    )


def _promising_clause(sentence: str) -> str:
    """The part of a sentence that promises, where the part before tells of what is done."""
    for found in _CLAUSE.finditer(sentence):
        before = sentence[: found.start()]
        if _FINISHED.search(before) and not re.search(r"\b(?:will|shall)\b", before):
            return sentence[found.end() :]
    return sentence


def _owner(text: str) -> str | None:
    found = _OWNER.match(text)
    if found is None or _PASSIVE.search(text):
        return None
    owner = found.group("owner")
    return None if owner.casefold() == "we" or owner.split()[0].casefold() in _NOBODY else owner
