"""Writing blocks as Word documents, web pages and PDFs, so that the readers can be held against them."""

from collections.abc import Sequence
from html import escape
from io import BytesIO
from typing import Any

import docx
import weasyprint

from findings.extraction.blocks import Block, Heading, ListItem, Paragraph, Table

STYLE = """
@page { size: A4; margin: 2cm; @top-left { content: 'Letter of the review team'; font-size: 9pt }
        @bottom-center { content: 'Page ' counter(page) ' of ' counter(pages); font-size: 9pt } }
body { font: 11pt/1.3 sans-serif } h1 { font-size: 18pt } h2 { font-size: 15pt } h3, h4 { font-size: 13pt }
table { border-collapse: collapse; width: 100% } td, th { border: 1px solid #000; padding: 4px; vertical-align: top }
"""


def pdf(html: str, style: str = STYLE) -> bytes:
    """A page of HTML as a PDF."""
    written = weasyprint.HTML(string=html).write_pdf(stylesheets=[weasyprint.CSS(string=style)])
    assert written is not None
    return written


def saved(document: Any) -> bytes:
    """The bytes of a Word document or workbook."""
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def as_html(blocks: Sequence[Block]) -> str:
    """Blocks as a page of HTML."""
    return f"<!doctype html><html lang='en'><body>{_html(blocks)}</body></html>"


def as_word(blocks: Sequence[Block]) -> bytes:
    """Blocks as a Word document with the styles of its default template."""
    document = docx.Document()
    _add(document, blocks)
    return saved(document)


def _html(blocks: Sequence[Block]) -> str:
    parts: list[str] = []
    depth = 0
    for block in blocks:
        wanted = block.level + 1 if isinstance(block, ListItem) else 0
        parts += ["<ul>"] * (wanted - depth) + ["</ul>"] * (depth - wanted)
        depth = wanted
        match block:
            case Heading(text, level):
                parts.append(f"<h{level}>{escape(text)}</h{level}>")
            case Paragraph(text, strong=strong):
                parts.append(f"<p>{_run(text, strong)}</p>")
            case ListItem(text, strong=strong):
                parts.append(f"<li>{_run(text, strong)}</li>")
            case Table(rows):
                cells = ["".join(f"<td>{_html(cell.blocks)}</td>" for cell in row.cells) for row in rows]
                parts.append(f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>")
    return "".join(parts + ["</ul>"] * depth)


def _run(text: str, strong: bool) -> str:
    inner = escape(text).replace("\n", "<br>")
    return f"<b>{inner}</b>" if strong else inner


def _add(parent: Any, blocks: Sequence[Block]) -> None:
    for block in blocks:
        match block:
            case Heading(text, level):
                parent.add_paragraph(text, style=f"Heading {level}")
            case Paragraph(text, strong=strong):
                parent.add_paragraph().add_run(text).bold = strong or None
            case ListItem(text, level, strong=strong):
                style = "List Bullet" if level == 0 else f"List Bullet {level + 1}"
                parent.add_paragraph(style=style).add_run(text).bold = strong or None
            case Table(rows):
                table = parent.add_table(rows=len(rows), cols=max(len(row.cells) for row in rows))
                for row, written in zip(rows, table.rows, strict=True):
                    for cell, place in zip(row.cells, written.cells, strict=False):
                        _add(place, cell.blocks)
