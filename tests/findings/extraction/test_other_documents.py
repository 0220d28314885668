"""Documents of every kind that the field knows, of places that do not exist: what is ticked, and what is asked."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from findings.extraction.extracting import extract
from findings.extraction.recognition.candidates import Candidate

FOLDER = Path(__file__).parent / "documents"
NAMES = sorted(path.name for path in FOLDER.iterdir() if path.suffix != ".expected")
KINDS = {"-": "", "strength": "strength", "area": "area_for_consideration"}
RIGHT_KINDS = 0.9


@dataclass(frozen=True)
class Expected:
    """One finding that a document holds, by the words that it begins with."""

    sign: str
    """`+` is ticked, `?` is a finding whose kind is asked, `~` is offered but is no finding."""
    kind: str
    theme: str | None
    prominence: str
    begins: str

    def is_in(self, candidate: Candidate) -> bool:
        return candidate.text.startswith(self.begins)


@cache
def expected(name: str) -> tuple[Expected, ...]:
    lines = (FOLDER / name).with_suffix(".expected").read_text(encoding="utf-8").splitlines()
    return tuple(_expected(line) for line in lines)


def _expected(line: str) -> Expected:
    kind, theme, prominence, begins = (part.strip() for part in line[1:].split("|"))
    return Expected(line[0], KINDS[kind], None if theme == "-" else theme, prominence, begins)


@cache
def found(name: str) -> tuple[Candidate, ...]:
    return extract((FOLDER / name).read_bytes(), filename=name).candidates


@pytest.mark.parametrize("name", NAMES)
def test_exactly_what_the_document_labels_is_ticked(name):
    ticked = [(c.kind.value, c.theme, c.prominence.value, c.text) for c in found(name) if c.selected]
    listed = [e for e in expected(name) if e.sign == "+"]

    assert [row[:3] for row in ticked] == [(e.kind, e.theme, e.prominence) for e in listed]
    assert [row[3] for row, e in zip(ticked, listed, strict=True) if not row[3].startswith(e.begins)] == []


@pytest.mark.parametrize("name", NAMES)
def test_what_the_document_leaves_open_is_asked(name):
    asked = [(c.theme, c.prominence.value, c.text) for c in found(name) if c.asks_kind]
    listed = [e for e in expected(name) if e.sign in "?~"]

    assert [row[:2] for row in asked] == [(e.theme, e.prominence) for e in listed]
    assert [row[2] for row, e in zip(asked, listed, strict=True) if not row[2].startswith(e.begins)] == []


def test_nine_findings_in_ten_come_out_with_the_right_kind():
    listed = [(name, e) for name in NAMES for e in expected(name) if e.sign != "~"]

    right = [e for name, e in listed if any(e.is_in(c) and c.kind.value == e.kind for c in found(name))]

    assert len(listed) == 400
    assert len(right) >= RIGHT_KINDS * len(listed)


def test_nothing_that_is_no_finding_is_ticked():
    ticked = [(name, c) for name in NAMES for c in found(name) if c.selected]

    assert [
        c.text for name, c in ticked if not any(e.is_in(c) for e in expected(name) if e.sign == "+")
    ] == []


def test_every_candidate_says_why_it_was_taken_and_where_it_stands():
    candidates = [c for name in NAMES for c in found(name)]

    assert all(c.reason and c.source_ref and c.lines and 0 < c.confidence <= 1 for c in candidates)
