"""Running text in which one sentence praises and the next finds fault, parted where the verdict turns."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from ..learned import likeness_of
from ..text import fold
from ..vocabulary import Kind
from .points import Point
from .sense import has_sentence_word
from .suggestion import leaning_to

_STOP = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(]?[A-Z0-9])")
_ABBREVIATED = re.compile(r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|No|Nos|vs|cf|para|e\.g|i\.e)|\b\d{1,2})\.$")
"""What ends with a full stop that ends no sentence."""
_CLAUSE = re.compile(
    r"(?:[;:]\s+|,?\s+[-–—]\s+|,\s+)(?=(?:but|however|yet|although|though|while|whilst|whereas)\b)|;\s+"
)
"""Where a clause ends and another may begin that stands against it."""
_JOINS = re.compile(r"(?:(?:and|but|however|yet|although|though|while|whilst|whereas|also),? )+")
_UNFINISHED = re.compile(
    r"(?:he|it|she|that|these|they|this|those)\b|(?:a|an|and|are|both|can|cannot|could|did|do|does|had|has|have|in|is|may|might|must|need|needs|never|not|of"
    r"|often|only|rather|remain|remains|seldom|should|still|that|to|too|was|were|which|who|will|with|without|would"
    r"|less|more|\w+ed)\b(?! is\b| are\b| was\b| were\b)"
)
"""How the rest of a clause begins that has no subject of its own."""
_TOPIC = re.compile(r"(?P<name>[A-Z][^.:;?!]{2,40})(?<! [A-Z])[.?]\s+(?=[A-Z“‘\"'])")
_TOPIC_WORDS = 5
_CONCEDES = re.compile(r"(?:although|though|while|whilst|despite|if|when|where|whereas)\b")
_GOES_ON = re.compile(r"(?:it|that|these|they|this|those)\b")
_FEWEST_WORDS = 4
_LIMIT = 10_000
"""A longer paragraph is no paragraph of an account, and would take long to part."""
_LIKE, _CERTAIN = 0.6, 0.9
"""How like findings a sentence must be, and how sure their kind, before that counts as a verdict."""
_CLEAR = 0.4
"""By how much words must lean to a kind before they count as a verdict."""


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    kind: Kind | None
    """The kind that its words plainly speak for, if any do."""


def parted(point: Point, *, told: Callable[[str], Kind | None] = lambda _: None) -> list[Point]:
    """A point whose sentences plainly speak now for one kind and now for the other, in parts of one kind each.

    `told` is the kind that a sentence gives outright. What speaks for neither stays with what it follows. A point of
    one kind, and one with points below it, stay whole.
    """
    if point.parts:
        return [point]
    pieces = [_Piece(text, told(text) or _likeness(text) or _verdict(text)) for text in _pieces(point.text)]
    if len({piece.kind for piece in pieces} - {None}) < 2:
        return [point]
    texts: list[str] = []
    current: Kind | None = None
    for piece in pieces:
        turns = piece.kind is not None and current is not None and piece.kind is not current
        if turns or not texts:
            texts.append(piece.text)
        else:
            texts[-1] = f"{texts[-1]} {piece.text}"
        current = piece.kind or current
    return [replace(point, text=text.rstrip(" ,;–—-"), part=at) for at, text in enumerate(texts, start=1)]


def begins_with_topic(text: str) -> bool:
    """Whether a paragraph begins with the name of what it is about, as “Thresholds. Decisions are sound” does."""
    topic = _TOPIC.match(text)
    if topic is None:
        return False
    asks = text[topic.end("name")] == "?"
    names = not has_sentence_word(topic["name"]) and not leaning_to(topic["name"])[1]
    return asks or (names and len(topic["name"].split()) <= _TOPIC_WORDS)


def _likeness(text: str) -> Kind | None:
    """The kind of which sentences like this are, where they surely are findings and do not go on with another."""
    likeness = likeness_of(text)
    sure = (
        _GOES_ON.match(fold(text)) is None
        and likeness.finding_share >= _LIKE
        and likeness.certainty >= _CERTAIN
    )
    return likeness.kind if sure else None


def _verdict(text: str) -> Kind | None:
    kind, weight = leaning_to(text)
    return kind if weight >= _CLEAR else None


def sentences_of(text: str) -> list[str]:
    """The sentences of a text; what stands in quotation marks is not parted."""
    if len(text) > _LIMIT:
        return [text]
    parts, start = [], 0
    for stop in _STOP.finditer(text):
        before = text[start : stop.end()].rstrip()
        if _ABBREVIATED.search(before[-12:]) is None and not _is_quoting(before):
            parts.append(before)
            start = stop.end()
    return [*parts, text[start:]]


def _pieces(text: str) -> list[str]:
    """The sentences of a text, and of one that is set against itself the clauses."""
    return [clause for sentence in sentences_of(text) for clause in _clauses(sentence)]


def _clauses(sentence: str) -> list[str]:
    """The two clauses of a sentence of which each says something whole, and one praises where the other does not."""
    if _CONCEDES.match(fold(sentence)):
        return [sentence]
    for turn in _CLAUSE.finditer(sentence):
        clauses = [sentence[: turn.end()].rstrip(), sentence[turn.end() :]]
        verdicts = [_verdict(clause) for clause in clauses]
        if None in verdicts or verdicts[0] is verdicts[1] or _is_quoting(clauses[0]):
            continue
        if all(len(clause.split()) >= _FEWEST_WORDS for clause in clauses) and _is_whole(clauses[1]):
            return clauses
    return [sentence]


def _is_whole(clause: str) -> bool:
    """Whether a clause has a subject, and does not only go on with what another began."""
    return _UNFINISHED.match(_JOINS.sub("", fold(clause), count=1)) is None


def _is_quoting(text: str) -> bool:
    """Whether quotation marks are open at the end of a text."""
    return text.count("“") > text.count("”") or text.count('"') % 2 == 1
