"""How a review worked: on site, with whom, on how many files."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..text import tidy
from .numbers import IN_WORDS, whole_number
from .passages import Passage, Unit

_COUNT = rf"(?:over |more than |around |about |approximately |nearly |at least )?(?:\d[\d,]*|{IN_WORDS})"
_CASE_FILES = re.compile(
    rf"\b(?P<count>{_COUNT}) (?:\w+ ){{0,2}}(?:case[- ]?files?|case records|files"
    rf"|case audits|children.s records)\b",
    re.I,
)
_PEOPLE = re.compile(
    rf"\b(?:discussions with|spoke (?:to|with)|met(?: with)?|interviewed|talked to"
    rf"|heard from)\s+(?P<count>{_COUNT} (?:people|staff|members of staff|professionals"
    rf"|practitioners|children|parents|stakeholders))\b",
    re.I,
)
_INSPECTORS = re.compile(rf"\b(?P<count>{_COUNT} (?:HMIs?|inspectors|peers|reviewers))\b", re.I)
_LENGTH = re.compile(
    rf"\b(?P<length>{_COUNT}[- ](?:day|week|month)s?[- ](?:period|visit|inspection|review)"
    rf"|{_COUNT} days (?:on[- ]?site|working in|collecting|in))\b",
    re.I,
)
_MEETINGS = re.compile(
    rf"\b(?P<count>{_COUNT} (?:focus groups|interviews|meetings|observations|visits to [\w ]+))\b", re.I
)
_EVIDENCE = re.compile(r"\bevidence\b|\bfollowing work\b|\bmethod\w*\b|\bactivit(?:y|ies)\b", re.I)
_BODY = re.compile(r"\b(?:inspect\w+|peers?|reviewers?|scrutin\w+|team|feedback|audit)\b", re.I)


def methodology(passages: Sequence[Passage]) -> dict[str, object]:
    """The figures of a review's method as it states them; only those that it states."""
    found: dict[str, object] = {}
    for passage in passages:
        if passage.unit is Unit.HEADING or not _BODY.search(passage.text):
            continue
        for sentence in passage.sentences:
            _figures(sentence, found)
    evidence = _evidence(passages)
    return found | ({"evidence": evidence} if evidence else {})


def _figures(sentence: str, found: dict[str, object]) -> None:
    if files := _CASE_FILES.search(sentence):
        count = whole_number(files.group("count").split()[-1])
        if count != 1:
            found.setdefault("case_files", count or files.group("count"))
    for name, pattern, group in (
        ("discussions_with", _PEOPLE, "count"),
        ("inspectors", _INSPECTORS, "count"),
        ("length", _LENGTH, "length"),
        ("meetings", _MEETINGS, "count"),
    ):
        if match := pattern.search(sentence):
            found.setdefault(name, tidy(match.group(group)))


def _evidence(passages: Sequence[Passage]) -> list[str]:
    """The points after a sentence that announces the evidence collected."""
    for position, passage in enumerate(passages[:40]):
        if (
            passage.unit is Unit.HEADING
            or not passage.text.endswith(":")
            or not _EVIDENCE.search(passage.text)
        ):
            continue
        points: list[str] = []
        for following in passages[position + 1 :]:
            if following.unit is not Unit.POINT:
                break
            points.append(tidy(following.text))
        if points and re.search(r"\bevidence\b|\bmethod", passage.text, re.I):
            return points
    return []
