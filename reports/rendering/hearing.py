"""Whether the PDF that was made has what people need who hear it; what it should have by itself is not taken on trust.

Knows nothing of Django.
"""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from reports.rendering.broken import BrokenPart, section_name
from reports.rendering.pdf import Pdf

A_FIGURE = "a figure"


def require_heard(pdf: Pdf, figures: Sequence[str]) -> None:
    """Raise BrokenPart, naming it, for a PDF without tags, language or title, or a figure without words in its place.

    `figures` are the names of those that it should have, in their order.
    """
    from findings.extraction.readers.pdf.hearing import lacking

    for what in lacking(pdf.content):
        raise BrokenPart(f"the PDF, which has no {what}")
    for name, has_words in zip_longest(figures, pdf.figures, fillvalue=None):
        if not has_words:
            raise BrokenPart(f"{name or A_FIGURE}, which has no text alternative in the PDF")


def figures_of(snapshot: dict[str, Any]) -> list[str]:
    """Return what the figures of a report are called, in their order."""
    return [
        f"Figure {block['place']} in {section_name(section)}"
        for section in snapshot["sections"]
        for block in section["blocks"]
        if block["type"] in ("chart", "picture")
    ]
