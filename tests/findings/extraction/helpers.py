"""Short ways to read a document and to say what was found in it."""

from typing import Any

from findings.extraction.extracting import Extraction, extract
from findings.extraction.particulars.gathering import particulars_of
from findings.extraction.recognition.candidates import Candidate

S, A = "strength", "area_for_consideration"


def read(text: str, filename: str = "letter.md") -> Extraction:
    """Read a document given as text."""
    return extract(text.encode("utf-8"), filename=filename)


def ticked(text: str, filename: str = "letter.md") -> list[tuple[str, str | None, str]]:
    """Kind, strand and text of each candidate that is ticked by default."""
    return [(c.kind.value, c.theme, c.text) for c in chosen(text, filename)]


def chosen(text: str, filename: str = "letter.md") -> list[Candidate]:
    """The candidates that are ticked by default."""
    return [candidate for candidate in read(text, filename).candidates if candidate.selected]


def references(text: str, filename: str = "letter.md") -> list[str]:
    """Where in the document each ticked candidate stands."""
    return [candidate.source_ref for candidate in chosen(text, filename)]


def particulars(text: str, filename: str = "paper.md") -> dict[str, Any]:
    """What a document given as text says beside its findings."""
    extraction = read(text, filename)
    return particulars_of(extraction.blocks, extraction.lines).as_dict()


def only(rows: list[dict[str, Any]], *fields: str) -> list[tuple[Any, ...]]:
    """Some fields of each row."""
    return [tuple(row.get(field) for field in fields) for row in rows]
