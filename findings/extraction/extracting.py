"""From the bytes of a document to its candidate findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .blocks import Block
from .formats import CSV, SPREADSHEET
from .readers.columns import Column
from .readers.documents import read_document
from .recognition.candidates import Candidate
from .recognition.recognising import recognise
from .recognition.sheet_rows import recognise_rows


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read in one document."""

    candidates: tuple[Candidate, ...]
    strands: tuple[str, ...]
    blocks: tuple[Block, ...]
    lines: tuple[str, ...]
    """The document's own lines; a candidate's `lines` count them from 1."""
    format: str
    pages: tuple[int, ...] = ()
    """The page of each line; empty where the format knows no pages."""


def extract(data: bytes, *, filename: str, columns: Mapping[int, Column] | None = None) -> Extraction:
    """Read a document and find its candidates; raises `UnreadableDocument` if it cannot be read.

    `columns` says what the columns of a spreadsheet hold; without it their headings tell.
    """
    reading, written_as = read_document(data, filename=filename, columns=columns)
    if written_as in {SPREADSHEET, CSV}:
        candidates, strands = recognise_rows(reading.blocks, of_text=recognise)
    else:
        candidates, strands = recognise(reading.blocks, pages=reading.pages)
    return Extraction(candidates, strands, tuple(reading.blocks), reading.lines, written_as, reading.pages)
