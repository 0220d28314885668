"""The blocks that every reader produces, whatever the format of the document was."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that titles what follows; level 1 is the highest."""

    text: str
    level: int
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `\\n` stands for a line break made on purpose."""

    text: str
    lines: tuple[int, ...]
    strong: bool = False
    depth: int = 0
    """How many list items it stands in; 0 for ordinary text."""
    split: bool = False
    """Whether a page break ran through it."""


@dataclass(frozen=True, slots=True)
class ListItem:
    """One bullet or numbered point; level 0 is the outermost list."""

    text: str
    level: int
    marker: str
    lines: tuple[int, ...]
    strong: bool = False
    split: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote; notes come after the text, which they would tear apart."""

    text: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The point where the document went on to another page."""

    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell with its own blocks."""

    blocks: tuple[Block, ...]
    header: bool = False
    span: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One table row; `after_break` when it is the first of a page."""

    cells: tuple[Cell, ...]
    lines: tuple[int, ...]
    after_break: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table, or the part of one that stands on one page."""

    rows: tuple[Row, ...]
    lines: tuple[int, ...]


Block = Heading | Paragraph | ListItem | PageBreak | Table | Note


def cell_text(cell: Cell) -> str:
    """All text of a cell on one line."""
    return " ".join(
        block.text.replace("\n", " ")
        for block in cell.blocks
        if isinstance(block, Heading | Paragraph | ListItem)
    ).strip()
