"""What a committee is asked to decide, and why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..text import fold, tidy
from .passages import Passage, Unit

_TITLE = re.compile(
    r"^(?:officer |committee )?recommendations?(?: to (?:the )?(?:committee|members|panel|board).*)?$"
)
_REASON_TITLE = re.compile(r"^reasons?(?: for (?:the )?recommendations?)?$")
_REASON = re.compile(
    r"^reasons?(?: for (?:the )?recommendations?)?\s*[:–—-]\s*(?P<reason>\S.*)$", re.I | re.S
)
_ASKS = re.compile(
    r"\b(?:members?|(?:the )?(?:\w+ ){0,6}(?:committee|panel|board|cabinet|executive|council))"
    r" (?:are|is|be) (?:therefore |also )?(?:invited|asked|recommended|requested)\b"
    r"|\bit is recommended that\b|\brecommended\s*(?::|that\b)|\bto (?:agree|note|consider"
    r"|approve|endorse)\b"
    r"|\bthis report is for (?:discussion|comment|information|noting)\b"
)
_VERBS = (
    "note", "consider", "agree", "approve", "endorse", "receive", "comment", "support", "scrutinise",
    "review", "discuss", "request", "recommend", "adopt", "welcome", "identify", "challenge", "accept",
    "refer", "delegate", "acknowledge", "continue to receive",
)  # fmt: skip
_FURTHER_ASK = re.compile(r"\band (?P<verb>agree to \w+)")


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One thing that a committee is asked to do."""

    number: int | str
    text: str
    sub: tuple[str, ...] = ()

    @property
    def verb(self) -> str | None:
        """What the committee is asked to do, in a word or two."""
        first = fold(self.text)
        verb = next((word for word in _VERBS if re.match(rf"(?:to )?{word}\b", first)), None)
        if verb is None:
            said = [(found.start(), word) for word in _VERBS if (found := re.search(rf"\b{word}", first))]
            verb = min(said)[1] if said else None
        further = _FURTHER_ASK.search(fold(" ".join(self.sub)))
        verb = "receive" if verb == "continue to receive" else verb
        return f"{verb} / {further.group('verb')}" if verb and further else verb

    def as_dict(self) -> dict[str, object]:
        """As plain data, in the shape of the inventories."""
        found: dict[str, object] = {"number": self.number, "text": self.text}
        if self.sub:
            found["sub"] = list(self.sub)
        return {**found, "verb": self.verb}


def recommendations(passages: Sequence[Passage]) -> tuple[list[Recommendation], str | None]:
    """The recommendations to a committee and the reason given for them.

    A reviewer's recommendations to the council ask no committee and give no reason: they are findings.
    """
    reason = _reason(passages)
    part = _part(passages)
    if not part or not (reason or any(_ASKS.search(fold(passage.text)) for passage in part)):
        return [], None
    return _read(part), reason


def _part(passages: Sequence[Passage]) -> list[Passage]:
    """What stands under the last heading for recommendations, lesser headings included."""
    starts = [index for index, passage in enumerate(passages) if _begins(passage)]
    if not starts:
        return []
    start = starts[-1]
    first = passages[start]
    part: list[Passage] = []
    for passage in passages[start:]:
        if _REASON.match(passage.text) or _REASON_TITLE.match(fold(passage.text).rstrip(": ")):
            break
        if passage.unit is Unit.HEADING and passage is not first:
            break
        if first.opens and passage.number != first.number:
            break
        if passage is not first:
            part.append(passage)
    return part


def _begins(passage: Passage) -> bool:
    if passage.unit is not Unit.HEADING and not passage.opens:
        return False
    own = fold(passage.title if passage.unit is Unit.HEADING else passage.text)
    return _TITLE.match(own.rstrip(": ")) is not None


def _read(part: list[Passage]) -> list[Recommendation]:
    points = [passage for passage in part if passage.unit is Unit.POINT]
    if not points:
        return [
            Recommendation(passage.number or place, tidy(passage.text))
            for place, passage in enumerate(part, 1)
            if passage.unit is not Unit.HEADING and not passage.text.endswith(":")
        ]
    found: list[Recommendation] = []
    least = min(point.level for point in points)
    count = 0
    lone = {number for number in (p.number for p in part if p.opens) if number is not None}
    for passage in part:
        if passage.unit is Unit.POINT and (
            passage.level == least or (passage.marker and not _under(found, passage))
        ):
            count += 1
            number = _numbered(passage, count)
            found.append(Recommendation(number, tidy(passage.text)))
        elif passage.unit is Unit.POINT and found:
            last = found[-1]
            found[-1] = Recommendation(last.number, last.text, (*last.sub, tidy(passage.text)))
        elif passage.opens and len(lone) > 1 and not passage.text.endswith(":"):
            found.append(Recommendation(passage.number or 0, tidy(passage.text)))
    return found


def _under(found: list[Recommendation], passage: Passage) -> bool:
    return bool(found) and passage.level > 0


def _numbered(passage: Passage, count: int) -> str:
    own = passage.marker or str(count)
    return f"{passage.number}.{own}" if passage.number is not None else own


def _reason(passages: Sequence[Passage]) -> str | None:
    for position, passage in enumerate(passages):
        if found := _REASON.match(passage.text):
            return tidy(found.group("reason"))
        if _REASON_TITLE.match(fold(passage.text).rstrip(": ")):
            following = [
                p for p in passages[position + 1 : position + 5]
                if p.unit is not Unit.HEADING and p.title == passage.title
            ]  # fmt: skip
            if following:
                return tidy(" ".join(p.text for p in following))
    return None
