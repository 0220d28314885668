"""Grades: those of a table of judgements, and those that sentences report."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from .. import genres
from ..blocks import Block, Heading, Paragraph, Table, cell_text
from ..recognition.sense import clean_title
from ..recognition.stitching import stitch
from ..text import fold, tidy
from .area_send import send_outcome
from .broken_grades import with_whole_grades
from .graded import GRADE, ONLY_GRADE, Judgement, as_given, capital, reported, reported_overall
from .graded_subjects import OVERALL
from .grades_in_lines import alternating, spaced, unheaded
from .passages import Passage

__all__ = ["Judgement", "judgements"]

_GRADED_TITLE = re.compile(rf"(?P<subject>\S.{{5,150}}?)\s*[:–—-]\s+(?P<grade>{GRADE})\.?", re.I | re.S)
_GRADE_COLUMN = re.compile(r"(?:grade|judge?ment|rating|outcome)s?(?: awarded| given)?", re.IGNORECASE)
_EARLIER = re.compile(genres.EARLIER)
_COUNT = re.compile(r"\d{1,3}(?:\.\d{1,3})*[.)]?")
_STATED = re.compile(
    rf"(?:the overall (?:judge?ment|grade|rating) (?:is|was) )?(?:that )?(?P<subject>\S.{{2,150}}?) "
    rf"(?:(?:is|are|was|were) (?:judged |graded |rated )?(?:to be )?)?(?P<grade>{GRADE})\.?",
    re.IGNORECASE,
)
"""A line of its own that says of something which grade it has."""
_REPEATED = re.compile(r"(?:the )?(?:graded )?judge?ment\b", re.IGNORECASE)
_EXPLAINS = re.compile(r"\b(?:definitions?|grad(?:ed|es|ings?)|key|means?|scale)\b", re.IGNORECASE)
"""In the title of a key that says what each grade means."""
_WORD = re.compile(r"[a-z]{4,}")
_SMALL_WORDS = frozenset(("experiences", "progress", "effectiveness", "local", "that", "with", "overall"))
_CASE = re.compile(r"case|child|family|file|home|record|young person", re.IGNORECASE)
"""What a column of letters or numbers calls those whose grades stand beside them."""
_NAMED_CASE = re.compile(r"\b(?:[a-z]|\d{1,3})$")
_SHORT_NAME = 3
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def judgements(
    blocks: Sequence[Block], passages: Sequence[Passage], lines: Sequence[str] = ()
) -> list[Judgement]:
    """The grades in a document: its table of them, else graded headings, else what its sentences say.

    To a table or headings come the grades that lines of their own state of something else.
    """
    stitched = stitch(list(blocks))
    lines = with_whole_grades(lines)
    tables = [block for block in stitched if isinstance(block, Table)]
    given = [judgement for table in tables for judgement in _in_table(table)]
    given = given or spaced(lines) or unheaded(lines)
    given = given or [judgement for block in blocks if (judgement := _in_title(block)) is not None]
    given = given or _below_titles(stitched)
    given = given or alternating(lines) or send_outcome(passages)
    if not given:
        return reported(passages)
    given += _stated(stitched)
    if not any("overall" in fold(judgement.subject) for judgement in given):
        given += reported_overall(passages)
    return _each_once(given)


def _each_once(given: Sequence[Judgement]) -> list[Judgement]:
    """Leave out grades given again, where a section's heading says what a table said in other words."""
    kept: list[Judgement] = []
    known: dict[tuple[str, str], dict[frozenset[str] | str, None]] = {}
    for judgement in given:
        before = known.setdefault((fold(judgement.grade), _which(judgement.subject)), {})
        subject = _words(judgement.subject) or fold(judgement.subject)
        if not _repeats(subject, before):
            kept.append(judgement)
            before[subject] = None
    return kept


def _repeats(subject: frozenset[str] | str, before: Collection[frozenset[str] | str]) -> bool:
    """Whether a subject, as its words or else as written, has all words of one before, or that all of its."""
    if subject in before or isinstance(subject, str):
        return subject in before
    return any(not isinstance(each, str) and (subject <= each or subject >= each) for each in before)


def _which(subject: str) -> str:
    """The letter or number by which one case is told from another."""
    found = _NAMED_CASE.search(fold(subject))
    return found.group() if found else ""


