"""A report with a marker in every kind of exempt content, and all the words that the files of an edition hold."""

import datetime
import io
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import StreamObject

from reports.models import Edition, Exemption, Report, Section
from tests.factories.actions import ActionFactory
from tests.factories.findings import MeasureFactory, MeasurementFactory
from tests.factories.reports import (
    ExemptionFactory,
    ImplicationKindFactory,
    RecommendationFactory,
    ReportFactory,
    SectionFactory,
)

MARKER = "Zanzibar"
CHART = f"{MARKER}25 places"
MARKERS = range(1, 26)
"""A number follows each marker, so that it can be told which kinds of content hold one."""
BODY = f"""Before. See {{kept}} and {{secret}}. {{#kept}}

{{exempt A}} {MARKER}1 in a paragraph, Zanzibar Quay Team [ZQT]. {{#secret}}

- {MARKER}2 in its point
  - {MARKER}3 deeper

> Said openly.
>
> {{exempt B}} {MARKER}4 in a quotation

## {MARKER}5 {{exempt A}}

{{exempt A}}

| What | Who |
|---|---|
| {MARKER}6 | police |

{{exempt a}}

## {MARKER}7

{MARKER}8 after a heading

Something `{{exempt A}} {MARKER}9` in code, {{exempt Z}} {MARKER}10.

{{exempt A {MARKER}11

    {{exempt A}} {MARKER}12 set in

After, in public: ZQT.

{{exempt A}} {{chart {CHART}}}
"""


def marked_report(**values: Any) -> Report:
    """Return an approved report with a marker in every kind of exempt content."""
    papers = f"Open\n{{exempt A}} {MARKER}20"
    people = {
        "author_contact": f"{MARKER}23, author@council.example",
        "specialist_officers": f"{{exempt A}} {MARKER}24",
    }
    report = ReportFactory(
        approved=True, title="Open title", background_papers=papers, **{**people, **values}
    )
    exemption, other = (
        ExemptionFactory(report=report, letter=letter, ground=ground, reasoning=f"{MARKER}13 is why")
        for letter, ground in (("A", "paragraph_3"), ("B", Exemption.Ground.CONFIDENTIAL))
    )
    ActionFactory(title=f"{MARKER}14", agreed_at=report.approved_at.replace(month=4))
    SectionFactory(report=report, heading="Open", body=BODY, position=1)
    secret = {"heading": f"{MARKER}15", "exemption": other}
    SectionFactory(report=report, kind=Section.Kind.ACTIONS, body="", position=2, **secret)
    SectionFactory(report=report, body=f"One {MARKER}16.\n\nTwo.", position=3, **secret)
    measure = MeasureFactory(name=CHART)
    for month in (2, 3):
        MeasurementFactory(measure=measure, measured_on=datetime.date(2026, month, 1), value=300 + month)
    SectionFactory(report=report, kind=Section.Kind.MEASURES, body="", position=10, **secret)
    SectionFactory(report=report, heading=f"{{exempt A}} {MARKER}21", body=f"{MARKER}22", position=9)
    RecommendationFactory(report=report, text="Note it", position=1)
    RecommendationFactory(report=report, text=f"{MARKER}17", reason=MARKER, exemption=exemption, position=2)
    RecommendationFactory(report=report, text=f"{{exempt A}} {MARKER}18", position=3)
    kind = ImplicationKindFactory(name="Money")
    report.implications.create(kind=kind, text=f"Open.\n\n{{exempt A}} {MARKER}19")
    placed = ("recommendations", "implications", "contacts", "abbreviations", "background")
    for position, name in enumerate(placed, start=4):
        SectionFactory(report=report, kind=name, placed=True, position=position)
    return report


def publish(report: Report) -> None:
    """Let the committee read a report."""
    Report.objects.filter(pk=report.pk).update(
        status="published", published_by=report.approved_by, published_at=report.approved_at
    )
    report.refresh_from_db()


def file_of(edition: Edition, kind: str) -> bytes:
    """Return the bytes of one of an edition's files."""
    with getattr(edition, kind).open() as file:
        return file.read()


def lines_of(content: bytes) -> list[str]:
    """Return what a PDF says on its pages: in its streams the words are codes of a font's glyphs."""
    pages = PdfReader(io.BytesIO(content)).pages
    lines = (line for page in pages for line in page.extract_text().splitlines())
    return [" ".join(line.split()) for line in lines if line.strip()]


def words_of(content: bytes) -> str:
    """Return what a PDF says on its pages, on one line."""
    return " ".join(lines_of(content))


def in_pdf(content: bytes) -> Iterator[str]:
    """Return the words, every object and every stream of a PDF and of the PDFs that it carries, decompressed."""
    yield words_of(content)
    reader = PdfReader(io.BytesIO(content))
    for number in range(1, int(reader.trailer["/Size"])):
        found = reader.get_object(number)
        yield str(found)
        if isinstance(found, StreamObject):
            data = found.get_data()
            yield data.decode("latin-1")
            if data.startswith(b"%PDF-"):
                yield from in_pdf(data)


def in_word(content: bytes) -> Iterator[str]:
    """Return the parts of a Word file and their names."""
    parts = zipfile.ZipFile(io.BytesIO(content))
    for name in parts.namelist():
        yield name
        yield parts.read(name).decode("latin-1")


def contents(edition: Edition) -> Iterator[str]:
    """Return all that an edition's files hold as pieces of text, whatever it is packed in."""
    for kind in ("pdf", "docx", "html"):
        yield file_of(edition, kind).decode("latin-1")
    yield from in_pdf(file_of(edition, "pdf"))
    yield from in_word(file_of(edition, "docx"))
    yield file_of(edition, "html").decode()


def holding(pieces: Iterable[str], words: str = MARKER) -> list[str]:
    """Return the pieces that hold words, in whatever letters and as the strings of a PDF write them."""
    wide = words.encode("utf-16-be")
    forms = [form.lower() for form in (words, wide.decode("latin-1"), words.encode().hex(), wide.hex())]
    return [piece for piece in pieces if any(form in piece.lower() for form in forms)]
