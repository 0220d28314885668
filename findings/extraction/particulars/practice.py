"""The practice studies that a joint inspection tells apart from its findings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..recognition.sense import sense_of_heading
from ..text import fold, tidy
from ..vocabulary import Kind
from .passages import Passage, Unit

_TITLE = re.compile(
    r"^(?:practice|case) stud(?:y|ies)\b\s*(?:\d+\s*)?[:–—-]?\s*(?P<about>.*)$", re.IGNORECASE
)
_GOOD = re.compile(r"\b(?:effective|good|strong|highly effective|positive)\b")


@dataclass(frozen=True, slots=True)
class PracticeStudy:
    """One practice study, with the kind that its title gives it."""

    kind: Kind
    title: str
    text: str

    def as_dict(self) -> dict[str, str]:
        """As plain data, in the shape of the inventories."""
        return {"kind": self.kind.value, "title": self.title, "text": self.text}


def practice_studies(passages: Sequence[Passage]) -> list[PracticeStudy]:
    """The practice studies of a document whose titles say what they show."""
    studies: list[PracticeStudy] = []
    for position, passage in enumerate(passages):
        found = _TITLE.match(passage.text)
        if found is None or not found.group("about") or len(passage.text.split()) > 12:
            continue
        kind = _kind(found.group("about"))
        if kind is None:
            continue
        body: list[str] = []
        for following in passages[position + 1 :]:
            if following.unit is Unit.HEADING or _TITLE.match(following.text):
                break
            body.append(tidy(following.text))
        studies.append(PracticeStudy(kind, tidy(passage.text), " ".join(body)))
    return studies


def _kind(about: str) -> Kind | None:
    sense = sense_of_heading(about)
    if sense.kind is not None:
        return sense.kind
    return Kind.STRENGTH if _GOOD.search(fold(about)) else None
