"""What every reader hands over: blocks, the lines that they stand on and the pages of those."""

from __future__ import annotations

from dataclasses import dataclass

from .blocks import Block


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as it was read."""

    blocks: list[Block]
    lines: tuple[str, ...]
    """Lines of text, paragraphs or rows, as the format has them; blocks count them from 1."""
    pages: tuple[int, ...] = ()
    """The page of each line; empty where the format knows no pages."""
