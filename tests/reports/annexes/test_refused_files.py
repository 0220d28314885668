"""Files that cannot be annexes: refused by name and reason beside the field, and nothing of them is kept."""

import time

import pytest

from reports.models import Annex, AnnexFile, Section
from reports.rules import annex_files
from tests.actions.sending import errors_of
from tests.factories.reports import AnnexFactory
from tests.reports.annexes.writing import pdf, with_macros, word

pytestmark = pytest.mark.django_db
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
WORD_97 = COMPOUND + "WordDocument".encode("utf-16-le")
LOCKED_WORD = COMPOUND + "EncryptedPackage".encode("utf-16-le")
PROTECTED = "is protected by a password. Save a copy without the password and upload that"
DAMAGED = "is damaged and cannot be opened. Ask the sender for it again and upload that copy"
BROKEN = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 9 0 R >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
OTHER = "Choose a PDF or a Word document (.docx)"


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"", "map.pdf", f"“map.pdf” is empty. {OTHER} that has something in it"),
        (pdf(password="secret"), "map.pdf", f"“map.pdf” {PROTECTED}"),
        (pdf()[:300], "map.pdf", f"“map.pdf” {DAMAGED}"),
        (BROKEN, "map.pdf", f"“map.pdf” {DAMAGED}"),
        (LOCKED_WORD, "plan.docx", f"“plan.docx” {PROTECTED}"),
        (
            WORD_97,
            "plan.doc",
            "“plan.doc” is in the old Word format (.doc). Open it in Word, save it as .docx and upload that",
        ),
        (
            with_macros(),
            "plan.docx",
            "“plan.docx” holds macros, so it was not kept. Save it as a PDF and choose that",
        ),
        (
            with_macros(),
            "plan.docm",
            "“plan.docm” is a Word document with macros. Save it as .docx and choose that",
        ),
        (word()[:-30], "plan.docx", f"“plan.docx” {DAMAGED}"),
        (b"PK\x03\x04 and no more", "plan.docx", f"“plan.docx” {DAMAGED}"),
        (b"\x89PNG\r\n\x1a\n dots", "map.png", "“map.png” is a picture. Upload the document that it shows"),
        (b"MZ a program", "map.pdf", f"“map.pdf” is a program, not a document. {OTHER}"),
        (
            b"Just words",
            "map.txt",
            f"“map.txt” is no PDF and no Word document, so it cannot be an annex. {OTHER}",
        ),
        (
            pdf(),
            "plan.docx",
            "“plan.docx” is a PDF file although its name does not end in .pdf. Rename it",
        ),
        (
            pdf(201),
            "map.pdf",
            "“map.pdf” has 201 pages, and an annex may have 200. "
            "Add it in parts, or name it among the background papers",
        ),
    ],
)
def test_file_that_cannot_be_an_annex_is_refused_and_not_kept(add, stored, data, name, message):
    page = add(data, name)

    assert errors_of(page) == {"file": [message]}
    assert stored() == []
    assert not Annex.objects.exists()
    assert not AnnexFile.objects.exists()
    assert not Section.objects.exists()


def test_file_that_is_too_large_is_refused(add, stored, settings):
    settings.DOCUMENT_MAX_BYTES = 300

    page = add(pdf(3))

    assert errors_of(page) == {
        "file": ["“map.pdf” is larger than 300 bytes. Make its pictures smaller, or add it in parts"]
    }
    assert stored() == []


def test_300_pages_are_refused_in_a_moment(add):
    data, begun = pdf(300), time.monotonic()

    page = add(data)

    assert "“map.pdf” has 300 pages" in errors_of(page)["file"][0]
    assert time.monotonic() - begun < 5


def test_word_document_as_long_as_a_book_is_refused(add, monkeypatch):
    monkeypatch.setattr(annex_files, "MOST_LETTERS", 20)

    page = add(word("More than so many letters."), "plan.docx")

    assert errors_of(page)["file"][0].startswith("“plan.docx” is longer than the 200 pages")


def test_pdfs_that_are_too_large_together_are_refused(add, stored, settings, report):
    settings.DOCUMENT_MAX_BYTES = len(pdf()) + 10
    AnnexFactory(report=report, attached=True, file__size=settings.DOCUMENT_MAX_BYTES * 3 - len(pdf()) + 1)
    kept = stored()

    page = add(pdf())

    assert errors_of(page)["file"][0].startswith("The PDFs of this report would be too large together")
    assert stored() == kept


@pytest.mark.parametrize(
    ("fields", "errors"),
    [
        ({"kind": ""}, {"kind": ["Select what the annex is"]}),
        ({"kind": "plan", "title": ""}, {"title": ["Enter the title of the annex"]}),
        ({}, {"file": ["Choose the file"]}),
        ({"kind": "text"}, {"body": ["Enter the text of the annex"]}),
        (
            {"kind": "text", "body": "Words", "name": "Not a name"},
            {"name": ["Use only letters, digits, hyphens and underscores in the name"]},
        ),
    ],
)
def test_form_says_what_is_missing(add, fields, errors):
    assert errors_of(add(**fields)) == errors


def test_file_is_asked_for_again_when_something_else_is_wrong(add, stored):
    page = add(pdf(), title="")

    assert errors_of(page)["file"] == [
        "Choose “map.pdf” again: a file is not kept while something else is wrong"
    ]
    assert stored() == []
