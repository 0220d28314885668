"""Grades: those of a table of judgements, and those that sentences report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..blocks import Block, Heading, Row, Table, cell_text
from ..recognition.stitching import stitch
from ..text import fold, tidy
from .passages import Passage, Unit

_GRADE = (
    r"(?:Outstanding|Good|Adequate|Inadequate|Requires? [Ii]mprovement(?: to be [Gg]ood)?"
    r"|Typically positive"
    r"|Performing (?:excellently|well|adequately|poorly))"
)
_ONLY_GRADE = re.compile(rf"{_GRADE}[.*†¹²³\d]?", re.IGNORECASE)
_GRADED_TITLE = re.compile(rf"(?P<subject>\S.{{5,150}}?)\s*[:–—-]\s+(?P<grade>{_GRADE})\.?", re.I | re.S)
_GRADE_COLUMN = re.compile(r"(?:grade|judge?ment|rating|outcome)s?(?: awarded| given)?", re.IGNORECASE)
_QUOTED = r"[\"“‘']"
_SENTENCES = (
    re.compile(rf"\b(?:are|is|were|was) (?P<grade>{_GRADE})(?=[.,;\s]*$)"),
    re.compile(rf"{_QUOTED}(?P<grade>{_GRADE}),?\.?[\"”’']", re.IGNORECASE),
    re.compile(
        rf"\b(?:judged|graded|rated)(?: (?:it|them|this|these|services|overall|to be|to|as"
        rf"|at))*[: ]+(?P<grade>{_GRADE})\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:judged?|grade[sd]?|rate[sd]?)\b[^.;:]{{0,100}}? (?:as|to be) (?P<grade>{_GRADE})\b", re.I
    ),
    re.compile(rf"\binspection (?:outcome )?was (?P<grade>{_GRADE})\b", re.IGNORECASE),
    re.compile(rf"\boverall effectiveness\b[^.;]{{0,60}}?\b(?:is|as|was|to be) (?P<grade>{_GRADE})\b", re.I),
)
_TALLY = re.compile(
    r"\b\d+\s*(?:\(\d+\s?%\))?\s*(?:of\b|LAs?\b|local authorit|councils?|schools?)|^\d+ |\d\s?%", re.I
)
_HYPOTHETICAL = re.compile(
    r"\b(?:wants?|hopes?|expects?|would|could|should|may|might|aim(?:s|ing)?|ambition|wish|get \w+ to|becom\w+)\b"
)
_INSPECTORATES = re.compile(r"\b(Ofsted|HMICFRS|HMIP|CQC|Care Quality Commission|Estyn|ISI)\b")
_FRAMEWORKS = (
    (re.compile(r"single inspection framework|\bSIF\b", re.I), "Single Inspection Framework (SIF)"),
    (re.compile(r"inspecti(?:on|ng) (?:of )?local authority children.s services|\bILACS\b", re.I), "ILACS"),
)
_SPACED_HEAD = re.compile(
    r"(?:judge?ments?|area|subject)\s{2,}(?:grades?|judge?ments?|ratings?)", re.IGNORECASE
)
_GAP, _WIDEST = re.compile(r"\s{2,}|\t"), 90
_SUBJECT = re.compile(
    r"(?:found|judged|concluded|rated?|recognition|graded)\b(?: that)?,?\s*(?P<subject>.+?),?"
    r"(?:\s+(?:is|are|was|were|as|to be|judged)\b|\s*[\"“‘])",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"(?:\s+(?:is|are|was|were|has|have|been|as|to|be|judged|graded|rated|overall|outcome))+$", re.I
)


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


def judgements(
    blocks: Sequence[Block], passages: Sequence[Passage], lines: Sequence[str] = ()
) -> list[Judgement]:
    """The grades in a document: its table of them, else graded headings, else what its sentences say."""
    tabled = [
        judgement
        for block in stitch(list(blocks))
        if isinstance(block, Table)
        for judgement in _in_table(block)
    ]
    if tabled:
        return tabled
    if spaced := _in_lines(lines):
        return spaced
    titled = [judgement for block in blocks if (judgement := _in_title(block)) is not None]
    return titled or _in_sentences(passages)


def _in_table(table: Table) -> Iterator[Judgement]:
    rows = [[tidy(cell_text(cell)) for cell in row.cells] for row in table.rows]
    width = max(len(row) for row in rows)
    headed = any(_GRADE_COLUMN.fullmatch(text) for text in rows[0])
    for column in range(1, width):
        cells = [row[column] for row in rows if column < len(row) and row[column]]
        grades = [text for text in cells if _ONLY_GRADE.fullmatch(text)]
        if not grades or (not headed and len(grades) * 2 < len(cells)):
            continue
        for row, source in zip(rows, table.rows, strict=True):
            yield from _row(row, source, column)
        return


def _row(row: list[str], source: Row, column: int) -> Iterator[Judgement]:
    subject = next((text for text in row[:column] if text and not text.isdigit()), "")
    if column < len(row) and subject and _ONLY_GRADE.fullmatch(row[column]):
        yield Judgement(subject, _capital(row[column].rstrip(".*†¹²³0123456789")))


def _in_lines(lines: Sequence[str]) -> list[Judgement]:
    """A table of grades that plain text sets out with spaces, its long subjects going on below."""
    start = next((at for at, line in enumerate(lines) if _SPACED_HEAD.fullmatch(line.strip())), None)
    rows: list[list[str]] = []
    for line in lines[start + 1 :] if start is not None else ():
        if not line.strip():
            continue
        cells = _GAP.split(line.strip(), maxsplit=1)
        graded = len(cells) == 2 and _ONLY_GRADE.fullmatch(cells[1].strip())
        if graded:
            rows.append([cells[0], cells[1].strip()])
        elif rows and cells[0][:1].islower() and len(line) <= _WIDEST:
            rows[-1][0] = f"{rows[-1][0]} {cells[0]}"
            rows[-1][1] = " ".join([rows[-1][1], *cells[1:]])
        elif rows:
            break
    return [Judgement(tidy(subject), _capital(tidy(grade))) for subject, grade in rows]


def _in_title(block: Block) -> Judgement | None:
    """A heading such as “The experiences and progress of care leavers: good”."""
    if not isinstance(block, Heading):
        return None
    found = _GRADED_TITLE.fullmatch(tidy(block.text))
    return Judgement(found.group("subject"), _capital(found.group("grade"))) if found else None


def _in_sentences(passages: Sequence[Passage]) -> list[Judgement]:
    found: dict[tuple[str, bool], Judgement] = {}
    framework = _framework(passages)
    for passage in passages:
        if passage.unit is Unit.HEADING:
            continue
        for sentence in passage.sentences:
            match = _graded(sentence)
            if match is None:
                continue
            grade = match.group("grade")
            overall = "overall" in sentence.casefold() or grade[0].isupper()
            key = (fold(grade).replace("requires", "require"), overall)
            found.setdefault(key, _reported(passage, sentence, match, framework))
    return list(found.values())


def _graded(sentence: str) -> re.Match[str] | None:
    if _TALLY.search(sentence):
        return None
    for pattern in _SENTENCES:
        for match in pattern.finditer(sentence):
            if not _HYPOTHETICAL.search(sentence[max(0, match.start() - 40) : match.start("grade")]):
                return match
    return None


def _reported(passage: Passage, sentence: str, match: re.Match[str], framework: str | None) -> Judgement:
    subject = _SUBJECT.search(sentence)
    before = _VERB.sub("", sentence[: match.start("grade")].strip(" ,:\"“‘'"))
    text = subject.group("subject") if subject else before
    body = _INSPECTORATES.search(sentence) or _INSPECTORATES.search(passage.text)
    named = body.group(1) if body else ("Ofsted" if framework and "inspector" in fold(sentence) else None)
    return Judgement(
        tidy(text),
        match.group("grade"),
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


def _capital(grade: str) -> str:
    return grade[:1].upper() + grade[1:].casefold() if grade.casefold() != grade else grade.capitalize()
