"""Paragraphs that praise or find fault outright: “Inspectors praised …”, “I remain concerned about …”."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from .. import cues, genres, verdicts
from ..text import fold
from ..vocabulary import Kind
from .suggestion import suggest_kind

_MOST_SENTENCES = 3
_BESIDE = re.compile(r", (?:that|which|who|whose) [^,.;]{3,80},")
"""What a sentence adds about its subject before it goes on."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_CONTRAST, _EARLIER = re.compile(rf"\b{cues.CONTRASTS}"), re.compile(genres.EARLIER)
_THAN = re.compile(r"\b(?:since|than)\b[^,.;]{0,60}")
_AHEAD = re.compile(rf"{verdicts.PLANS}|\b(?:plan(?:s|ned)? to|will|would|shall)\b|\d ?(?:%|per cent)")
_PLANS, _THOUGHT = re.compile(verdicts.PLANS), re.compile(verdicts.THOUGHT)
_HEARD, _CREDIT = re.compile(verdicts.HEARD), re.compile(verdicts.CREDIT)
_SAID = (
    (re.compile(verdicts.ADDED + verdicts.PRAISE), Kind.STRENGTH),
    (re.compile(verdicts.ADDED + verdicts.FAULT), Kind.AREA),
)
_TELLS = re.compile(verdicts.ADDED + verdicts.SAID)
_TOLD = (
    (re.compile(rf"\b{verdicts.TOLD_PRAISE}"), Kind.STRENGTH),
    (re.compile(rf"\b{verdicts.TOLD_FAULT}"), Kind.AREA),
)
_OF_SOME, _GIVES_GRADE = re.compile(verdicts.TOLD_OF_SOME), re.compile(genres.GIVES_GRADE)
_STRIKES = (
    (re.compile(rf"{verdicts.STRUCK}|{verdicts.SAID_STRONG}"), Kind.STRENGTH),
    (re.compile(rf"{verdicts.TROUBLED}|{verdicts.SAID_WANTING}"), Kind.AREA),
)
_NAMES = ((re.compile(verdicts.IS_STRONG), Kind.STRENGTH), (re.compile(verdicts.IS_WANTING), Kind.AREA))
_JUDGES = (
    (re.compile(verdicts.STANDS_OUT), Kind.STRENGTH),
    (re.compile(verdicts.FALLS_SHORT), Kind.AREA),
)


@dataclass(frozen=True, slots=True)
class Voices:
    """Whose words stand in a place: those of reviewers whom it names, or also those of the reviewers who write."""

    own: bool = False
    """Whether “we” and “I” are the reviewers."""
    told: bool = False
    """Whether the place is about what was found, so that any team or report is theirs."""
    goes_on: bool = False
    """Whether the paragraph before reports reviewers, so that “they” are these."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A kind and the words of a paragraph that give it."""

    kind: Kind
    phrase: str


def verdict_of(text: str, voices: Voices) -> Verdict | None:
    """What a paragraph says outright of its kind; None where it takes that back, or is about plans or the past."""
    folded = fold(text)
    if _EARLIER.search(_THAN.sub("", folded)) or _PLANS.search(folded):
        return None
    sentences = [fold(sentence).rstrip(".") for sentence in _SENTENCE.split(text)[:_MOST_SENTENCES]]
    if _CONTRAST.search(folded):
        return _stands_by(sentences[0], folded, voices)
    then = replace(voices, goes_on=voices.goes_on or names_reviewers(text))
    told = [_of_sentence(each, then if at else voices) for at, each in enumerate(sentences)]
    found = [verdict for verdict in told if verdict is not None]
    if len({verdict.kind for verdict in found}) != 1:
        return None
    first = found[0]
    begins = _of_sentence(sentences[0], voices) is not None
    return first if begins or suggest_kind(text, otherwise=first.kind).kind is first.kind else None


def _stands_by(first: str, folded: str, voices: Voices) -> Verdict | None:
    """The fault that reviewers find in a first sentence, where what follows a “but” later does not take it back."""
    if _speaker(voices).match(first) is None:
        return None
    verdict = _of_sentence(first, voices) if _CONTRAST.search(first) is None else None
    if verdict is None or verdict.kind is not Kind.AREA:
        return None
    rest = " ".join(folded[turn.end() :] for turn in _CONTRAST.finditer(folded))
    return verdict if suggest_kind(rest, otherwise=Kind.AREA).kind is Kind.AREA else None


def leaning_of(text: str) -> Verdict | None:
    """What a paragraph in which nobody is named tells of its subject; None where it says both, or is about plans."""
    folded = fold(text)
    if _CONTRAST.search(folded) or _EARLIER.search(_THAN.sub("", folded)) or _AHEAD.search(folded):
        return None
    told: list[Verdict] = []
    for sentence in _SENTENCE.split(text)[:_MOST_SENTENCES]:
        clause = fold(sentence).rstrip(".")
        judged = next(
            (Verdict(kind, hit.group()) for each, kind in _JUDGES if (hit := each.fullmatch(clause))), None
        )
        told += filter(None, [judged or _of_clause(clause)])
    return told[0] if len({verdict.kind for verdict in told}) == 1 else None


def names_reviewers(text: str) -> bool:
    """Whether a paragraph begins with reviewers, of whom the next may go on to tell."""
    return _speaker(Voices()).match(fold(text)) is not None


def _of_sentence(folded: str, voices: Voices) -> Verdict | None:
    folded = _BESIDE.sub("", folded)
    spoken = _speaker(voices).match(folded)
    if spoken is not None:
        rest = folded[spoken.end() :]
        for verbs, kind in _SAID:
            said = verbs.match(rest)
            if said is not None:
                return Verdict(kind, said.group().strip())
        begins = _TELLS.match(rest)
        if begins is not None:
            return _of_clause(rest[begins.end() :])
    struck = _first_of(_STRIKES + (_NAMES if voices.told else ()), folded)
    if struck is not None or not voices.told:
        return struck
    own = (_CREDIT.match(folded) or _THOUGHT.search(folded)) if voices.own else None
    heard = _HEARD.match(folded) or own
    if heard is not None:
        return Verdict(Kind.STRENGTH, heard.group().strip())
    judged = next(((hit, kind) for each, kind in _JUDGES if (hit := each.fullmatch(folded))), None)
    return Verdict(judged[1], judged[0].group()) if judged is not None and voices.own else None


def _first_of(patterns: Iterable[tuple[re.Pattern[str], Kind]], folded: str) -> Verdict | None:
    """The verdict of the first pattern with which a sentence begins."""
    hits = ((pattern.match(folded), kind) for pattern, kind in patterns)
    return next((Verdict(kind, hit.group().strip()) for hit, kind in hits if hit is not None), None)


def _of_clause(folded: str) -> Verdict | None:
    """What reviewers told of, where it is good or wanting in plain words and not both."""
    if _OF_SOME.search(folded) or _GIVES_GRADE.search(folded):
        return None
    told = [(hit.group(), kind) for pattern, kind in _TOLD if (hit := pattern.search(folded)) is not None]
    return Verdict(told[0][1], told[0][0]) if len(told) == 1 else None


@lru_cache
def _speaker(voices: Voices) -> re.Pattern[str]:
    """How a sentence begins in which one of the voices speaks."""
    who = [verdicts.REVIEWERS]
    who += [verdicts.NEAR] if voices.told else []
    who += [verdicts.WE] if voices.own else []
    who += [verdicts.THEY] if voices.goes_on else []
    return re.compile(rf"{verdicts.OPENINGS}(?:{'|'.join(who)}) ")
