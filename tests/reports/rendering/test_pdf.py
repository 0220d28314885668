"""The PDF: tagged, whole in itself, and the same bytes for the same snapshot."""

import datetime
import io
import itertools
import json
import logging
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest
import weasyprint
from pypdf import PdfReader
from weasyprint.urls import FatalURLFetchingError

from findings.models import Kind
from reports.models import Section
from reports.rendering import apart
from reports.rendering.apart import NotMade, make_files
from reports.rendering.broken import BrokenPart
from reports.rendering.files import KINDS
from reports.rendering.hearing import Unheard, figures_of, require_heard
from reports.rendering.page import page_html
from reports.rendering.pdf import PROGRESS_LOG, Pdf, html_to_pdf, identify, progress_of_weasyprint
from reports.rendering.snapshot import build_snapshot
from tests.factories.findings import FindingFactory, MeasureFactory, MeasurementFactory
from tests.factories.reports import AbbreviationFactory, RecommendationFactory, ReportFactory, SectionFactory
from tests.factories.reviews import ReviewFactory, ThemeFactory
from tests.reports.rendering.snapshots import PICTURE, jpeg, section
from tests.reports.rendering.snapshots import snapshot as by_hand

# The files are made from plain data, by a process that knows of no database.
pytestmark = [pytest.mark.django_db, pytest.mark.embedded]
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def snapshot():
    """A report with text, points, a table, bars, a line, a recommendation and an abbreviation."""
    report = ReportFactory(approved=True, title="Half-yearly report", meeting__committee__name="Scrutiny")
    finding = FindingFactory(kind=Kind.STRENGTH, review=ReviewFactory(received_on=datetime.date(2026, 3, 2)))
    finding.themes.add(ThemeFactory(name="Voice"))
    measure = MeasureFactory(name="Children in care")
    for month in (1, 2, 3):
        MeasurementFactory(
            measure=measure, measured_on=datetime.date(2026, month, 28), value=Decimal(300 + month)
        )
    AbbreviationFactory(short="ICB", meaning="Integrated care board")
    SectionFactory(report=report, heading="Introduction", body="About the ICB.\n\n- one\n  - two", position=1)
    SectionFactory(report=report, kind=Section.Kind.FINDINGS, heading="Findings", position=2)
    SectionFactory(report=report, kind=Section.Kind.MEASURES, heading="Measures", position=3)
    for position, kind in enumerate(("recommendations", "contacts", "abbreviations"), start=4):
        SectionFactory(report=report, kind=kind, placed=True, position=position)
    RecommendationFactory(report=report, position=1)
    return build_snapshot(report)


def render(snapshot, tell=None):
    return html_to_pdf(page_html(snapshot), identifier=identify(snapshot), report_progress=tell).content


def read(snapshot):
    return PdfReader(io.BytesIO(render(snapshot)))


def walk(element):
    """Return every structure element below one, in reading order."""
    element = element.get_object()
    if "/S" in element:
        yield element
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        if hasattr(kid.get_object(), "get"):
            yield from walk(kid)


def test_pdf_is_tagged_and_says_so(snapshot):
    pdf = read(snapshot)

    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    metadata = root["/Metadata"].get_object().get_data().decode()
    assert 'pdfuaid:part="1"' in metadata
    assert pdf.metadata.title.startswith("Half-yearly report, Scrutiny")


def test_pdf_has_headings_lists_tables_and_figures_as_structure(snapshot):
    elements = list(walk(read(snapshot).trailer["/Root"]["/StructTreeRoot"]))

    kinds = {str(element["/S"]) for element in elements}
    assert {"/H1", "/H2", "/P", "/L", "/LI", "/LBody", "/Table", "/TH", "/TD", "/Figure", "/Caption"} <= kinds
    figures = [element["/Alt"] for element in elements if element["/S"] == "/Figure"]
    assert [alt.split(".")[0] for alt in figures] == ["Findings of the period by theme", "Children in care"]


