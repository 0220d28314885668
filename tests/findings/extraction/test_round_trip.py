"""The peer review letter in other formats: the same findings, whatever it was sent as."""

from dataclasses import replace

import pytest

from findings.extraction.blocks import Block, Cell, ListItem, Paragraph, Row, Table, cell_text
from findings.extraction.extracting import Extraction, extract
from findings.extraction.recognition.stitching import stitch
from findings.extraction.text import starts_lower
from tests.findings.extraction.writing import as_html, as_word, pdf
from tests.sources import inventory, require_source

LETTER = "2011-04-peer-review-letter.md"


@pytest.fixture(scope="module")
def letter() -> list[Block]:
    """The letter with the rows whole that its pages tore."""
    path = require_source(LETTER)
    blocks = stitch(list(extract(path.read_bytes(), filename=path.name).blocks))
    return [mended(block) if isinstance(block, Table) else block for block in blocks]


@pytest.fixture(scope="module")
def html(letter) -> str:
    return as_html(letter)


def mended(table: Table) -> Table:
    rows: list[Row] = []
    for row in table.rows:
        if row.after_break and starts_lower(cell_text(row.cells[0])):
            cells = (joined(*pair) for pair in zip(rows.pop().cells, row.cells, strict=True))
            row = replace(row, cells=tuple(cells))
        rows.append(row)
    return replace(table, rows=tuple(rows))


def joined(cell: Cell, rest: Cell) -> Cell:
    last, first, *others = cell.blocks[-1], *rest.blocks
    assert isinstance(last, ListItem | Paragraph)
    assert isinstance(first, ListItem | Paragraph)
    return Cell((*cell.blocks[:-1], replace(last, text=f"{last.text} {first.text}"), *others))


def found(extraction: Extraction) -> list[tuple[str, str | None, str]]:
    return [(c.kind.value, c.theme, " ".join(c.text.split())) for c in extraction.candidates if c.selected]


def expected() -> list[tuple[str, str | None, str]]:
    return [(f["kind"], f["theme"], " ".join(f["text"].split())) for f in inventory(LETTER)["findings"]]


def test_letter_as_html_gives_its_findings(html):
    assert found(extract(html.encode(), filename="letter.html")) == expected()


def test_letter_as_word_gives_its_findings(letter):
    assert found(extract(as_word(letter), filename="letter.docx")) == expected()


def test_letter_as_pdf_gives_its_findings(html):
    extraction = extract(pdf(html), filename="letter.pdf")

    assert found(extraction) == expected()
    assert max(extraction.pages) > 4
