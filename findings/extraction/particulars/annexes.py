"""The annexes of a paper, the papers behind it and whom to ask about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..text import fold, tidy
from .passages import Passage, Unit

_LISTED = re.compile(r"^(?:list of )?(?:annex(?:es)?|appendi(?:x|ces))$")
_LABEL = r"(?:Annex|Appendix)\s+(?P<first>[A-Z]{0,2}\d{0,2})"
_LINE = re.compile(
    rf"^{_LABEL}(?P<more>(?:\s*(?:,|&|and|to)\s*(?:Annex "
    rf"|Appendix )?[A-Z]?\d{{0,2}}\b)*)\s*(?:[-–—:.]\s*|\s+)(?P<title>\S.*)$"
)
_RUN_ON = re.compile(r"\n|\s(?=(?:Annex|Appendix) [A-Z]?\d{0,2}\b(?: (?:and|&) [A-Z]\d{0,2})?\s*[-–—:])")
_ATTACHED = re.compile(
    rf"(?P<what>[^.;]{0, 200}?)\b(?:is|are|has been|have been)?\s*(?:attached|included|presented"
    rf"|provided|set out|appended)"
    rf" (?:at|as|in|to this report (?:at|as)) {_LABEL}\b"
)
_NAMED = re.compile(rf"(?:attached|included|presented|provided|set out|appended) .{{2,40}}?{_LABEL}")
_LEADING = re.compile(r"^(?:a copy of|a copy|the|this|further details? of)\s+", re.IGNORECASE)
_BACKGROUND = re.compile(r"^background (?:papers|documents)\b[:\s]*(?P<said>.*)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Annex:
    """One annex or appendix."""

    label: str
    title: str

    def as_dict(self) -> dict[str, str]:
        """As plain data, in the shape of the inventories."""
        return {"label": self.label, "title": self.title}


def annexes(passages: Sequence[Passage]) -> list[Annex]:
    """The annexes that a paper lists, or else those that it says are attached to it."""
    listed: list[Annex] = []
    for passage in passages:
        if passage.unit is not Unit.HEADING and _LISTED.match(fold(passage.title)):
            for line in _RUN_ON.split(passage.text):
                listed += _in_line(tidy(line))
    return listed or _attached(passages)


def background_papers(passages: Sequence[Passage]) -> str | None:
    """What a paper says of the papers behind it; “None” is an answer too."""
    for position, passage in enumerate(passages):
        found = _BACKGROUND.match(passage.text)
        if found is None:
            continue
        said = found.group("said").strip(" :")
        following = [p.text for p in passages[position + 1 : position + 9] if p.title == passage.title]
        return said or ("; ".join(following) if passage.unit is Unit.HEADING else "") or None
    return None


def _in_line(line: str) -> list[Annex]:
    found = _LINE.match(line)
    if found is None or not found.group("first"):
        return []
    word = line.split(" ", 1)[0]
    more = re.findall(r"[A-Z]?\d{1,2}|[A-Z]\b", re.sub("Annex|Appendix|and", " ", found.group("more")))
    return [Annex(f"{word} {name}", found.group("title").strip()) for name in [found.group("first"), *more]]


def _attached(passages: Sequence[Passage]) -> list[Annex]:
    found: dict[str, Annex] = {}
    for passage in passages:
        for sentence in (part for part in passage.sentences if _NAMED.search(part)):
            for match in _ATTACHED.finditer(sentence):
                label = f"{'Annex' if 'Annex' in match.group() else 'Appendix'} {match.group('first')}"
                if match.group("first"):
                    found.setdefault(label, Annex(label, _LEADING.sub("", match.group("what").strip(" ,"))))
    return list(found.values())
