"""Points of a list that have lost their sign, and lines that belong to no list."""

from __future__ import annotations

from collections.abc import Sequence

from ..blocks import Block, ListItem, Paragraph
from ..text import ended, is_numbered, tidy
from .lead_in import sense_of_lead_in
from .nesting import is_of_count
from .sense import is_closing, titled

_FEWEST_BESIDE = 2
_MOST_WORDS = 25
_QUOTES = tuple("“”\"‘’'")


def lost_bullets(blocks: Sequence[Block]) -> frozenset[int]:
    """Paragraphs that stand alone among the bullets of one list and read like one of them, by position."""
    return frozenset(
        position
        for position in range(_FEWEST_BESIDE, len(blocks) - _FEWEST_BESIDE)
        if _reads_like_bullet(blocks[position])
        and _same_bullets([*blocks[position - 2 : position], *blocks[position + 1 : position + 3]])
    )


def stray_line(blocks: Sequence[Block]) -> int | None:
    """Where, after whole sentences, a line comes that is none: the document has gone on to something else."""
    sentences = False
    for block in blocks:
        if not isinstance(block, Paragraph):
            continue
        if sentences and titled(block.text) and block.lines:
            return block.lines[0]
        sentences = sentences or ended(block.text)
    return None


def count_goes_on(blocks: Sequence[Block]) -> int | None:
    """Where, below a list, the count of the paper goes on that began above the heading: the account is resumed."""
    for position, block in enumerate(blocks):
        if is_of_count(block):
            return block.lines[0] if position and block.lines else None
        if not isinstance(block, ListItem) and not _leads_on(block):
            return None
    return None


def is_quoted(block: Block | None) -> bool:
    """Whether a block is a paragraph in quotation marks, as words are that the sentence before it reports."""
    return (
        isinstance(block, Paragraph)
        and block.text.lstrip()[:1] in _QUOTES
        and block.text.rstrip()[-1:] in _QUOTES
    )


def _leads_on(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.text.rstrip().endswith(":")


def _reads_like_bullet(block: Block) -> bool:
    if not isinstance(block, Paragraph) or block.strong:
        return False
    text = tidy(block.text)
    sentences = text.count(". ") + 1
    single = ended(text) and sentences == 1 and len(text.split()) <= _MOST_WORDS
    return single and not is_closing(text) and sense_of_lead_in(text) is None


def _same_bullets(beside: Sequence[Block]) -> bool:
    markers = {
        block.marker
        for block in beside
        if isinstance(block, ListItem) and block.level == 0 and not is_numbered(block.marker)
    }
    return len(markers) == 1 and all(isinstance(block, ListItem) for block in beside)
