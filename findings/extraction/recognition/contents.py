"""Tables of contents, which name the headings of findings where there are none."""

from __future__ import annotations

import re

from ..blocks import Block, Heading, ListItem, PageBreak, Paragraph, Table, cell_text
from .sense import clean_title

_TITLE = re.compile(r"(?:table of )?contents(?: page)?", re.IGNORECASE)
_ENTRY = re.compile(r".{2,160}?(?P<dots>\s*(?:\.{3,}|…)\s*|\s)(?P<page>\d{1,3})")


def without_contents(blocks: list[Block]) -> list[Block]:
    """The blocks without the entries of a table of contents: lines that end with the number of a page."""
    kept: list[Block] = []
    inside = False
    for block in blocks:
        entry = _entry(block)
        inside = inside and (entry is not None or isinstance(block, PageBreak))
        if not inside and not (entry is not None and entry.group("dots").strip()):
            kept.append(block)
        inside = inside or (
            _text(block) is not None and bool(_TITLE.fullmatch(clean_title(_text(block) or "")))
        )
    return kept


def _entry(block: Block) -> re.Match[str] | None:
    text = _text(block)
    return _ENTRY.fullmatch(text) if text is not None else None


def _text(block: Block) -> str | None:
    """What a block says on one line; of a table, what its last row says."""
    if isinstance(block, Heading | ListItem | Paragraph):
        return block.text.replace("\n", " ").strip()
    if isinstance(block, Table):
        return " ".join(cell_text(cell) for cell in block.rows[-1].cells).strip()
    return None
