"""Pictures and charts where the text names them: the same figures on the page, in the PDF and in Word."""

import base64
import datetime
import io
import zipfile

import docx
import pytest
from bs4 import BeautifulSoup
from PIL import Image
from pypdf import PdfReader

from reports.checks import Reading, references
from reports.checks import figures as figures_check
from reports.models import Section
from reports.rendering.apart import NotMade, make_files
from reports.rendering.audience import FULL, PUBLIC, editions_of
from reports.rendering.files import KINDS
from reports.rendering.passages import passages_of
from reports.rendering.snapshot import build_snapshot, preview_blocks
from tests.factories.findings import MeasureFactory, MeasurementFactory
from tests.factories.reports import (
    ExemptionFactory,
    PictureFactory,
    ReportFactory,
    SectionFactory,
    drawn_dots,
)
from tests.reports.knowing import known_for

# The files are made from plain data, by a process that knows of no database.
pytestmark = [pytest.mark.django_db, pytest.mark.embedded]

CHART = "{chart Children in care}"
WORDS = "Four steps, from a contact to a decision."


def report_of(body, **more):
    """A report with one section of text, a picture 7 and a measure with three values."""
    report = ReportFactory(approved=True)
    SectionFactory(report=report, heading="Progress", body=body, position=1, **more)
    PictureFactory(report=report, number=7)
    return report


@pytest.fixture
def measure():
    measure = MeasureFactory(name="Children in care")
    for month in (1, 2, 3):
        MeasurementFactory(measure=measure, measured_on=datetime.date(2026, month, 28), value=300 + month)
    return measure


def blocks_of(report, section=0):
    return build_snapshot(report)["sections"][section]["blocks"]


def kinds_of(report):
    return [(block["type"], block.get("number") or block.get("place")) for block in blocks_of(report)]


def files_of(snapshot):
    return make_files(snapshot, lambda *progress: None, lambda: None)


def test_marks_alone_on_a_line_are_figures_that_are_numbered_together(measure):
    report = report_of(
        f"One.\n\n{{picture 7}}\n\nTwo.\n\n  {{ CHART  children in\ncare }}\n\n{{Picture 7}}\n{CHART}"
    )

    assert kinds_of(report) == [
        ("paragraph", 1),
        ("picture", 1),
        ("paragraph", 2),
        ("chart", 2),
        ("table", 1),
        ("picture", 3),
        ("chart", 4),
        ("table", 2),
    ]


def test_figures_in_text_are_counted_on_through_those_of_the_record(measure):
    report = report_of(f"{{picture 7}}\n\n{CHART}", kind=Section.Kind.MEASURES, taken_over=True)

    assert kinds_of(report) == [("picture", 1), ("chart", 2), ("table", 1), ("table", 2), ("chart", 3)]


def test_chart_comes_with_words_and_a_table_of_the_same_values(measure):
    chart, table = blocks_of(report_of(CHART))

    assert (chart["title"], chart["series"]) == (
        "Children in care",
        [["Children in care", [301.0, 302.0, 303.0]]],
    )
    assert chart["description"] == "From 301 on 28 January 2026 to 303 on 28 March 2026."
    assert [cells[1] for cells in table["rows"]] == ["301", "302", "303"]


