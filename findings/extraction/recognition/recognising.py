"""From the blocks of any document to candidate findings."""

from __future__ import annotations

from collections.abc import Sequence

from ..blocks import Block
from .candidates import Candidate, candidates_of
from .letters import with_letters
from .nesting import nest
from .outline import outline
from .stitching import stitch
from .walk import findings_in


def recognise(
    blocks: list[Block], *, pages: Sequence[int] = ()
) -> tuple[tuple[Candidate, ...], tuple[str, ...]]:
    """The candidates in a document and the strands that they belong to; `pages` has the page of each line."""
    return candidates_of(findings_in(outline(nest(stitch(with_letters(blocks))))), pages)
