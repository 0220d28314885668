"""What a review looked at, and the plan of the council that a paper serves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..text import fold, split_number, tidy
from .numbers import whole_number
from .passages import Passage, Unit

_LINES_OF_ENQUIRY = re.compile(
    r"\bkey lines? of enquiry\b|\bkloes?\b|\blines of enquiry\b|\bterms of reference\b"
    r"|\b(?:review|peer team|inspection) (?:was asked|were asked|will"
    r"|would)? ?(?:to )?(?:focus|look|consider)(?:ed|s)? (?:on|at)\b"
)
_STATED = re.compile(r"\b(?P<count>\w+) (?:key )?(?:lines of enquiry|kloes?)\b")
_FOCUS = re.compile(
    r"\b(?P<text>(?:the|this|our) (?:\w+ ){0,3}(?:review|inspection) focus(?:ed|es|sed) on [^.;:]{3,200})",
    re.IGNORECASE,
)
_PLAN = re.compile(r"\b(?:council|corporate|community|city) (?:plan|priorit(?:y|ies)|strategy)\b")
_PLAN_NAME = re.compile(
    r"\b(?:[A-Z]\w+ )*(?:Council|Corporate|Strategic|Community) (?:Plan"
    r"|Strategy)(?: (?:20\d\d\s?[-–—/]\s?(?:20)?\d\d|20\d\d))?"
)
_RELATES = re.compile(r"\bpriorit(?:y|ies)|\bcontribut|\brelates? to|\bsupports?|\boutcomes?|\bobjectives?")


@dataclass(frozen=True, slots=True)
class Line:
    """One lettered or numbered point of a list."""

    letter: str
    text: str


@dataclass(frozen=True, slots=True)
class Scope:
    """What a review was asked to look at."""

    text: str | None = None
    lines_of_enquiry: tuple[Line, ...] = ()
    stated: int | None = None
    """How many lines of enquiry the document says that there were."""
    sections: tuple[str, ...] = ()
    run_in_headings: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """As plain data, in the shape of the inventories."""
        lines = [{"letter": line.letter, "text": line.text} for line in self.lines_of_enquiry]
        return {
            "text": self.text,
            "kloes": lines,
            "kloes_stated": self.stated,
            "sections": list(self.sections),
            "run_in_headings": list(self.run_in_headings),
        }


@dataclass(frozen=True, slots=True)
class CouncilPlan:
    """The plan that a paper says it serves, with the priorities it names."""

    name: str | None
    priorities: tuple[Line, ...] = field(default=())

    def as_dict(self) -> dict[str, object]:
        """As plain data, in the shape of the inventories."""
        priorities = [{"letter": line.letter, "priority": line.text} for line in self.priorities]
        return {"name": self.name, "priorities": priorities}


def scope(passages: Sequence[Passage]) -> Scope:
    """The lines of enquiry and the outline of a document."""
    lead, lines = _list_after(passages, _LINES_OF_ENQUIRY)
    text = next((found.group("text") for p in passages if (found := _FOCUS.search(p.text))), None)
    numbered = [p for p in passages if p.number is not None and p.unit is not Unit.HEADING]
    sections = dict.fromkeys(p.section for p in numbered if p.section)
    run_in = dict.fromkeys(p.title for p in numbered if p.title != p.section and not split_number(p.title))
    return Scope(text, lines, _stated(lead), tuple(sections), tuple(run_in))


def council_plan(passages: Sequence[Passage]) -> CouncilPlan | None:
    """The council's own plan and those of its priorities that a paper lists under it."""
    lead, priorities = _list_after(passages, _PLAN, also=_RELATES)
    if lead is None or not priorities:
        return None
    name = _PLAN_NAME.search(lead.text) or _PLAN_NAME.search(lead.title)
    return CouncilPlan(name.group() if name else None, priorities)


def _list_after(
    passages: Sequence[Passage], pattern: re.Pattern[str], *, also: re.Pattern[str] | None = None
) -> tuple[Passage | None, tuple[Line, ...]]:
    """The first list that a sentence or a heading of this kind introduces."""
    for position, passage in enumerate(passages):
        folded = fold(passage.text)
        heading = passage.unit is Unit.HEADING
        if not pattern.search(folded) or (also and not heading and not also.search(folded)):
            continue
        if not heading and not folded.rstrip().endswith((":", ";", "-")):
            continue
        lines = _points(passages[position + 1 :])
        if lines:
            return passage, lines
    return None, ()


def _points(following: Sequence[Passage]) -> tuple[Line, ...]:
    points: list[Line] = []
    for passage in following:
        if passage.unit is not Unit.POINT:
            break
        if points and passage.level > following[0].level and not passage.marker:
            last = points[-1]
            points[-1] = Line(last.letter, f"{last.text} {tidy(passage.text)}")
        else:
            points.append(Line(passage.marker or str(len(points) + 1), tidy(passage.text)))
    return tuple(points)


def _stated(lead: Passage | None) -> int | None:
    found = _STATED.search(fold(lead.text)) if lead else None
    return whole_number(found.group("count")) if found else None
