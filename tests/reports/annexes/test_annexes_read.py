"""Attached PDFs are looked through for personal data, as the report is; where that cannot be, the checks say so."""

import datetime

import pypdfium2 as pdfium
import pytest

from findings.extraction.readers.pdf.page_texts import page_texts
from reports.checks import results_of
from reports.checks.around import texts_of_page
from reports.models import AnnexFile
from tests.factories.reports import AnnexFactory, AnnexFileFactory
from tests.reports.annexes.writing import heard, pdf

pytestmark = pytest.mark.django_db
PERSON = "Mr Kevin Pdfname, born on 14/03/2011, NHS number 943 476 5919"
PAGES = f"<p>A map of the wards.</p><p style='break-before: page'>{PERSON}</p>"


def found(report, *checks):
    """What some checks find, each with its place."""
    results = results_of(report, on=datetime.date(2026, 5, 1))
    return [(row.finding.place, row.finding.message) for row in results if row.check.name in checks]


def test_personal_data_in_an_attached_pdf_is_found_with_its_page(client, add, report):
    add(heard(PAGES))

    assert AnnexFile.objects.get().page_texts == ["A map of the wards.", PERSON]
    place = "Annex A, page 2"
    assert found(report, "names", "births", "health_numbers", "unread") == [
        (place, "“Mr Kevin Pdfname” is nobody on the council’s list of people."),
        (place, "“14/03/2011” looks like a date of birth."),
        (place, "“943 476 5919” is an NHS number by its check digit."),
    ]


def test_word_that_is_broken_at_the_end_of_a_line_is_put_together(client, add, report):
    add(heard("<p>The teacher of Mr Kevin Pdf-<br>name asked why.</p>"))

    [(_, message)] = found(report, "names")
    assert message.startswith("“Mr Kevin Pdfname” is nobody")


def test_lines_that_fill_the_page_are_one_text_and_others_texts_of_their_own():
    page = "Nobody came to see him, and the teacher of Mr Kevin\nPdfname asked why this was.\nOliver Smith\nThe carers"

    assert list(texts_of_page(page)) == [
        "Nobody came to see him, and the teacher of Mr Kevin Pdfname asked why this was.",
        "Oliver Smith",
        "The carers",
    ]


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["", "Words", "", ""], "has no text on pages 1 and 3 to 4, so"),
        (["Words", ""], "has no text on page 2, so"),
        (None, "was added before the portal read such files, so"),
    ],
)
def test_pdf_that_could_not_be_looked_through_is_found(report, texts, said):
    AnnexFactory(report=report, attached=True, file=AnnexFileFactory(name="scan.pdf", page_texts=texts))

    [(place, message)] = found(report, "unread")
    assert place == "Annex A"
    assert message.startswith(f"The PDF “scan.pdf” {said}")


def test_page_whose_text_cannot_be_read_is_empty(monkeypatch):
    read, data, pages = pdfium.PdfPage.get_textpage, heard(PAGES), []

    def read_but_the_second(page):
        pages.append(page)
        if len(pages) == 2:
            raise pdfium.PdfiumError("Failed to load text page.")
        return read(page)

    monkeypatch.setattr(pdfium.PdfPage, "get_textpage", read_but_the_second)

    assert page_texts(data) == ["A map of the wards.", ""]


def test_pages_without_text_are_told_when_a_pdf_is_uploaded(client, add, report):
    add(pdf(3))

    assert AnnexFile.objects.get().page_texts == ["", "", ""]
    assert found(report, "unread")[0][1].startswith("The PDF “map.pdf” has no text on pages 1 to 3")