def test_headings_do_not_skip_a_level(snapshot):
    elements = walk(read(snapshot).trailer["/Root"]["/StructTreeRoot"])

    levels = [int(element["/S"][2]) for element in elements if str(element["/S"])[:2] == "/H"]

    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))


def test_pdf_has_a_bookmark_for_each_section(snapshot):
    pdf = read(snapshot)

    [whole, below] = pdf.outline
    assert whole.title == "Half-yearly report"
    headings = [entry.title for entry in below if not isinstance(entry, list)]
    assert headings == [
        "Introduction",
        "Findings",
        "Measures",
        "Recommendations",
        "Contact details",
        "Abbreviations",
    ]


def test_every_font_is_embedded(snapshot):
    fonts = [
        descendant.get_object()["/FontDescriptor"].get_object()
        for page in read(snapshot).pages
        for font in page["/Resources"]["/Font"].values()
        for descendant in font.get_object()["/DescendantFonts"]
    ]

    assert fonts
    assert all(any(f"/FontFile{kind}" in font for kind in ("", "2", "3")) for font in fonts)


def test_text_can_be_read_out(snapshot):
    text = "\n".join(page.extract_text() for page in read(snapshot).pages)

    for words in (
        "Half-yearly report",
        "1.",
        "a)",
        "i)",
        "Members are asked to",
        "Reason:",
        "Integrated care board",
    ):
        assert words in text
    assert "Page 1 of" in text


def test_words_that_stand_for_a_small_count_do_not_run_into_the_next_column():
    measure = MeasureFactory(name="Health passports", unit="percent")
    for day, numbers in ((1, (3, 4)), (2, (2, 1_234))):
        MeasurementFactory(
            measure=measure,
            measured_on=datetime.date(2026, 3, day),
            value=Decimal(numbers[0] * 100) / numbers[1],
            numerator=numbers[0],
            denominator=numbers[1],
        )
    report = ReportFactory()
    SectionFactory(report=report, kind=Section.Kind.MEASURES, heading="Measures", position=1)

    with pypdfium2.PdfDocument(render(build_snapshot(report))) as pdf:
        words = pdf[0].get_textpage()
        text = words.get_text_range()
        boxes = [words.get_charbox(place) for place, letter in enumerate(text) if letter.strip()]

    assert "fewer than" in " ".join(text.split())
    assert not [(one, other) for one, other in itertools.combinations(boxes, 2) if overlap(one, other)]


