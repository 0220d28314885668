"""Whom or what a sentence gives a grade to, where it names somebody."""

from __future__ import annotations

import re

from ..text import fold, tidy

OVERALL = "Overall effectiveness"
"""What a grade is given to that is not given to a part."""
_NAMED = re.compile(
    r"(?:(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bis )(?<!\bare )(?:found|judged|concluded|rated?|recognition|graded)\b"
    r"(?: that)?|\b(?:found|judged|concluded) that),?\s*(?P<subject>.+?),?"
    r"(?:\s+(?:is|are|was|were|as|to be|to require|judged|require[sd]?)\b|\s*[\"“‘])",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(?:said|says|stated|reported|noted) that (?P<subject>[^.;:]{2,80}?) require[sd]?\b", re.I
)
_VERB = re.compile(
    r"(?:\s+(?:is|are|was|were|has|have|had|been|as|to|be|judged|graded|rated|found|overall|outcome|then|now|still|also|that|which|who"
    r"|by (?:Ofsted|inspectors|HMICFRS|the \w+)))+$",
    re.I,
)
_OCCASION = re.compile(
    r"\s+(?:has been|had been|was|were) (?:\w+ )?(?:inspected|reviewed|visited)\b.*", re.I | re.S
)
_CLAUSE = re.compile(r"\b(?:after|because|since|when)\b|;", re.I)
_WHOLE = re.compile(r"(?:we|it|us|they|them|this)\b(?: (?:overall|to))?$|overall\b", re.I)
_IT = re.compile(r"(?:it|they|them)\b", re.I)
_INSPECTED = re.compile(
    r"\b(?:inspected|visited|reviewed) (?P<subject>(?:the|its|our|their|all) (?:[\w’'-]+ ){0,5}?[\w’'-]+)"
    r"(?=,| and | in \w+ (?:19|20)\d\d| (?:in|on|between|during|for) )",
    re.I,
)
_PART = re.compile(r"\s+(?:for|at|in respect of) (?P<subject>[^.,;:]{3,120}?)(?=[.,;:]|\s+and\b|$)", re.I)
_WORD = re.compile(r"[^\W\d_]{3,}")
_SOME = re.compile(
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|none|some|most)\b", re.IGNORECASE
)
_ONE_CASE = re.compile(
    r"(?:^|\s)(?:audit|case|file|plan|record)s?$|\b(?:its|our|the|their) (?:\w+ ){0,2}inspection\b"
)
"""What is graded but is no service: cases that were read, or the occasion."""
_EMPTY = frozenset(
    word
    for line in (
        "all and are been being both but for from had has have its not one our she than that the their them then they",
        "these this those was were which who with require requires required requiring improvement good outstanding",
        "adequate inadequate judged graded rated grade grades judgement judgements found",
    )
    for word in line.split()
)
"""Words that name nobody and nothing to which a grade could be given."""


def subject_of(sentence: str, start: int, end: int) -> str:
    """What the grade between two places of a sentence is given to; empty where the sentence does not say."""
    part = _PART.match(sentence, end)
    if part is not None and _names_something(part.group("subject")):
        return tidy(part.group("subject"))
    if part is not None and _SOME.match(part.group("subject")):
        return ""
    text = _before(sentence, start)
    if _WHOLE.match(text) or fold(sentence[end:]).startswith("overall"):
        inspected = _INSPECTED.search(sentence, 0, start) if _IT.match(text) else None
        return tidy(inspected.group("subject")) if inspected else OVERALL
    return text if _names_something(text) else ""


def _before(sentence: str, start: int) -> str:
    """The words before a grade, or between it and who judged, that may name its subject."""
    found = _NAMED.search(sentence) or _SAID.search(sentence)
    if found is not None and found.start() < start:
        return _VERB.sub("", tidy(found.group("subject")))
    before = _VERB.sub("", sentence[:start].strip(" ,:\"“‘'"))
    return tidy(_OCCASION.sub("", _CLAUSE.split(before)[-1]))


def _names_something(text: str) -> bool:
    """Whether a text names somebody or something that has a grade."""
    if _SOME.match(text) or _ONE_CASE.search(fold(text)):
        return False
    return any(word not in _EMPTY for word in _WORD.findall(fold(text))) and not text[-1:].isdigit()
