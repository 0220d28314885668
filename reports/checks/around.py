"""What members read beside a report's text: its details, what it promises, and the PDFs that go with it."""

from collections.abc import Iterator

from reports.checks.known import Known
from reports.checks.reading import DIGIT, NO_SECTION, Passage, Reading
from reports.models import Section

LONG_LINE = 0.7
"""A line of a page that is so long, compared with the longest, goes on in the next one; a shorter ends a text."""


def looked_through(
    reading: Reading, known: Known, *, has_digits: bool = False
) -> Iterator[tuple[Passage, Known]]:
    """Return every text that may tell who somebody is, each with what is known when it is looked through.

    What a report's own details name elsewhere excuses nothing in the details themselves.
    """
    for passage in reading.passages_with_digits if has_digits else reading.passages:
        yield passage, known
    around = [
        *((passage, known.without_details) for passage in details(reading)),
        *((passage, known) for passage in promises(reading, known)),
        *((passage, known) for passage in attached_pages(reading, known)),
    ]
    yield from (row for row in around if not has_digits or DIGIT.search(row[0].text))


def details(reading: Reading) -> Iterator[Passage]:
    """Return the report's title and what else is said of the report itself."""
    snapshot = reading.snapshot
    rows = [
        ("Title", snapshot.get("title")),
        ("Report of", snapshot.get("report_of")),
        ("Specialist officers", snapshot["contacts"].get("specialist_officers")),
    ]
    for place, text in rows:
        if text:
            yield Passage(text, place, reading.report_url, reading.address("report_edit"), NO_SECTION)
    for section in (row for row in reading.sections if row["kind"] == Section.Kind.WARDS):
        for line in (line for block in section["blocks"] for line in block.get("lines", ())):
            yield reading.passage(section, {"type": "subheading"}, line)


def promises(reading: Reading, known: Known) -> Iterator[Passage]:
    """Return what the report promises and who keeps it, which members read in the list of commitments."""
    for commitment in known.commitments:
        url = f"{reading.address('report_commitments')}#commitment-{commitment.pk}"
        fix_url = reading.address("commitment_edit", commitment.pk)
        for place, text in (
            ("Commitment", commitment.wording),
            ("Who keeps a commitment", commitment.owner),
        ):
            yield Passage(text, place, url, fix_url, NO_SECTION)


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
