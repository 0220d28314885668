"""A grade as sentences report it, with whom or what it was given to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .. import genres
from ..text import fold, tidy
from .graded_subjects import OVERALL, subject_of
from .passages import Passage, Unit

_NOT_YET = re.compile(
    r"(?:(?<!\bin )(?<!\bthey )(?<!\bwho )\bneed(?:s|ed|ing)?|\bin need of|\brequir(?:es?|ed|ing)|\bmust|\bnot"
    r"|\b(?:has|have|had) to|\bimprove|\bimprovement(?=\W{1,2}to be\b))\b"
    r"(?:(?!\b(?:assessed|considered|deemed|found|graded|judged|rated)\b)[^,.;:]){0,150}?\bto be [\"“‘']?$",
    re.IGNORECASE,
)
"""What needs something to be good, or is said not to be, is not good; unless it was judged to be so after all."""
GRADE = (
    r"(?:Outstanding|Good|Adequate|Inadequate|Requir(?:es?|ing) [Ii]mprovement(?: to be [Gg]ood)?"
    r"|Typically positive"
    r"|Performing (?:excellently|well|adequately|poorly))"
)
ONLY_GRADE = re.compile(rf"{GRADE}[.*†¹²³\d]?", re.IGNORECASE)
_QUOTED = r"[\"“‘']"
_SENTENCES = (
    re.compile(rf"\b(?:are|is|were|was) (?P<grade>{GRADE})(?=[.,;\s]*$)"),
    re.compile(rf"{_QUOTED}(?P<grade>{GRADE}),?\.?[\"”’']", re.IGNORECASE),
    re.compile(
        rf"\b(?:judged|graded|rated)(?: (?:it|them|this|these|services|overall|to be|to|as"
        rf"|at))*[: ]+(?P<grade>{GRADE})\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:judged|found|concluded)\b[^.;:]{0,100}? (?P<grade>require[sd]? improvement(?: to be good)?)\b",
        re.I,
    ),
    re.compile(
        rf"\b(?:judged?|grade[sd]?|rate[sd]?)\b[^.;:]{{0,100}}? (?:as|to be) (?P<grade>{GRADE})\b", re.I
    ),
    re.compile(
        r"\b(?:hmicfrs|inspection|inspectorate|inspectors?|ofsted|report)\b[^.:]{0,60}?\b(?:noted|reported|said|says|stated)"
        r" that [^.;:]{2,80}? (?P<grade>require[sd]? improvement(?: to be good)?)\b",
        re.I,
    ),
    re.compile(rf"\binspection (?:outcome )?was (?P<grade>{GRADE})\b", re.IGNORECASE),
    re.compile(r"\boverall effectiveness:? (?P<grade>require[sd]? improvement(?: to be good)?)\b", re.I),
    re.compile(rf"\boverall effectiveness\b[^.;]{{0,60}}?\b(?:is|as|was|to be) (?P<grade>{GRADE})\b", re.I),
    re.compile(
        rf"\b(?:inspect|ofsted|\bHM)[^.;:]{{0,80}}\bfound\b[^.;:]{{0,80}}? to be (?P<grade>{GRADE})\b", re.I
    ),
)
_TALLY = re.compile(
    r"\b\d+ (?:were|was|are|is|had been) (?:graded|judged|rated)\b"
    r"|\b(?:number|percentage|proportion|share) (?:of \w+ )?(?:graded|judged|rated)\b|"
    r"\b\d+\s*(?:\(\d+\s?%\))?\s*(?:of\b|LAs?\b|local authorit|councils?|schools?)|^\d+ |\d\s?%"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|all|both|most|some|half) of (?:the|our|its|their)\b",
    re.I,
)
_HYPOTHETICAL = re.compile(
    r"\b(?:wants?|hopes?|expects?|would|could|should|may|might|aim(?:s|ing)?|ambition|wish|get \w+ to|becom\w+)\b"
)
_ANY = re.compile(r"(?:[\d.]+ )?(?:if|where|when|whenever|any|each|every)\b", re.I)
"""How a sentence begins that says what is done with a grade, whoever gets it."""
_IN_PASSING = re.compile(r"\b(?:inspection|review|visit)\b[^.;]{0,40}, when\b[^,;]*$", re.I)
"""How a sentence comes to a grade that it only mentions: the one that was given last time."""
_SELF = re.compile(
    r"\b(?:judge|grade|rate|assess)(?:d)? (?:ourselves|itself|themselves)\b|\bself-assess", re.I
)
_INSPECTORATES = re.compile(r"\b(Ofsted|HMICFRS|HMIP|CQC|Care Quality Commission|Estyn|ISI)\b")
_FRAMEWORKS = (
    (re.compile(r"single inspection framework|\bSIF\b", re.I), "Single Inspection Framework (SIF)"),
    (re.compile(r"inspecti(?:on|ng) (?:of )?local authority children.s services|\bILACS\b", re.I), "ILACS"),
)
_ANOTHER = re.compile(rf"\band (?P<grade>{GRADE}) for (?P<subject>[^.,;:]{{3,120}})", re.I)
_EARLIER = re.compile(genres.EARLIER)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A grade that a review gave or that a paper reports."""

    subject: str
    grade: str
    body: str | None = None
    framework: str | None = None
    kind: str | None = None
    quote: str | None = None
    source_ref: str | None = None

    def as_dict(self) -> dict[str, object]:
        """As plain data, in the shape of the inventories: what is unknown is left out."""
        fields = ("body", "framework", "subject", "grade", "kind", "quote", "source_ref")
        return {name: value for name in fields if (value := getattr(self, name)) is not None}


