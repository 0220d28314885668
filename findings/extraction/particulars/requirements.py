"""What a letter requires of those it is sent to, and by when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..text import tidy
from .dates import find_dates
from .passages import Passage, Unit

_REQUIRED = re.compile(
    r"\b(?P<owner>[A-Z][^.;]{0,200}?),?\s+(?:should|must|is required to|are required to|shall"
    r"|is asked to|are asked to|will need to)"
    r"\s+(?:therefore |now |also )?(?:send|submit|prepare and submit|provide|return|share|produce)\b[^.;]{0,200}?"
    r"\b(?P<what>written statement(?: of (?:proposed )?action)?|(?:draft )?action plan"
    r"|written response|response"
    r"|improvement plan|statement of action)\b"
)
_PASSIVE = re.compile(
    r"\b(?:the |a |this )?(?P<what>written statement(?: of (?:proposed )?action)?"
    r"|(?:draft )?action plan|(?:written )?response"
    r"|improvement plan|statement of action) (?:should|must|is to|shall"
    r"|needs to) be (?:sent|submitted|returned|provided)\b",
    re.IGNORECASE,
)
_PRINCIPAL = re.compile(r"\b(?:that )?(?P<owner>(?:the )?[\w’' ]{3,60}?) is the principal authority\b")
_WORKING_DAYS = re.compile(r"\bwithin (?P<days>\d{1,3}|seventy|twenty) working days\b", re.IGNORECASE)
_KINDS = {
    "written statement": "written statement of proposed action",
    "statement of action": "written statement of proposed action",
}


@dataclass(frozen=True, slots=True)
class Requirement:
    """Something to be sent by a day that the letter names; the named day stands over any general rule."""

    text: str
    kind: str
    due: str | None
    due_as_written: str | None
    owner: str | None
    source_ref: str

    def as_dict(self) -> dict[str, object]:
        """As plain data, in the shape of the inventories."""
        return {
            "text": self.text,
            "kind": self.kind,
            "due": self.due,
            "due_as_written": self.due_as_written,
            "owner": self.owner,
            "source_ref": self.source_ref,
        }


def requirements(passages: Sequence[Passage]) -> list[Requirement]:
    """The written answers that a reviewer demands by a date or within working days."""
    found = []
    named = (match for passage in passages if (match := _PRINCIPAL.search(passage.text)))
    principal = next((tidy(match.group("owner")).rpartition("that ")[2] for match in named), None)
    for passage in passages:
        if passage.unit is Unit.HEADING:
            continue
        for sentence in passage.sentences:
            required = _REQUIRED.search(sentence) or _PASSIVE.search(sentence)
            if required is None:
                continue
            rest = sentence[required.start("what") :]
            day = next((date for date in find_dates(rest) if not date.is_year), None)
            days = _WORKING_DAYS.search(rest)
            if day is None and days is None:
                continue
            as_written = day.as_written if day else days.group() if days else None
            what = required.group("what")
            kind = next((kind for words, kind in _KINDS.items() if words in what), what)
            text = tidy(sentence)
            owner = tidy(required.group("owner")) if "owner" in required.groupdict() else principal
            found.append(Requirement(text, kind, day.iso if day else None, as_written, owner, passage.ref))
    return found