def test_marks_among_words_are_the_numbers_of_the_figures(measure):
    report = report_of(f"See {{picture 7}} and {CHART}.\n\n{{picture 7}}\n\n- and {{picture 7}}\n\n{CHART}")

    first, _, second, *_ = blocks_of(report)

    link = '<a href="#figure-{0}">Figure {0}</a>'
    assert first["html"] == f"See {link.format(1)} and {link.format(2)}."
    assert second["points"][0]["html"] == f"and {link.format(1)}"


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ("{picture 8}", "no picture is called 8"),
        ("{chart Children in caer}", "no measure in use is called Children in caer"),
        ("{chart Not counted}", "the measure Not counted has no value by the end of the period"),
        ("{chart Put away}", "no measure in use is called Put away"),
        (
            "{chart Children hurt}",
            "all values of the measure Children hurt are small counts, which no report prints",
        ),
        ("{chart <b>x</b> & “y”}", "no measure in use is called <b>x</b> & “y”"),
    ],
)
def test_figure_that_is_not_there_is_named_in_its_place_and_stands_in_the_way(mark, words):
    MeasureFactory(name="Not counted")
    MeasureFactory(name="Put away", is_active=False)
    small = MeasureFactory(name="Children hurt")
    MeasurementFactory(measure=small, measured_on=datetime.date(2026, 3, 1), value=2)
    report = report_of(f"{mark}\n\nSee {mark}.")

    missing, paragraph = blocks_of(report)
    shown = preview_blocks(report.sections.get(), mark)
    reading = Reading(build_snapshot(report))
    [found] = figures_check.find(reading, known_for())

    assert (missing["type"], missing["words"]) == ("missing", words)
    assert "[no figure of the report shows the" in paragraph["html"]
    assert [block["words"] for block in shown] == [words]
    assert (found.place, found.message) == (
        "Section “Progress”",
        f"The text has a place for a figure that is not there: {words}.",
    )
    assert [row.place for row in references.find(reading, known_for())] == ["Paragraph 1"]


def test_text_names_no_endless_number_of_figures():
    report = report_of("{picture 7}\n\n" * 101)

    blocks = blocks_of(report)

    assert [block["type"] for block in blocks] == ["picture"] * 100 + ["missing"]
    assert blocks[100]["words"] == "the text of a report shows 100 pictures and charts, and this is one more"


@pytest.mark.parametrize(
    "text", ["`{picture 7}`", r"\{picture 7}", "    {picture 7}", "{picture}", "{pictures 7}"]
)
def test_what_is_no_mark_is_no_figure(text):
    assert kinds_of(report_of(text)) == [("paragraph", 1)]


def test_frozen_picture_names_its_file_and_another_upload_is_a_change():
    report = report_of("{picture 7}")
    before = build_snapshot(report)
    report.pictures.update(number=9)
    report.sections.update(body="{picture 9}")

    [block] = before["sections"][0]["blocks"]
    told, now = (
        [row for row in passages_of(one) if row.place == "Figure 1"]
        for one in (before, build_snapshot(report))
    )

    assert block["file"] == report.pictures.get().file.name
    assert block["alternative"] == WORDS
    assert (told[0].text, now[0].text) == (
        f"How a contact becomes a decision. {WORDS} (Picture 7)",
        f"How a contact becomes a decision. {WORDS} (Picture 9)",
    )


def test_picture_and_chart_are_on_the_page_in_the_pdf_and_in_word_and_the_same_each_time(measure):
    snapshot = build_snapshot(report_of(f"Shown in {{picture 7}}.\n\n{{picture 7}}\n\n{CHART}"))

    files, again = files_of(snapshot), files_of(snapshot)

    assert [files.sha256(kind) for kind in KINDS] == [again.sha256(kind) for kind in KINDS]
    page = BeautifulSoup(files.html, "lxml")
    figure = page.find(id="figure-1")
    assert figure.figcaption.text == "Figure 1: How a contact becomes a decision"
    assert figure.img["alt"] == WORDS
    assert base64.b64decode(figure.img["src"].removeprefix("data:image/png;base64,")) == drawn_dots()
    assert [row.td.text for row in page.find(id="table-1").find_parent("table").tbody.find_all("tr")] == [
        "301",
        "302",
        "303",
    ]
    assert alternatives_in(files.pdf)[0] == WORDS
    assert len(alternatives_in(files.pdf)) == 2
    word = docx.Document(io.BytesIO(files.docx))
    assert word.inline_shapes[0]._inline.docPr.get("descr") == WORDS
    assert drawn_dots() in pictures_of_word(files.docx)


def alternatives_in(pdf):
    """The words of the figures of a PDF, as its structure has them."""
    found = []

    def walk(element):
        element = element.get_object()
        if not hasattr(element, "get"):
            return
        if element.get("/S") == "/Figure":
            found.append(element["/Alt"])
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            walk(kid)

    walk(PdfReader(io.BytesIO(pdf)).trailer["/Root"]["/StructTreeRoot"])
    return found


