"""The files of every source: the same paragraphs in the PDF and in Word, and PDFs that conform to PDF/UA-1."""

import subprocess

import pypdfium2
import pytest

from scripts.verapdf import faults_of
from tests.plugins.needs import soffice_path
from tests.reports.sources.builders import BUILDERS
from tests.reports.sources.words import bare, shown_in

pytestmark = pytest.mark.django_db
NAMES = sorted(BUILDERS)
ENOUGH = 30
"""How many letters tell a paragraph from others; a page may end after them."""
MOST_SECONDS = 120


def letters_of(pdf):
    """The letters of a PDF in reading order."""
    with pypdfium2.PdfDocument(pdf) as opened:
        return bare("".join(page.get_textpage().get_text_range() for page in opened))


def missing_in(text, paper):
    """The paragraphs and points of a page that a text lacks in this order, with the number before the words."""
    place, missing = 0, []
    for row in shown_in(paper.page):
        for start in (
            f"{row.number}.{bare(row.words)[:ENOUGH]}",
            *(bare(words)[:ENOUGH] for words in row.points),
        ):
            found = text.find(start, place)
            if found < 0:
                missing.append(start)
            else:
                place = found + len(start)
    return missing


@pytest.mark.parametrize("name", NAMES)
def test_pdf_has_the_numbers_and_words_of_the_page_in_its_order(paper_of, name):
    paper = paper_of(name)

    assert missing_in(letters_of(paper.pdf), paper) == []


@pytest.mark.embedded
@pytest.mark.libreoffice
def test_word_files_have_the_numbers_and_words_of_the_page_in_its_order(paper_of, tmp_path):
    papers = {name: paper_of(name) for name in NAMES}
    for name, paper in papers.items():
        (tmp_path / f"{name}.docx").write_bytes(paper.docx)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice_path(), profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]

    subprocess.run(
        [*command, *map(str, tmp_path.glob("*.docx"))], check=True, capture_output=True, timeout=MOST_SECONDS
    )

    lacking = {
        name: missing_in(letters_of((tmp_path / f"{name}.pdf").read_bytes()), paper)
        for name, paper in papers.items()
    }
    assert lacking == {name: [] for name in NAMES}


@pytest.mark.embedded
@pytest.mark.verapdf
def test_pdfs_conform_to_pdf_ua_1(paper_of, tmp_path):
    paths = {name: tmp_path / f"{name}.pdf" for name in NAMES}
    for name, path in paths.items():
        path.write_bytes(paper_of(name).pdf)

    faults = faults_of(paths.values())

    assert {name: faults[path] for name, path in paths.items()} == dict.fromkeys(NAMES, "")
