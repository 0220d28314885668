"""What members read beside a report's text: the PDFs that go with it."""

from collections.abc import Iterator

from reports.checks.known import Known
from reports.checks.reading import DIGIT, Passage, Reading

LONG_LINE = 0.7
"""A line of a page that is so long, compared with the longest, goes on in the next one; a shorter ends a text."""


def looked_through(reading: Reading, known: Known, *, has_digits: bool = False) -> Iterator[Passage]:
    """Return every text that may tell who somebody is."""
    yield from reading.passages_with_digits if has_digits else reading.passages
    around = attached_pages(reading, known)
    yield from (passage for passage in around if not has_digits or DIGIT.search(passage.text))


def attached_pages(reading: Reading, known: Known) -> Iterator[Passage]:
    """Return what the PDFs say that go with the report, page by page."""
    for annex in reading.annexes:
        file = annex.get("file")
        pages = (known.page_texts.get(file["id"]) or ()) if file else ()
        for number, page in enumerate(pages, start=1):
            place = f"Annex {annex['letter']}, page {number}"
            for text in texts_of_page(page):
                yield reading.in_annex(annex, text)._replace(place=place)


def texts_of_page(page: str) -> Iterator[str]:
    """Return the texts of a page, each in one line: a line that fills the page goes on in the next."""
    lines = page.split("\n")
    full = max(map(len, lines)) * LONG_LINE
    text: list[str] = []
    for line in lines:
        text.append(line)
        if len(line) < full:
            yield " ".join(text)
            text = []
    if text:
        yield " ".join(text)
