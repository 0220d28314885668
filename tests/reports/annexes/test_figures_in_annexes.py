"""Annexes have no place for pictures and charts: the mark of one says so, and stands in the way of approval."""

import io

import docx
import pytest

from reports.checks import Reading
from reports.checks import figures as figures_check
from reports.rendering.apart import make_files
from reports.rendering.passages import passages_of
from reports.rendering.snapshot import build_snapshot
from tests.factories.reports import AnnexFactory, PictureFactory, ReportFactory, SectionFactory
from tests.reports.knowing import known_for

pytestmark = pytest.mark.django_db
WORDS = [
    "annexes show no pictures or charts, so move picture 1 to a section",
    "annexes show no pictures or charts, so move chart Children in care to a section",
]


@pytest.fixture
def snapshot():
    """A report with a picture in its section, and an annex with the marks of that and of a chart."""
    report = ReportFactory(approved=True)
    PictureFactory(report=report, number=1)
    SectionFactory(report=report, body="{picture 1}", position=1)
    AnnexFactory(
        report=report, position=1, body="See {picture 1}.\n\n{picture 1}\n\n> {chart Children in care}"
    )
    return build_snapshot(report)


def test_marks_alone_in_an_annex_say_that_they_belong_into_a_section_and_the_check_names_them(
    client, snapshot
):
    paragraph, *missing = snapshot["annexes"][0]["blocks"]

    found = list(figures_check.find(Reading(snapshot), known_for()))

    assert paragraph["html"] == 'See <a href="#figure-1">Figure 1</a>.'
    assert [(block["type"], block["words"]) for block in missing] == [("missing", words) for words in WORDS]
    assert [(row.place, row.message) for row in found] == [
        ("Annex A", f"The text has a place for a figure that is not there: {words}.") for words in WORDS
    ]
    assert [row.text for row in passages_of(snapshot) if row.place == "Figure that is not there"] == WORDS


def test_files_of_a_report_with_such_marks_are_made_and_say_so_too(snapshot):
    files = make_files(snapshot, lambda *progress: None, lambda: None)

    word = "\n".join(row.text for row in docx.Document(io.BytesIO(files.docx)).paragraphs)
    assert [words in files.html.decode() for words in WORDS] == [True, True]
    assert [words in word for words in WORDS] == [True, True]
