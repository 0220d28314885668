"""Whether the PDF that was made has what people need who hear it; what it should have by itself is not taken on trust.

Knows nothing of Django.
"""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from reports.rendering.broken import BrokenPart, figure_blocks
from reports.rendering.pdf import Pdf

A_FIGURE = "a figure"


class Unheard(Exception):
    """The PDF that was made lacks what the portal itself gives every one: no part of the report is to blame."""

    def __init__(self, lacks: Sequence[str]) -> None:
        super().__init__(f"The PDF has no {' and no '.join(lacks)}")
        self.lacks = list(lacks)


def require_heard(pdf: Pdf, figures: Sequence[str]) -> None:
    """Raise Unheard for a PDF without tags, language or title, or BrokenPart for a figure without words in its place.

    `figures` are the names of those that it should have, in their order.
    """
    from findings.extraction.readers.pdf.hearing import lacking

    lacks = lacking(pdf.content)
    if lacks:
        raise Unheard(lacks)
    for name, figure in zip_longest(figures, pdf.figures, fillvalue=None):
        if figure is None or not figure.has_words:
            raise BrokenPart(f"{name or A_FIGURE}, which has no text alternative in the PDF")


def figures_of(snapshot: dict[str, Any]) -> list[str]:
    """Return what the figures of a report are called, in their order."""
    return [f"Figure {block['place']} in {part}" for part, block in figure_blocks(snapshot)]
