"""Grades in the lines of plain text: a table set out with spaces, or one whose cells stand one below the other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..text import ended, tidy
from .broken_grades import GAP
from .graded import GRADE, ONLY_GRADE, Judgement, as_given, capital, is_not_yet

_SPACED_HEAD = re.compile(
    r"(?:judge?ments?|area|subject)\s{2,}(?:grades?|judge?ments?|ratings?)", re.IGNORECASE
)
_WIDEST = 90
_HEAD = re.compile(
    r"(?:areas?|aspects?|grades?|judge?ments?|outcomes?|ratings?|subjects?)(?: area)?", re.IGNORECASE
)
_GRADES = re.compile(rf"\b{GRADE}\b")
_ROW = re.compile(
    rf"(?:\d{{1,2}}(?:\.\d{{1,2}})*\.?\s+)?(?P<subject>[A-Z].{{3,100}}?)(?:\s{{2,}}|\t)(?P<grade>{GRADE})"
)
_WHOLE = re.compile(
    rf"(?P<subject>[A-Z].{{3,100}}?) (?:(?:are|is) (?:judged )?(?:to be )?)?(?P<grade>{GRADE})", re.IGNORECASE
)
_FIGURE = re.compile(r"[\d.,%()\s]+")
_MOST_LINES, _FEWEST, _FEWEST_UNHEADED = 3, 2, 3
"""A title goes over so many lines at most; fewer grades than this one after the other are no table."""


def spaced(lines: Sequence[str]) -> list[Judgement]:
    """A table of grades that plain text sets out with spaces, its long subjects going on below."""
    start = next((at for at, line in enumerate(lines) if _SPACED_HEAD.fullmatch(line.strip())), None)
    rows: list[list[str]] = []
    for line in lines[start + 1 :] if start is not None else ():
        if not line.strip():
            continue
        cells = GAP.split(line.strip(), maxsplit=1)
        graded = len(cells) == 2 and ONLY_GRADE.fullmatch(cells[1].strip())
        if graded:
            rows.append([cells[0], cells[1].strip()])
        elif rows and cells[0][:1].islower() and len(line) <= _WIDEST:
            rows[-1][0] = f"{rows[-1][0]} {cells[0]}"
        elif rows:
            break
    return [Judgement(tidy(subject), capital(tidy(grade))) for subject, grade in rows]


def unheaded(lines: Sequence[str]) -> list[Judgement]:
    """A table of grades set out with spaces under no heading, with the line right above it that grades the whole."""
    rows: list[Judgement] = []
    above = ""
    for line in lines:
        row = _ROW.fullmatch(line.strip())
        if row is not None:
            rows.append(Judgement(tidy(row["subject"]), capital(row["grade"])))
            continue
        if len(rows) >= _FEWEST_UNHEADED:
            break
        rows, above = [], tidy(line)
    if len(rows) < _FEWEST_UNHEADED:
        return []
    whole = _WHOLE.fullmatch(above)
    if whole is None or is_not_yet(above[: whole.start("grade")]):
        return rows
    return [Judgement(whole["subject"], capital(as_given(whole["grade"]))), *rows]


def alternating(lines: Sequence[str]) -> list[Judgement]:
    """A table of grades that came out of another program with each cell in a line: a title, its grade, and so on."""
    found: list[Judgement] = []
    title: list[str] = []
    for line in filter(None, map(tidy, lines)):
        if ONLY_GRADE.fullmatch(line) and title:
            found.append(Judgement(" ".join(title), capital(line)))
            title = []
            continue
        if _FIGURE.fullmatch(line):
            continue
        beside = ended(line) or line.endswith(":") or _HEAD.fullmatch(line) or _GRADES.search(line)
        if beside or len(title) == _MOST_LINES:
            if len(found) >= _FEWEST:
                return found
            found, title = [], []
        if not beside:
            title.append(line)
    return found if len(found) >= _FEWEST else []