def overlap(one, other):
    """Tell whether two boxes, each left, bottom, right and top in points, cover some of the same paper."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    along = min(one[3], other[3]) - max(one[1], other[1])
    return across > 1 and along > 1


def test_draft_says_that_it_is_one():
    text = read(build_snapshot(ReportFactory())).pages[0].extract_text()

    assert "Draft: not approved" in text


def test_same_snapshot_gives_the_same_files_in_another_process(snapshot, tmp_path):
    (tmp_path / "snapshot.json").write_text(json.dumps(snapshot))
    code = (
        "import hashlib, json, sys, django; django.setup();"
        "from reports.rendering.apart import make_files;"
        "files = make_files(json.load(open(sys.argv[1])), lambda *progress: None, lambda: None);"
        "print(*[files.sha256(kind) for kind in ('pdf', 'docx', 'html')])"
    )
    environment = {
        **os.environ,
        "PYTHONHASHSEED": "7",
        "DATA_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "portal.settings",
    }
    for name in ("DATABASE_URL", "REDIS_URL", "PORTAL_MODE"):
        environment.pop(name, None)

    other = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "snapshot.json")],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )

    files = make_files(snapshot, lambda *progress: None, lambda: None)
    assert other.stdout.split() == [files.sha256(kind) for kind in KINDS]
    assert files.pdf == render(snapshot)


@pytest.mark.parametrize(
    ("html", "lacks"),
    [
        ('<html lang="en"><h1>x</h1>', ["title"]),
        ("<title>t</title><h1>x</h1>", ["language"]),
        ("<h1>x</h1>", ["language", "title"]),
    ],
)
def test_all_is_named_that_a_pdf_lacks_for_people_who_hear_it(html, lacks):
    with pytest.raises(Unheard) as raised:
        require_heard(html_to_pdf(html, identifier=b"x"), [])

    assert raised.value.lacks == lacks


def test_pdf_without_tags_is_named():
    html = '<html lang="en"><title>t</title><h1>x</h1>'

    with pytest.raises(Unheard, match=r"^The PDF has no tags$"):
        require_heard(Pdf(weasyprint.HTML(string=html).write_pdf(), 1), [])


def test_what_the_portal_left_out_of_a_pdf_is_for_an_administrator_not_for_the_author(snapshot, monkeypatch):
    monkeypatch.setattr(apart, "page_html", lambda *given, **more: "<h1>x</h1>")

    with pytest.raises(NotMade) as failed:
        make_files(snapshot, lambda *progress: None, lambda: None)

    assert str(failed.value) == (
        "The PDF was made without language and title, which people who use a screen reader need. "
        "Nothing in the report is lost. No change to the report mends it: tell an administrator, who will find the "
        "reason in the log."
    )


def test_figure_without_words_in_its_place_is_named(snapshot, monkeypatch):
    """A chart always has a title; that of a picture is what an officer writes."""
    require_heard(html_to_pdf(page_html(snapshot), identifier=b"x"), figures_of(snapshot))
    report = by_hand(section(1, "Pictures", {**PICTURE, "alternative": ""}))
    monkeypatch.setattr(apart, "read_images", lambda snapshot: {1: jpeg()})

    with pytest.raises(
        NotMade,
        match="broke off at Figure 1 in the section “Pictures”, which has no text alternative in the PDF",
    ):
        make_files(report, lambda *progress: None, lambda: None)


def test_figure_that_is_not_there_is_named():
    pdf = html_to_pdf('<html lang="en"><title>t</title><h1>x</h1>', identifier=b"x")

    with pytest.raises(BrokenPart, match="Figure 1 in the section “A”, which has no text"):
        require_heard(pdf, ["Figure 1 in the section “A”"])


def test_another_snapshot_gives_another_identifier(snapshot):
    assert identify(snapshot) != identify({**snapshot, "title": "Two"})


@pytest.mark.parametrize("address", ["https://elsewhere.example/x.png", "file:///etc/hostname", "x.png"])
def test_nothing_is_fetched_from_outside(address):
    html = (
        f'<html lang="en"><title>t</title><base href="https://council.example/"><img src="{address}" alt="a">'
    )

    with pytest.raises(FatalURLFetchingError):
        html_to_pdf(html, identifier=b"x")


def test_count_of_pages_never_goes_back():
    told = []
    log = logging.getLogger(PROGRESS_LOG)

    with progress_of_weasyprint(lambda percent, step: told.append(step)):
        for page in (1, 2, 1, 3):
            log.info("Step 5 - Creating layout - Page %d", page)

    assert told == [f"Setting out page {page}" for page in (1, 2, 2, 3)]


def test_progress_is_told_in_steps_that_end_with_the_files(snapshot):
    told = []

    make_files(snapshot, lambda percent, step: told.append((percent, step)), lambda: None)

    assert told[0] == (5, "Drawing the charts")
    assert [step for _, step in told[-3:]] == [
        "Writing the PDF",
        "Writing the Word file",
        "Writing the web page",
    ]
    assert "Setting out page 1" in [step for _, step in told]
    assert all(0 <= percent < 100 for percent, _ in told)


def test_markup_in_the_record_stays_text():
    report = ReportFactory(title="<b>Bold</b>", report_of="A & B")
    SectionFactory(report=report, heading="<i>x</i>", position=1)

    text = read(build_snapshot(report)).pages[0].extract_text()

    assert "<b>Bold</b>" in text
    assert "Report of the A & B" in text
