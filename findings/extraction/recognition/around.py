"""What stands around a point: counts, the headings above, the sentence before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .. import cues, review_kinds, vocabulary
from ..learned import likeness_of
from ..text import ended, fold, is_numbered
from ..vocabulary import Kind
from .finds import Found
from .genre import (
    asks_body,
    is_beside_the_point,
    reports_reviewers,
    sums_up,
    tells_of_itself,
    tells_of_the_visit,
)
from .lead_in import sense_of_lead_in
from .named_points import is_numbered_finding
from .outline import Section
from .parting import parted, sentences_of
from .phrases import names_kind, names_other_kind
from .points import Point, is_counted, number_of, starts_late
from .region import Region
from .suggestion import leaning_to, suggest_kind

DOUBTED = 0.5
_MODALS = re.compile(rf"\b{vocabulary.MODALS}\b", re.IGNORECASE)
_ASKS = re.compile(rf"\b(?:{vocabulary.MODALS}|recommend(?:s|ed)?)\b", re.IGNORECASE)
_ASSIGNS, _OUTRIGHT = re.compile(cues.ASSIGNS), re.compile(cues.OUTRIGHT)
_FAULT = re.compile(cues.PLAIN_FAULT)
_BESIDE = re.compile(rf"{vocabulary.LOOKS}|{review_kinds.AHEAD}")
_COUNTS, _NEUTRAL = re.compile(r"\d"), re.compile(review_kinds.NEUTRAL)
_STATEMENT_WORDS, _AGAINST, _UNLIKE = 7, 1.0, 0.65
_LISTED = {"bullet", "item"}
_NARRATIVE_WORDS, _SENTENCE_WORDS, _OPENING_WORDS, _FEWEST_WORDS = 20, 10, 8, 4


@dataclass(slots=True)
class Counter:
    """Numbers the tables and the lists of a document."""

    tables: int = 0
    lists: int = 0
    last: int = 0
    """The number of the last recommendation."""


def is_aside(point: Point, region: Region) -> bool:
    """Whether a scrutineer speaks here of something else than what was found."""
    if region.summary:
        if point.unit == "paragraph":
            return not (region.sparing and _judges(point.text))
        counted = point.unit in {"para", "item"}
        return not counted or not suggest_kind(point.text).words or tells_of_itself(point.text)
    if region.enquiry:
        return not tells_what_was_found(point.text)
    if region.sparing and (point.unit != "paragraph" or point.marker or not is_plain(point.text)):
        return True
    if region.practice:
        if len(point.text.split()) < _SENTENCE_WORDS or (region.stated and tells_of_the_visit(point.text)):
            return True
        return not region.stated and tells_only_of_the_visit(point.text)
    if not region.narrative:
        return False
    words = len(point.text.split())
    leans = words >= _SENTENCE_WORDS and (bool(suggest_kind(point.text).words) or sums_up(point.text))
    running = is_counted(point) or words >= _NARRATIVE_WORDS or leans
    listed = point.unit in {"bullet", "item"} and not is_counted(point)
    return not running or listed or tells_of_itself(point.text)


def asks_about(point: Point, region: Region) -> bool:
    """Whether to ask about a point under no heading of a kind: findings stand there, or it reports what was found."""
    if (region.uncertain or region.practice) and not is_aside(point, region):
        return True
    if region.uncertain:
        return False
    return (not region.ended and is_numbered_finding(point.text)) or reports_reviewers(point.text)


def tells_only_of_the_visit(text: str) -> bool:
    """Whether a paragraph praises or finds fault only where it tells of the inspection itself, or of another."""
    others = [each for each in sentences_of(text) if not tells_of_the_visit(each)]
    return not any(suggest_kind(each).words for each in others)


def _judges(text: str) -> bool:
    """Whether a paragraph of a summary says at some length what was found."""
    return len(text.split()) >= _SENTENCE_WORDS and is_plain(text) and not tells_only_of_the_visit(text)


def tells_what_was_found(text: str) -> bool:
    """Whether a sentence of a text says something, and not of the visit, of plans or of what there is."""
    leads = text.endswith((":", "?")) or (names_kind(text, Kind.STRENGTH) and names_kind(text, Kind.AREA))
    if leads or len(text.split()) < _FEWEST_WORDS or is_beside_the_point(text):
        return False
    told = [
        each for each in sentences_of(text) if not (tells_of_the_visit(each) or _BESIDE.search(fold(each)))
    ]
    return any(suggest_kind(each).words or not _describes(each) for each in told)


def is_unlike_findings(text: str) -> bool:
    """Whether the sentences of a text, taken together, are most like what people labelled as no finding."""
    if not ended(text):
        return False
    shares = [likeness_of(sentence).neither for sentence in sentences_of(text)]
    return sum(shares) / len(shares) > _UNLIKE


def _describes(sentence: str) -> bool:
    """Whether a sentence that speaks for no kind only describes: it counts, or tells what is there or came when."""
    short = len(sentence.split()) < _STATEMENT_WORDS
    return short or _COUNTS.search(sentence) is not None or _NEUTRAL.search(fold(sentence)) is not None


def is_plain(text: str) -> bool:
    """Whether the words of a text plainly speak for one kind, and it neither asks something nor leads on."""
    plain = any(leaning_to(each)[1] >= DOUBTED for each in sentences_of(text))
    leads = not ended(text) or text.endswith("?") or sense_of_lead_in(text) is not None
    return plain and not leads and not (names_kind(text, Kind.STRENGTH) and names_kind(text, Kind.AREA))


def is_doubtful(point: Point, region: Region, counter: Counter, found: Sequence[Found]) -> bool:
    """Whether a point under a heading of a kind may be none of its findings, by its number and those before it.

    A list of recommendations that begins late, and not where the last left off, counts the paragraphs of a paper; and
    a paragraph of the document's own count strays among points that have other signs. Where the kind is only
    that of others who speak in the same form, so may a point be that names the other.
    """
    if (region.left_over and names_other_kind(point.text, region.kind)) or is_beside_the_point(point.text):
        return True
    first = next((each for each in found if each.unit != "paragraph"), None)
    late = starts_late(point.marker) and number_of(point.marker) != counter.last + 1
    if region.recommends and (late if first is None else first.confidence < DOUBTED):
        return True
    return point.unit == "para" and bool(found) and found[-1].unit not in {"para", "letter"}


def speaks_against(point: Point, region: Region) -> bool:
    """Whether a point finds fault in a list that is only taken for one of strengths, as nothing says so."""
    return region.inferred and _FAULT.search(fold(point.text)) is not None


def announces(text: str, region: Region) -> bool:
    """Whether a sentence only announces findings of the kind of a place, and asks for nothing itself."""
    leads = sense_of_lead_in(text) is not None and names_kind(text, region.kind)
    return leads and (text.rstrip().endswith(":") or _MODALS.search(text) is None)


def asks_for(text: str) -> bool:
    """Whether a paragraph recommends something, or says what should be or who is to do what."""
    return _ASKS.search(text) is not None or _ASSIGNS.match(fold(text)) is not None


def only_opens(point: Point, region: Region) -> bool:
    """Whether a paragraph before a list says too little to be a finding beside the points of it."""
    return (region.recommends and not asks_for(point.text)) or len(point.text.split()) < _OPENING_WORDS


def is_beside_list(point: Point, region: Region, section: Section) -> bool:
    """Whether a paragraph stands unmarked where a list gives the findings, and does not recommend anything itself."""
    outright = region.recommends and _OUTRIGHT.search(fold(point.text)) is not None
    return section.has_list and not (point.marker or outright)


def tells_in_points(point: Point, region: Region) -> bool:
    """Whether a point under no heading of a kind is of an account that may tell of findings."""
    counted = is_counted(point) or (region.practice and is_numbered(point.marker))
    return region.uncertain or region.enquiry or counted


def turning(point: Point, kind: Kind | None) -> list[Point]:
    """The parts of a paragraph that speaks, as a whole or in part, plainly for another kind; none where it does not."""
    parts = parted(point)
    other, weight = leaning_to(point.text)
    against = other is not kind and weight >= _AGAINST and is_plain(point.text)
    return parts if against or len(parts) > 1 else []


def tells_after_advice(point: Point, region: Region, found: Sequence[Found]) -> bool:
    """Whether a paragraph under recommendations asks for nothing, after one that did: it tells what came of that."""
    asked = (
        region.recommends
        and bool(found)
        and (any(each.unit in _LISTED for each in found) or asks_for(found[0].text))
    )
    return asked and not asks_for(point.text)


def decides(text: str, region: Region) -> bool:
    """Whether a point under recommendations asks a committee to decide, or leads on to what it is asked."""
    if not region.recommends:
        return False
    lead = sense_of_lead_in(text.split("\n", 1)[0])
    return asks_body(text) or (lead is not None and lead.ends)
