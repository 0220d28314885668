"""Candidate findings from the text of a review's document; knows nothing of the database."""

from __future__ import annotations

from dataclasses import dataclass

from .blocks import Block
from .decoding import WITH_TEXT, decode, format_of, label, require_supported
from .errors import NestedTooDeeply, UnreadableDocument
from .readers import READERS
from .recognition import Candidate, recognise
from .vocabulary import Kind

__all__ = ["Candidate", "Extraction", "Kind", "UnreadableDocument", "extract"]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read in one document."""

    candidates: tuple[Candidate, ...]
    strands: tuple[str, ...]
    blocks: tuple[Block, ...]
    lines: tuple[str, ...]
    """The document's own lines; a candidate's `lines` count them from 1."""
    format: str


def extract(data: bytes, *, filename: str) -> Extraction:
    """Read a document and find its candidates; raises `UnreadableDocument` if it cannot be read."""
    require_supported(filename)
    text = decode(data, filename=filename)
    written_as = format_of(text, filename=filename)
    try:
        blocks = READERS[written_as](text)
    except NestedTooDeeply as error:
        message = (
            f"{label(filename)} is nested too deeply to be a letter or a report. Save it as plain text, then "
            "upload that."
        )
        raise UnreadableDocument(message, reason="too_deep") from error
    if not blocks:
        raise UnreadableDocument(f"{label(filename)} has no text in it. {WITH_TEXT}.", reason="empty")
    candidates, strands = recognise(blocks)
    return Extraction(candidates, strands, tuple(blocks), tuple(text.split("\n")), written_as)