def _words(subject: str) -> frozenset[str]:
    return frozenset(_WORD.findall(fold(subject))) - _SMALL_WORDS


def _below_titles(blocks: Sequence[Block]) -> list[Judgement]:
    """Grades that stand in a line of their own right below the title of what they are given to."""
    return [
        Judgement(clean_title(title.text), capital(tidy(block.text).rstrip(".")))
        for title, block in pairwise(blocks)
        if isinstance(title, Heading)
        and isinstance(block, Heading | Paragraph)
        and ONLY_GRADE.fullmatch(tidy(block.text))
        and not _EXPLAINS.search(title.text)
    ]


def _stated(blocks: Sequence[Block]) -> list[Judgement]:
    """Grades that a heading, a line in bold or a row of one cell states of something."""
    found = []
    for text in _lines_apart(blocks):
        match = _STATED.fullmatch(text)
        if match is None or _REPEATED.match(text) or not _is_verb(match):
            continue
        overall = fold(text).startswith("the overall") or fold(match.group("subject")) == "overall"
        subject = OVERALL if overall else match.group("subject")
        found.append(Judgement(subject, capital(as_given(match.group("grade")))))
    return found


def _is_verb(match: re.Match[str]) -> bool:
    """Whether the grade is said of the subject, rather than being the end of a phrase."""
    between = match.string[match.end("subject") : match.start("grade")]
    return bool(between.strip()) or fold(match.group("grade")).startswith("require")


def _lines_apart(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading) or (isinstance(block, Paragraph) and block.strong):
            yield tidy(block.text)
        elif isinstance(block, Table):
            for row in block.rows:
                filled = [text for cell in row.cells if (text := tidy(cell_text(cell)))]
                yield from filled if len(filled) == 1 else ()


def _in_table(table: Table) -> Iterator[Judgement]:
    rows = [[tidy(cell_text(cell)) for cell in row.cells] for row in table.rows]
    if sum(ONLY_GRADE.fullmatch(text) is not None for text in rows[0]) > 1:
        return  # it counts how often each grade was given
    headed = any(_GRADE_COLUMN.fullmatch(text) for text in rows[0])
    columns = [at for at in range(1, max(map(len, rows))) if _holds_grades(rows, at, headed=headed)]
    if not columns:
        return
    column = max(columns, key=lambda at: (_year(rows[0], at), -at))
    case = rows[0][0] if _CASE.fullmatch(rows[0][0]) else ""
    for row in rows:
        yield from _row(row, column, case)


def _holds_grades(rows: Sequence[list[str]], column: int, *, headed: bool) -> bool:
    """Whether a column holds grades, and not those of an earlier time."""
    if column < len(rows[0]) and _EARLIER.search(fold(rows[0][column])):
        return False
    cells = [row[column] for row in rows if column < len(row) and row[column]]
    grades = [text for text in cells if ONLY_GRADE.fullmatch(text)]
    return bool(grades) and (headed or len(grades) * 2 >= len(cells))


def _year(head: Sequence[str], column: int) -> int:
    """The year in a column's heading: of several columns of grades, the newest are this review's."""
    found = _YEAR.findall(head[column]) if column < len(head) else []
    return max(map(int, found), default=0)


def _row(row: list[str], column: int, case: str = "") -> Iterator[Judgement]:
    """The grade of a row, which an overall grade may have in another column than its parts."""
    filled = [at for at in range(1, len(row)) if ONLY_GRADE.fullmatch(row[at])]
    at = column if column in filled or any(row[column : column + 1]) else next(iter(filled), column)
    subject = next((text for text in row[:at] if text and not _COUNT.fullmatch(text)), "")
    if case and len(row[0]) <= _SHORT_NAME:
        subject = f"{case} {row[0]}" if row[0] else ""
    if at in filled and subject:
        yield Judgement(subject, capital(row[at].rstrip(".*†¹²³0123456789")))


def _in_title(block: Block) -> Judgement | None:
    """A heading such as “The experiences and progress of care leavers: good”."""
    if not isinstance(block, Heading):
        return None
    found = _GRADED_TITLE.fullmatch(tidy(block.text))
    return Judgement(found.group("subject"), capital(found.group("grade"))) if found else None
