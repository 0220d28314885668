"""A document as it is, without looking for findings: its pages, and the parts of its text as plain data."""

from collections.abc import Iterator
from typing import Any

from findings.extraction.blocks import Block, Heading, ListItem, Note, Paragraph, Row, Table, cell_text
from findings.extraction.formats import PDF, identify, label
from findings.extraction.readers.documents import read_document
from findings.extraction.readers.pdf.hearing import lacking
from findings.extraction.readers.pdf.page_texts import page_texts
from findings.extraction.readers.pdf.reader import count_pages

Part = dict[str, Any]


def read_whole(data: bytes, *, filename: str) -> dict[str, Any]:
    """Return the number of a document's pages, None where nobody knows it, and of any but a PDF its parts.

    Of a PDF also what it lacks for people who hear it, and the text of each page. Raises `UnreadableDocument`.
    """
    if identify(data, filename=filename) == PDF:
        pages = count_pages(data, name=label(filename))
        return {"pages": pages, "parts": [], "lacks": lacking(data), "page_texts": page_texts(data)}
    reading, _ = read_document(data, filename=filename)
    return {"pages": max(reading.pages, default=None), "parts": list(parts_of(reading.blocks))}


def parts_of(blocks: list[Block]) -> Iterator[Part]:
    """Return the parts of a text: headings, paragraphs, items of lists, tables, notes."""
    for block in blocks:
        match block:
            case Heading(text, level):
                yield {"type": "heading", "text": text, "level": level}
            case Paragraph(text):
                yield {"type": "paragraph", "text": text, "depth": block.depth}
            case ListItem(text, level, marker):
                yield {"type": "item", "text": text, "level": level, "marker": marker}
            case Table(rows):
                yield {"type": "table", "rows": [list(cells_of(row)) for row in rows]}
            case Note(text):
                yield {"type": "paragraph", "text": text, "depth": 0}


def cells_of(row: Row) -> Iterator[str]:
    """Return the cells of a row, empty ones where a cell spans several columns."""
    for cell in row.cells:
        yield cell_text(cell)
        yield from [""] * (cell.span - 1)
