"""The assurance that a scrutineer gives, the standard that it cites and what it holds back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..text import tidy
from .dates import Written, find_dates
from .passages import Passage, Unit

_GIVEN = re.compile(
    r"\b(?:I am|I remain|we are|am) (?:\w+ ){0,3}(?:assured|satisfied|confident) that\b"
    r"|\bI (?:can|am able to|hereby|therefore|formally|do) (?:\w+ ){0,3}(?:give|provide"
    r"|offer|confirm|state|assure)\b"
    r"|\b(?:the )?(?:independent )?scrutineer (?:is|can|gives|provides|confirms) (?:\w+ ){0,4}assur"
    r"|\bmy (?:overall |formal )?(?:assurance|opinion|judgement) is that\b",
    re.IGNORECASE,
)
_ASSURES = re.compile(
    r"\bassur|\bsatisfied that|\bcompl(?:y|ies|iant|iance)|\bin line with|\bmeets? the requirements", re.I
)
_CORE = re.compile(
    r"\b(?:I|we) (?:am|are|remain|can|give|confirm)\b(?:(?!\b(?:I|we) (?:am|are|can)\b).)*\Z",
    re.IGNORECASE | re.DOTALL,
)
_STANDARD = re.compile(
    r"(?P<name>Working Together(?: to Safeguard Children)?)[”\"’',]*\s*(?:[(\[]?\s*)(?P<year>20\d\d)?",
    re.IGNORECASE,
)
_SHORT_STANDARD = re.compile(r"\bWT\s?(?P<year>20\d\d)")
_QUALIFIED = re.compile(
    r"\b(?P<words>(?:though|although|subject to|except(?: for| that)?"
    r"|with the exception of|save (?:for|that)|while|but"
    r"|however|notwithstanding|provided that)\b[^,.;]*)",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"^(?P<who>[^.\n]{3,90}?)[.,\s]+(?P<date>\d{1,2}[/. ].{4,20})$", re.DOTALL)
_ROLE = re.compile(r"\b(?:Independent )?(?:Scrutineer|Chair)\b")


@dataclass(frozen=True, slots=True)
class AssuranceStatement:
    """One formal statement of assurance."""

    text: str
    core: str
    given_by: str | None
    date: str | None
    source_ref: str
    qualification: str | None
    standard: str | None
    """The edition of Working Together that it cites, with its year where the statement gives one."""

    def as_dict(self) -> dict[str, object]:
        """As plain data, in the shape of the inventories."""
        return {
            "text": self.text,
            "core": self.core,
            "given_by": self.given_by,
            "date": self.date,
            "source_ref": self.source_ref,
            "qualified": self.qualification is not None,
            "qualification": self.qualification,
            "standard": self.standard,
        }


def assurance_statement(passages: Sequence[Passage]) -> AssuranceStatement | None:
    """The formal assurance in a document; the last where it says it more than once."""
    for position in range(len(passages) - 1, -1, -1):
        passage = passages[position]
        if passage.unit is Unit.HEADING:
            continue
        for sentence in passage.sentences:
            if _GIVEN.search(sentence) and _ASSURES.search(sentence):
                return _statement(sentence, passage, passages[position + 1 :], passages)
    return None


def _statement(
    sentence: str, passage: Passage, following: Sequence[Passage], everything: Sequence[Passage]
) -> AssuranceStatement:
    core = _CORE.search(sentence)
    signed, signed_on = _signature(following)
    qualified = _QUALIFIED.search(sentence)
    return AssuranceStatement(
        text=tidy(sentence),
        core=tidy(core.group()) if core else tidy(sentence),
        given_by=signed or _role(everything),
        date=signed_on.iso if signed_on else None,
        source_ref=passage.ref,
        qualification=tidy(qualified.group("words")) if qualified else None,
        standard=_standard(sentence) or _standard(passage.text),
    )


def _signature(following: Sequence[Passage]) -> tuple[str | None, Written | None]:
    for passage in following[:6]:
        found = _SIGNED.match(passage.text)
        dates = list(find_dates(passage.text))
        if found and dates:
            return tidy(found.group("who")), dates[-1]
    return None, None


def _role(passages: Sequence[Passage]) -> str | None:
    found = next((match for p in passages if (match := _ROLE.search(p.text))), None)
    return found.group() if found else None


def _standard(text: str) -> str | None:
    if found := _STANDARD.search(text):
        name = tidy(found.group("name"))
        return f"{name} ({found.group('year')})" if found.group("year") else name
    if found := _SHORT_STANDARD.search(text):
        return f"Working Together to Safeguard Children ({found.group('year')})"
    return None
