"""One reader for each format; a new format adds one here, and its signature to the formats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise

from ..blocks import Block, ListItem, PageBreak, Paragraph
from ..decoding import decode, format_of
from ..errors import NestedTooDeeply, empty, too_deep
from ..formats import CSV, HTML, MARKDOWN, PACKAGE, PDF, PLAIN, SPREADSHEET, WORD, identify, label
from ..hyphens import SOFT_HYPHEN
from ..reading import Reading
from .columns import Column
from .html import read_html
from .markdown import read_markdown
from .packages import check_package
from .pdf.reader import read_pdf
from .plain import read_plain
from .sheets import Sheet, open_sheet, read_sheet
from .word import read_word

TEXT_READERS: dict[str, Callable[[str], list[Block]]] = {
    MARKDOWN: read_markdown,
    HTML: read_html,
    PLAIN: read_plain,
}
READERS: dict[str, Callable[..., Reading]] = {PDF: read_pdf, WORD: read_word}


def read_document(
    data: bytes, *, filename: str, columns: Mapping[int, Column] | None = None
) -> tuple[Reading, str]:
    """A document as it was read, and its format; raises `UnreadableDocument` if it cannot be read.

    `columns` says what the columns of a spreadsheet hold; without it their headings tell.
    """
    name = label(filename)
    written_as = identify(data, filename=filename)
    if written_as == PACKAGE:
        written_as = check_package(data, name=name)
    if written_as in READERS:
        reading = READERS[written_as](data, name=name)
    elif written_as in {SPREADSHEET, CSV}:
        reading = read_sheet(data, written_as, name=name, columns=columns)
    else:
        reading, written_as = _read_text(data, written_as, filename)
    if all(isinstance(block, PageBreak) for block in reading.blocks):
        raise empty(name, "has no text in it")
    return reading, written_as


def open_spreadsheet(data: bytes, *, filename: str) -> Sheet | None:
    """The sheet of findings in a spreadsheet; None for any other document. Raises `UnreadableDocument`."""
    name = label(filename)
    written_as = identify(data, filename=filename)
    if written_as == PACKAGE:
        written_as = check_package(data, name=name)
    return open_sheet(data, written_as, name=name) if written_as in {SPREADSHEET, CSV} else None


def _read_text(data: bytes, promised: str, filename: str) -> tuple[Reading, str]:
    text = decode(data, filename=filename)
    written_as = format_of(text, promised=promised)
    try:
        blocks = TEXT_READERS[written_as](text)
    except NestedTooDeeply as error:
        raise too_deep(label(filename)) from error
    lines = tuple(text.split("\n"))
    return Reading(_torn(blocks, lines), lines, _pages(text)), written_as


def _torn(blocks: list[Block], lines: tuple[str, ...]) -> list[Block]:
    """The blocks with the soft hyphens at which pages end, which show that the next page goes on with a word."""
    marked = blocks.copy()
    for position, (block, after) in enumerate(pairwise(blocks)):
        if not isinstance(after, PageBreak) or not isinstance(block, ListItem | Paragraph):
            continue
        last = lines[block.lines[-1] - 1] if block.lines else ""
        if last.partition("\f")[0].rstrip().endswith(SOFT_HYPHEN):
            marked[position] = replace(block, text=block.text + SOFT_HYPHEN)
    return marked


def _pages(text: str) -> tuple[int, ...]:
    """The page of each line, where form feeds show the pages."""
    if "\f" not in text:
        return ()
    pages, page = [], 1
    for line in text.split("\n"):
        page += line[:1] == "\f"
        pages.append(page)
        page += line[1:].count("\f")
    return tuple(pages)
