"""What a sentence says about the list or table after it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .. import genres, verdicts, vocabulary
from ..text import fold, split_number, tidy
from ..vocabulary import Kind
from .phrases import any_of, find_terms
from .sense import has_sentence_word

LEAD_IN_LIMIT = 600
_UNSURE, _PLAIN, _DOUBTFUL, _REPORTED = 0.55, 0.9, 0.8, 0.7
_ANAPHOR = re.compile(
    r"(?:these|those|they|this|in particular|specifically|for (?:example|instance))\b"
    r"|(?:\w+ ){0,2}(?:examples?|including|namely|particular|specifically)\s*:$"
)
_ADDED = re.compile(r",? (?:(?:all|each|both) of )?which [^,.]*:$")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_EARLIER, _TURNS = re.compile(genres.EARLIER), re.compile(genres.TURNS)
_REPORTS, _LEAD_IN_ENDS = any_of(genres.REPORTS), any_of(vocabulary.LEAD_IN_ENDS)
_COUNT = re.compile(r"^\d{1,3}(?:\.\d{1,3})*[.)]? ")
_NAMED = re.compile(rf"{verdicts.OPENINGS}(?:{verdicts.REVIEWERS}|{verdicts.NEAR}) ")
_INCLUDED = re.compile(r"\b(?:these (?:are|were|include)|include[sd]?)\b", re.IGNORECASE)
_POINTERS = re.compile(rf"\b{vocabulary.POINTERS}\b")


@dataclass(frozen=True, slots=True)
class LeadIn:
    """What a sentence says about the list or table after it."""

    kind: Kind | None
    phrase: str = ""
    weight: float = 0.0
    ends: bool = False
    recommends: bool = False
    asks: bool = False
    """Whether findings follow of a kind that it does not name."""
    turns: bool = False
    """Whether it sets them against those before."""


def sense_of_lead_in(text: str) -> LeadIn | None:
    """Classify a sentence that introduces something; None if it introduces nothing."""
    folded = _pointing_sentence(text)
    if folded is None:
        return None
    if _LEAD_IN_ENDS.search(_main_clause(folded)):
        return LeadIn(None, ends=True)
    matches = find_terms(folded)
    kinds = {match.term.kind for match in matches}
    if matches and _EARLIER.search(folded):
        return LeadIn(None, ends=True)
    last = _COUNT.sub("", folded)
    turns = _TURNS.match(last) is not None
    reports = turns or any(_REPORTS.fullmatch(each) for each in (fold(without_count(text)), last))
    if len(kinds) != 1:
        return LeadIn(None, phrase=text, asks=reports, turns=turns)
    best = max(matches, key=lambda match: (match.term.weight, match.end - match.start))
    if best.term.weight < _DOUBTFUL and not folded.endswith(":"):
        return LeadIn(best.term.kind if reports else None, best.text, _UNSURE, asks=reports)
    enough = _REPORTED if _NAMED.match(last) else _PLAIN
    sure = best.term.weight == 1 or (best.term.weight >= enough and folded.endswith(":"))
    weight = best.term.weight if sure else min(best.term.weight, _UNSURE)
    return LeadIn(best.term.kind, best.text, weight, recommends=best.term.recommends)


def ends_findings(text: str, lead: LeadIn, *, introduces: bool) -> bool:
    """Whether actions or decisions follow a sentence, and it does not only tell what something “included”."""
    return lead.ends and (introduces or _pointing_sentence(_INCLUDED.sub(" ", text)) is not None)


def starts_anew(text: str, lead: LeadIn) -> bool:
    """Whether a sentence that names no kind leads on to something of its own, and not to more of what was before."""
    folded = fold(without_count(text))
    sentence = folded.endswith(":") and has_sentence_word(folded)
    return lead.kind is None and not lead.ends and sentence and _ANAPHOR.match(folded) is None


def _main_clause(folded: str) -> str:
    """A sentence that names a kind without what a clause at its end adds, as “…, which the action plan takes up:”."""
    clause = _ADDED.sub("", folded)
    return clause if find_terms(clause) else folded


def without_count(text: str) -> str:
    """A paragraph without the number that it begins with."""
    numbered = split_number(text)
    return numbered[1] if numbered is not None and numbered[1] else text


def count_of(text: str) -> str:
    """The number of a part and a paragraph in it that a paragraph begins with, as “4.2”; empty where it has none."""
    numbered = split_number(tidy(text))
    return numbered[0] if numbered is not None and "." in numbered[0].strip("().") else ""


def _pointing_sentence(text: str) -> str | None:
    """The sentence, of the last two, that leads on to what follows; with the one that its “these” stands for."""
    sentences = _SENTENCE.split(tidy(text[-2 * LEAD_IN_LIMIT :]))[-2:]
    for index, sentence in enumerate(reversed(sentences)):
        folded = fold(sentence)
        if len(folded) > LEAD_IN_LIMIT:
            return None
        if (index == 0 and folded.endswith((":", ";", "-"))) or _POINTERS.search(folded):
            stands_for = index == 0 and len(sentences) > 1 and _ANAPHOR.match(folded)
            return f"{fold(sentences[0])} {folded}" if stands_for else folded
    return None