def pictures_of_word(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [package.read(name) for name in package.namelist() if name.startswith("word/media/")]


def dots_in(pdf):
    return [
        Image.open(io.BytesIO(image.data)).convert("RGB").tobytes()
        for page in PdfReader(io.BytesIO(pdf)).pages
        for image in page.images
    ]


KEPT_BACK = [
    "{{exempt A}} {{picture {}}}",
    "{{exempt A}}\n\n{{picture {}}}",
    "{{picture {}}} {{exempt A}}",
    "> Said.\n>\n> {{exempt A}} {{picture {}}}",
    "{{exempted}} {{picture {}}}",
]


@pytest.fixture
def kept_back():
    """A report with pictures, each another and in a section of its own, and each exempt in another way."""
    report = ReportFactory(approved=True)
    ExemptionFactory(report=report, letter="A")
    for number, body in enumerate(KEPT_BACK, start=1):
        text = f"See {{picture {number}}}.\n\n{body.format(number)}"
        SectionFactory(report=report, body=text, position=number)
        PictureFactory(
            report=report, number=number, alternative=f"{WORDS} {number}", data=drawn_dots(3 + number)
        )
    return report


def test_exempt_picture_is_nowhere_in_the_public_edition(kept_back):
    editions = dict(editions_of(build_snapshot(kept_back)))

    full, public = files_of(editions[FULL]), files_of(editions[PUBLIC])
    drawn = [drawn_dots(3 + number) for number in range(1, len(KEPT_BACK) + 1)]
    dots = [Image.open(io.BytesIO(picture)).tobytes() for picture in drawn]
    assert set(dots) <= {*dots_in(full.pdf)}
    assert set(drawn) <= {*pictures_of_word(full.docx)}
    assert [picture for picture in drawn if base64.b64encode(picture) not in full.html] == []
    assert dots_in(public.pdf) == []
    assert pictures_of_word(public.docx) == []
    assert [picture for picture in drawn if base64.b64encode(picture) in public.html] == []
    words = public.html.decode()
    assert WORDS not in words
    for number in range(1, len(KEPT_BACK) + 1):
        assert f"Figure {number} is not published: it is exempt" in words
        assert f"#figure-{number}" not in words
    assert [row for row in kept_back.pictures.all() if row.file.name in str(editions[PUBLIC])] == []


def test_mark_in_the_words_of_a_picture_keeps_it_back_too():
    report = report_of("{picture 7}")
    report.pictures.update(alternative="{exempt A} The house of a family.")

    public = dict(editions_of(build_snapshot(report)))[PUBLIC]

    assert "house" not in str(public)
    assert [block["type"] for block in public["sections"][0]["blocks"]] == ["exempt"]


def test_words_of_a_picture_have_numbers_for_references_and_no_marks_of_exemptions():
    report = report_of("Early help. {#early}\n\n{picture 7}")
    report.pictures.update(
        caption="{exempt A} Steps < paragraph {early}", alternative="{exempt A} Figure {picture 7} & {nobody}"
    )

    block = blocks_of(report)[1]

    assert (block["caption"], block["alternative"]) == (
        "Steps < paragraph 1",
        "Figure Figure 1 & [no paragraph is called nobody]",
    )
    assert block["exempt"]["letter"] == "A"


def test_section_that_is_exempt_takes_its_pictures_with_it():
    report = report_of("{picture 7}")
    exemption = ExemptionFactory(report=report, letter="A")
    report.sections.update(exemption=exemption)

    public = dict(editions_of(build_snapshot(report)))[PUBLIC]

    assert report.pictures.get().file.name not in str(public)
    assert [block["type"] for block in public["sections"][0]["blocks"]] == ["exempt"]


def test_files_are_not_made_with_another_picture_than_was_frozen():
    report = report_of("{picture 7}")
    snapshot = build_snapshot(report)
    file = report.pictures.get().file
    file.storage.delete(file.name)

    with pytest.raises(NotMade, match=r"^The file of Figure 1 is gone, or is not the one that was frozen\."):
        files_of(snapshot)