def as_given(grade: str) -> str:
    """A grade as a scale has it, where a sentence says that services require improvement."""
    return re.sub(r"^(r)equir(?:ed?|ing)\b", r"\1equires", grade, flags=re.IGNORECASE)


def capital(grade: str) -> str:
    """A grade as a scale writes it."""
    return grade[:1].upper() + grade[1:].casefold() if grade.casefold() != grade else grade.capitalize()


def is_not_yet(before: str) -> bool:
    """Whether a sentence, up to the grade that it names, says what is needed for that grade."""
    return _NOT_YET.search(before) is not None


def reported(passages: Sequence[Passage]) -> list[Judgement]:
    """The grades that sentences report, each once; those of an earlier time only where there are no others."""
    found: dict[tuple[str, object], Judgement] = {}
    earlier: dict[tuple[str, object], Judgement] = {}
    framework = _framework(passages)
    for passage in passages:
        if passage.unit is Unit.HEADING:
            continue
        for sentence in passage.sentences:
            for overall, judgement in _in_sentence(passage, sentence, framework):
                key = (fold(judgement.grade).replace("requires", "require"), overall)
                (earlier if _EARLIER.search(fold(sentence)) else found).setdefault(key, judgement)
    return list((found or earlier).values())


def reported_overall(passages: Sequence[Passage]) -> list[Judgement]:
    """The grade that a sentence gives to the whole of what was inspected, and to nothing before."""
    for judgement in reported(passages):
        quote = judgement.quote or ""
        if "overall" in quote.casefold() and not _EARLIER.search(fold(quote)):
            return [replace(judgement, subject=OVERALL)]
    return []


def _in_sentence(
    passage: Passage, sentence: str, framework: str | None
) -> Iterator[tuple[object, Judgement]]:
    """The grades of a sentence, each with what sets it apart from others of the same grade."""
    match = _graded(sentence)
    if match is None:
        return
    first = _reported(passage, sentence, match, framework)
    if first is None:
        return
    yield "overall" in sentence.casefold() or match.group("grade")[0].isupper(), first
    for other in _ANOTHER.finditer(sentence, match.end()):
        subject = tidy(other.group("subject"))
        yield fold(subject), replace(first, subject=subject, grade=as_given(other.group("grade")))


def _graded(sentence: str) -> re.Match[str] | None:
    if _TALLY.search(sentence) or _SELF.search(sentence) or _ANY.match(sentence):
        return None
    for pattern in _SENTENCES:
        for match in pattern.finditer(sentence):
            before = sentence[: match.start("grade")]
            supposed = _HYPOTHETICAL.search(before[max(0, match.start() - 40) :])
            if not (supposed or _IN_PASSING.search(before) or is_not_yet(before)):
                return match
    return None


def _reported(
    passage: Passage, sentence: str, match: re.Match[str], framework: str | None
) -> Judgement | None:
    subject = subject_of(sentence, match.start("grade"), match.end("grade"))
    if not subject:
        return None
    body = _INSPECTORATES.search(sentence) or _INSPECTORATES.search(passage.text)
    named = body.group(1) if body else ("Ofsted" if framework and "inspector" in fold(sentence) else None)
    quoted = match.group().startswith(tuple("\"“‘'"))
    return Judgement(
        subject,
        match.group("grade") if quoted else as_given(match.group("grade")),
        body=named or "not named",
        framework=framework if "inspector" in fold(sentence) else None,
        kind="reported external judgement",
        quote=sentence,
        source_ref=passage.ref,
    )


def _framework(passages: Sequence[Passage]) -> str | None:
    for passage in passages:
        for pattern, name in _FRAMEWORKS:
            if pattern.search(passage.text):
                return name
    return None
