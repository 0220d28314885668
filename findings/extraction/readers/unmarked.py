"""Points of plain text that have lost their marks, and the headings between them, which never had any."""

from __future__ import annotations

from ..blocks import Block, ListItem, Paragraph
from ..text import ended
from .label_lines import names_kind

_FEWEST_UNMARKED = 3


def mark_points(blocks: list[Block]) -> list[Block]:
    """The blocks with points that have lost their marks: sentences that each begin a line, with no space between."""
    marked: list[Block] = []
    run: list[Paragraph] = []
    for block in [*blocks, None]:
        if isinstance(block, Paragraph) and run and _follows(block, run[-1]):
            run.append(block)
            continue
        lost = len(run) >= _FEWEST_UNMARKED
        marked += [ListItem(each.text, 0, "•", each.lines) for each in run] if lost else run
        run = [block] if isinstance(block, Paragraph) and not block.depth else []
        if block is not None and not run:
            marked.append(block)
    return marked


def _follows(block: Paragraph, before: Paragraph) -> bool:
    """Whether a paragraph stands right below a sentence, and neither is the heading of a kind."""
    if block.depth or block.lines[0] != before.lines[-1] + 1 or not ended(before.text):
        return False
    return not (names_kind(block.text) or names_kind(before.text))
