"""What a Word document says, as blocks of a report: its words alone, with its headings, lists and tables."""

import html as entities
from collections.abc import Iterable
from typing import Any

from findings.extraction.text import is_numbered
from reports.rendering.blocks import Block, plain
from reports.rendering.marks import WRITTEN, alone_in, exempt_marks_in, read_plain, without_marks

Part = dict[str, Any]
HIGHEST, LOWEST = 3, 6
"""The levels of headings that are left for an annex, which has one itself."""
DEEPEST = 4
"""Lists below lists below lists: what is deeper stands with these."""


def blocks_of_word(parts: Iterable[Part]) -> list[Block]:
    """Return the blocks of a document; the mark of an exemption keeps what holds it from the public, as elsewhere.

    A mark that stands alone is that of whatever comes next, and of the headings before it. Other braces stay.
    """
    reader = _Reader()
    for part in parts:
        reader.read(part)
    return reader.blocks


def letter_in(text: str) -> str | None:
    """Return the letter of the exemption that a text names; None for none."""
    return next(iter(exempt_marks_in(read_plain(text))), None)


def words(text: str) -> str:
    """Return a text as clean HTML, without the marks of exemptions."""
    return entities.escape(without_exemptions(text), quote=False).strip().replace("\n", "<br>")


def without_exemptions(text: str) -> str:
    """Return a text without the marks of exemptions; whatever else it has stays, for it is no Markdown."""
    return WRITTEN.sub(lambda found: found[0] if found["exempt"] is None else "", without_marks(text))


class _Reader:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.waiting: str | None = None
        self.above: list[int] = []
        self.open: list[list[Block]] = []
        """The lists that are open, the outermost first."""

    def read(self, part: Part) -> None:
        """Take in the next part of the document."""
        kind = part["type"]
        if kind == "table":
            self._table(part["rows"])
        elif (alone := alone_in(plain(read_plain(part["text"])))) is not None:
            self.waiting, self.open = alone, []
        elif kind == "item":
            self._item(part)
        elif kind == "heading":
            self._heading(part)
        elif part["depth"] and self.open:
            self._go_on(part["text"])
        else:
            self._add({**PARAGRAPH, "html": words(part["text"]), "points": []}, letter_in(part["text"]))

    def _add(self, block: Block, letter: str | None) -> None:
        """Add a block with its own exemption, or with the one that waits for it."""
        self.open = []
        self.blocks.append({**block, "exempt": letter if letter is not None else self.waiting})
        if block["type"] != "subheading":
            self.waiting = None

    def _heading(self, part: Part) -> None:
        while self.above and self.above[-1] >= part["level"]:
            self.above.pop()
        self.above.append(part["level"])
        level = min(HIGHEST - 1 + len(self.above), LOWEST)
        self._add(
            {"type": "subheading", "text": plain(words(part["text"])), "level": level},
            letter_in(part["text"]),
        )

    def _item(self, part: Part) -> None:
        marker = part["marker"] if is_numbered(part["marker"]) else ""
        item: Block = {"html": words(part["text"]), "marker": marker, "points": []}
        if not self.open:
            self._add({"type": "list", "points": []}, None)
            self.open = [self.blocks[-1]["points"]]
        level = min(part["level"], DEEPEST - 1, len(self.open))
        del self.open[level + 1 :]
        if level == len(self.open):
            self.open.append(self.open[-1][-1]["points"] if self.open[-1] else self.open[-1])
        self.open[-1].append(item)
        self._keep_back(part["text"])

    def _go_on(self, text: str) -> None:
        """Put a paragraph that stands in a list under the item before it."""
        item = self.open[-1][-1]
        item["html"] = f"{item['html']}<br>{words(text)}"
        self._keep_back(text)

    def _keep_back(self, text: str) -> None:
        """Keep the whole list from the public where one item of it is exempt."""
        letter = letter_in(text)
        if letter is not None and self.blocks[-1]["exempt"] is None:
            self.blocks[-1]["exempt"] = letter

    def _table(self, rows: list[list[str]]) -> None:
        width = max(map(len, rows), default=0)
        letter = next((found for row in rows for cell in row if (found := letter_in(cell)) is not None), None)
        cells = [[plain(words(cell)) for cell in [*row, *[""] * (width - len(row))]] for row in rows]
        cells = [row for row in cells if any(row)]
        if width < 2 or len(cells) < 2:
            # Not a table to read but one that sets things beside each other.
            text = "<br>".join(entities.escape(cell, quote=False) for row in cells for cell in row if cell)
            if text:
                self._add({**PARAGRAPH, "html": text, "points": []}, letter)
            return
        head, *others = cells
        named = [cell or f"Column {number}" for number, cell in enumerate(head, start=1)]
        self._add({**TABLE, "head": named, "rows": others, "numeric": [], "widths": []}, letter)


PARAGRAPH: Block = {"type": "paragraph", "number": None, "name": "", "quoted": False}
TABLE: Block = {"type": "table", "caption": ""}
