"""What a heading, a sentence or a cell says about the findings near it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from .. import ending_titles, finding_titles, genres, vocabulary
from ..strand_names import COUNT, bare_strand
from ..survey_words import survey_term
from ..text import ended, fold, split_number, tidy
from ..vocabulary import Kind
from .phrases import Match, any_of, find_terms

HEADING_LIMIT = 160
_TITLE_LENGTH, _TITLE_WORDS = 100, 12
_UNSURE, _YOURS, _PLAIN, _FEW_WORDS = 0.55, 0.6, 0.9, 3
_BRACKETED = re.compile(r"\([^()]{0,200}\)?|\[[^\[\]]{0,200}\]?")
_CONTINUED = re.compile(r"\s*[(\[]?\b(?:continued|cont(?:'?d|inued|\.)?)[)\]]?\.*\s*$", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s+[-–—:|/]\s+|:\s+|\s+[-–—]$|^[-–—:]\s+")
_OF_DOCUMENT = re.compile(r"(?:section|part) ", re.IGNORECASE)
"""What counts the parts of a document rather than its strands, whose names have their number."""
_PART = re.compile(r"^\d{1,2}[A-Za-z]?\.?\s+(?=[A-Z])")
"""The number of a part without a full stop, or with a letter, as that of a part put in later has."""
_NOTE_MARK = re.compile(r"(?<=\?)\d{1,2}$")
_FOOTNOTE = re.compile(r"(?<=[a-z?])\d{1,2}$")
_EDGE_WORDS = re.compile(
    r"^(?:(?:in|for|of|on|about|under|and|within|across|the|-)\s+)+|(?:\s+(?:-|and|in|of|for))+$",
    re.IGNORECASE,
)
_PLURAL_NAME = re.compile(r"strengths$|^(?:areas|points) (?:for|of) |(?:areas|points|needs)$")
_PREPOSITION = re.compile(r" (?:in|of|at|across|for|within|by|from|to)\b")
_WORD = re.compile(r"[\w']+")


_ENDS, _FINDINGS, _CONTAINERS = (
    any_of(ending_titles.ENDS),
    any_of(finding_titles.FINDINGS),
    any_of(vocabulary.CONTAINERS),
)
_TOLD = re.compile(finding_titles.TOLD)
_URGENT = re.compile(genres.URGENT)
_EARLIER, _SINCE = re.compile(genres.EARLIER), re.compile(genres.SINCE_THEN)
_CLOSINGS = any_of(vocabulary.CLOSINGS)
_OVERALL = re.compile(rf"\b{vocabulary.OVERALL}\b")
_REVIEWED = re.compile(vocabulary.REVIEWED)
_TAILS = re.compile(rf"(?:{vocabulary.TAILS})$")
_SIGNS = re.compile(r"^[^\w\s\"'(+-]+\s+")
"""Signs before a heading, as faces are in reports for children."""
_GRADED_TITLE = re.compile(
    r"[A-Z][^.:;]{10,130}(?::| [-–—]) ?(?:outstanding|good|inadequate|requires improvement(?: to be good)?)",
    re.IGNORECASE,
)
_QUESTION = re.compile(vocabulary.QUESTIONS, re.IGNORECASE)
_STUDY, _TIMES = re.compile(vocabulary.PRACTICE_STUDY), re.compile(vocabulary.TIMES)
_ASKED = re.compile(rf"\b{vocabulary.ASKING}$")
_FOR, _ARTICLE = re.compile(r"^for ", re.IGNORECASE), re.compile(r"^the ", re.IGNORECASE)
_OPEN_ENDED = re.compile(rf"\b{vocabulary.OPEN_ENDED}$", re.IGNORECASE)
_SENTENCE_WORDS = re.compile(rf"\b{vocabulary.SENTENCE_WORDS}\b", re.IGNORECASE)
_ATTRIBUTION = re.compile(vocabulary.ATTRIBUTION, re.IGNORECASE)


class Role(StrEnum):
    """What a heading does for what stands under it."""

    KIND = "kind"
    MIXED = "mixed"
    END = "end"
    FINDINGS = "findings"
    CONTAINER = "container"
    CLOSING = "closing"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Sense:
    """How a heading was understood."""

    role: Role
    title: str
    kind: Kind | None = None
    phrase: str = ""
    strand: str | None = None
    overall: bool = False
    weight: float = 0.0
    recommends: bool = False
    strand_named: bool = False
    """Whether it says outright that a strand follows, as in “The inspector for … found”."""
    aside: bool = False
    """Whether a practice study follows, after which what was before it may go on."""


def titled(text: str) -> bool:
    """Whether a line is short and unfinished, as titles are."""
    if len(text) > _TITLE_LENGTH or "\n" in text or text.endswith((",", ";", "-")):
        return False
    closed = ended(text) and not text.endswith("?")
    return not closed and len(text.split()) <= _TITLE_WORDS and any(letter.isalpha() for letter in text)


def titled_at_length(text: str) -> bool:
    """Whether a line in bold is a title although it is long: a question, or what a theme with a number is called."""
    if len(text) > HEADING_LIMIT or "\n" in text:
        return False
    return text.endswith("?") or (COUNT.match(text) is not None and not ended(text))


def asks_at_length(text: str) -> bool:
    """Whether a line is one of the questions that reports answer below it, however long it is."""
    return len(text) <= HEADING_LIMIT and "\n" not in text and _QUESTION.fullmatch(text) is not None


def titled_with_grade(text: str) -> bool:
    """Whether a line is a title, however long, that ends with the grade of what it names."""
    return len(text) <= HEADING_LIMIT and "\n" not in text and _GRADED_TITLE.fullmatch(text) is not None


def clean_title(text: str) -> str:
    """A heading without its number, its colon and any “(continued)”; the number of a strand is part of its name."""
    title = tidy(text)
    numbered = split_number(title)
    if numbered is not None and numbered[1]:
        title = numbered[1]
    title = _PART.sub("", title) or title
    title = bare_strand(title) if _OF_DOCUMENT.match(title) else title
    title = _CONTINUED.sub("", title).strip().rstrip(":").strip()
    return _NOTE_MARK.sub("", title)


@lru_cache(maxsize=2048)
def sense_of_heading(text: str) -> Sense:
    """Classify a heading by the vocabulary of the field; the name of a strand keeps the number that it has."""
    named = clean_title(text)
    title = bare_strand(named)
    said = survey_term(fold(title)) if text.rstrip().endswith(":") else None
    if said is not None:
        return Sense(Role.KIND, title, kind=said.kind, phrase=title, weight=said.weight)
    sense = _sense_of(title)
    if sense.role is Role.OTHER and not sense.strand_named:
        return replace(sense, title=named[:HEADING_LIMIT])
    if sense.role is Role.KIND and sense.strand:
        return replace(sense, strand=named.removesuffix(title) + sense.strand)
    return sense


def _sense_of(title: str) -> Sense:
    if len(title) > HEADING_LIMIT:
        return Sense(Role.OTHER, title[:HEADING_LIMIT])
    folded = _FOOTNOTE.sub("", fold(_BRACKETED.sub(" ", title))).rstrip(" ?!.:").strip()
    folded = _SIGNS.sub("", _TAILS.sub("", folded))
    if _CLOSINGS.match(folded) or _STUDY.fullmatch(folded):
        aside = _STUDY.fullmatch(folded) is not None
        return Sense(Role.END if aside else Role.CLOSING, title, aside=aside)
    folded = _without_since(folded)
    matches = find_terms(folded)
    kinds = {match.term.kind for match in matches}
    if matches and _EARLIER.search(folded):
        return Sense(Role.END, title)
    if len(kinds) > 1:
        return Sense(Role.MIXED, title)
    if not (matches and matches[0].start <= 12) and _ENDS.fullmatch(folded):
        return Sense(Role.END, title)
    if matches:
        return _kind_sense(title, folded, matches)
    for role, pattern in ((Role.FINDINGS, _FINDINGS), (Role.CONTAINER, _CONTAINERS)):
        if pattern.fullmatch(folded):
            told = title if _TOLD.fullmatch(folded) else None
            return Sense(
                role, title, strand=(_strand_after(title) or told) if role is Role.FINDINGS else None
            )
    spoken = _ATTRIBUTION.fullmatch(title)
    if spoken is None:
        return Sense(Role.OTHER, title)
    return Sense(Role.OTHER, _capital(spoken.group("strand")), strand_named=True)


def _without_since(folded: str) -> str:
    """A heading that begins with findings, without what it says of the time since which they are."""
    rest = _SINCE.sub("", folded)
    matches = find_terms(rest) if rest != folded else []
    return rest if matches and not matches[0].start else folded


def _kind_sense(title: str, folded: str, matches: list[Match]) -> Sense:
    """A heading with phrases of one kind: all of it, or beside the name of a strand."""
    best = max(matches, key=lambda match: match.end - match.start)
    rest = folded[: matches[0].start] + " | " + folded[matches[-1].end :]
    spare = [
        word
        for word in _WORD.findall(rest)
        if word.removesuffix("'") not in vocabulary.FILLERS and not word.isdigit()
    ]
    spoken = _ATTRIBUTION.match(title)
    if spoken is not None or _REVIEWED.fullmatch(rest.replace("|", "").strip()):
        spare = []
    weight = best.term.weight
    strand = _strand_beside(title) if spare else None
    if spoken is not None:
        strand = _capital(spoken.group("strand"))
    if spare and strand is None:
        if len(spare) > _FEW_WORDS or best.term.weight < 1:
            return Sense(Role.OTHER, title)
        weight = _PLAIN if _begins_plainly(folded, matches[0]) else _UNSURE
    if folded.startswith("your "):
        weight = min(weight, _YOURS)
    return Sense(
        Role.KIND,
        title,
        kind=best.term.kind,
        phrase=best.text,
        strand=strand,
        overall=_OVERALL.search(folded) is not None,
        weight=weight,
        recommends=best.term.recommends,
        strand_named=spoken is not None,
    )


def _begins_plainly(folded: str, first: Match) -> bool:
    """Whether a heading begins with its phrase and goes on with where, as “Strengths seen across the sector” does."""
    place = _PREPOSITION.search(folded, first.end) if first.start == 0 else None
    between = _WORD.findall(folded[first.end : place.start()]) if place is not None else []
    return place is not None and all(word in vocabulary.FILLERS for word in between)


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _strand_after(title: str) -> str | None:
    """The strand in “What we found – Housing”."""
    parts = [part for part in _SEPARATOR.split(title) if part.strip()]
    return parts[1].strip() if len(parts) == 2 else None


def _strand_beside(title: str) -> str | None:
    """The strand in “Strengths – Leadership”, “Leadership: strengths” or “Strengths in leadership”."""
    parts = [part for part in _SEPARATOR.split(title) if part.strip()]
    if len(parts) > 1:
        others = [part for part in parts if not find_terms(fold(part))]
        if len(others) == 1:
            return _EDGE_WORDS.sub("", others[0]).strip(" :-–—") or None
    folded = fold(title)
    found = find_terms(folded)
    if len(found) != 1 or len(folded) != len(title):
        return None
    start, end = found[0].start, found[0].end
    strand = ""
    if start == 0 and re.match(r" (?:in|under|within) ", folded[end:]):
        strand = title[end:]
    elif (
        end == len(folded)
        and _PLURAL_NAME.search(found[0].text)
        and not folded.split(" ", 1)[0].endswith("ing")
    ):
        strand = title[:start]
    strand = _EDGE_WORDS.sub("", strand.strip()).strip()
    if _SENTENCE_WORDS.search(strand) or _OPEN_ENDED.search(strand):
        return None
    return _capital(strand) or None


def strand_of(title: str) -> str | None:
    """The strand that a heading below one of a kind names; none where it only says who is asked, as “X should” does."""
    folded = fold(title)
    named = _FOR.sub("", title)
    if _ASKED.search(folded) or _TIMES.fullmatch(folded) or _REVIEWED.fullmatch(fold(named)):
        return None
    return _capital(_ARTICLE.sub("", named)) if named != title else title


def is_closing(text: str) -> bool:
    """Whether a paragraph begins the closing part of a letter."""
    return _CLOSINGS.match(fold(text[:120])) is not None


def has_sentence_word(text: str) -> bool:
    """Whether a line has a word that sentences have and names have not."""
    return _SENTENCE_WORDS.search(text) is not None


def is_sentence_about_findings(text: str) -> bool:
    """Whether a line is a sentence with a phrase of the vocabulary, so that it introduces and does not title."""
    return bool(_SENTENCE_WORDS.search(text) and find_terms(fold(text)))


def names_earlier(title: str) -> bool:
    """Whether a heading is about an earlier review, or what has come of it."""
    return _EARLIER.search(fold(title)) is not None


def is_urgent(title: str) -> bool:
    """Whether a heading is that of what cannot wait, as “Areas for priority action” is."""
    return _URGENT.search(fold(title)) is not None
