"""A paper's charts as tables, and what of the record stands behind each number: frozen with the paper."""

from collections.abc import Callable, Sequence
from typing import Any

from reports.rendering.blocks import Block
from reports.rendering.counted import with_links

Address = Callable[[str, int, int, int], str]
"""Gives the address of what is behind a number: of a "table" or a "figure", its number, the row and the column.

Of a "paragraph" its number, and in the place of the column which of its numbers, from 0.
"""
NOT_SHOWN = "–"
VALUE = "Value"
"""The heading of the only numbers that a chart has, where they are called as it is."""


def with_chart_tables(sections: list[Block]) -> list[Block]:
    """Return sections whose charts have their numbers as a table, where none with the same title follows."""
    return [
        {**section, "blocks": [with_chart_table(block, following) for block, following in pairs(section)]}
        for section in sections
    ]


def pairs(section: Block) -> list[tuple[Block, Block]]:
    """Return each block of a section with the one after it; after the last comes an empty one."""
    blocks = section["blocks"]
    return list(zip(blocks, [*blocks[1:], {}], strict=True))


def with_chart_table(block: Block, following: Block) -> Block:
    """Return a chart with its numbers as rows, or any other block as it is."""
    if block["type"] != "chart" or following.get("caption") == block["title"]:
        return block
    names = [VALUE if name == block["title"] else name for name, _ in block["series"]]
    columns = [numbers_in_words(row, block.get("unit", "")) for _, row in block["series"]]
    rows = [[label, *values] for label, *values in zip(block["labels"], *columns, strict=True)]
    return {**block, "table": {"head": ["", *names], "rows": rows}}


def numbers_in_words(values: list[float | None], unit: str) -> list[str]:
    """Write the numbers of a chart, all with as many decimals; a small count, a gap there, has no number here."""
    decimals = max(
        (len(f"{value:.10g}".partition(".")[2]) for value in values if value is not None), default=0
    )
    return [NOT_SHOWN if value is None else f"{value:,.{decimals}f}{unit}" for value in values]


def cells_behind(block: Block) -> list[list[Any]]:
    """Return what is behind each cell of a table, row by row; of a chart, as its table shows it."""
    sources: list[list[Any]] = block.get("sources") or []
    if block["type"] == "chart":
        return [[None, *row] for row in zip(*sources, strict=True)]
    return sources


def cell_behind(block: Block, row: int, column: int) -> dict[str, Any] | None:
    """Return what is behind one cell: the kind of record and the keys; None where nothing is, or no such cell."""
    found: dict[str, Any] | None = at(at(cells_behind(block), row) or [], column)
    return found


def at(items: Sequence[Any], place: int) -> Any:
    """Return the item of a place, None beyond the last."""
    return items[place] if 0 <= place < len(items) else None


def with_source_addresses(sections: list[Block], address: Address) -> list[Block]:
    """Return sections whose tables, charts and paragraphs have the address of what is behind each number."""
    return [
        {**section, "blocks": [addressed(block, address) for block in section["blocks"]]}
        for section in sections
    ]


def addressed(block: Block, address: Address) -> Block:
    """Return a block with the addresses of what is behind its numbers, where it is drawn from the record."""
    if not block.get("sources"):
        return block
    if block["type"] == "paragraph":
        return with_links(block, lambda column: address("paragraph", block["number"], 0, column))
    if not block.get("place"):
        return block
    kind = "figure" if block["type"] == "chart" else "table"
    urls = [
        [address(kind, block["place"], row, column) if cell else "" for column, cell in enumerate(cells)]
        for row, cells in enumerate(cells_behind(block))
    ]
    if "table" in block:
        return {**block, "table": {**block["table"], "urls": urls}}
    return {**block, "urls": urls} if kind == "table" else block
