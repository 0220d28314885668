"""Files that are protected, damaged, disguised or made to do harm: each is refused by name and reason."""

import io
import subprocess
import sys
import zipfile
from functools import cache
from pathlib import Path

import docx
import pypdf
import pytest

from findings.extraction.errors import UnreadableDocument
from findings.extraction.extracting import extract
from tests.findings.extraction.writing import pdf, saved

ROOT = Path(__file__).resolve().parents[3]
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
AGAIN = "is damaged and cannot be opened. Ask the sender for it again and upload that copy."
PROTECTED = "is protected by a password. Save a copy without the password and upload that."
TYPES = "Upload a Word (.docx), PDF, HTML, Markdown or plain text file, or a spreadsheet (.xlsx or .csv)."
BOMB = b"""<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "strength"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;</w:t></w:r>
</w:p></w:body></w:document>"""


def refused(data: bytes, filename: str) -> tuple[str, str]:
    with pytest.raises(UnreadableDocument) as error:
        extract(data, filename=filename)
    return error.value.reason, str(error.value)


def word() -> bytes:
    document = docx.Document()
    document.add_heading("Strengths", 1)
    document.add_paragraph("Carers stay", style="List Bullet")
    return saved(document)


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """A package with one part replaced or added."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for part in source.namelist():
            if part != name:
                target.writestr(part, source.read(part))
        target.writestr(name, content)
    return out.getvalue()


@cache
def letter_pdf() -> bytes:
    return pdf("<h2>Strengths</h2><ul><li>Carers stay with the service</li></ul>")


def test_pdf_with_a_password():
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(letter_pdf()))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)

    assert refused(out.getvalue(), "letter.pdf") == ("encrypted", f"“letter.pdf” {PROTECTED}")


def test_pdf_that_only_limits_what_may_be_done_is_read():
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(letter_pdf()))
    writer.encrypt("", "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)

    assert [c.text for c in extract(out.getvalue(), filename="letter.pdf").candidates] == [
        "Carers stay with the service"
    ]


@pytest.mark.parametrize(
    "made",
    [lambda: letter_pdf()[:600], lambda: b"%PDF-1.7\n" + b"\x00\xff" * 500],
    ids=["broken off", "noise"],
)
def test_damaged_pdf(made):
    assert refused(made(), "letter.pdf") == ("damaged", f"“letter.pdf” {AGAIN}")


def test_scanned_pdf():
    scan = pdf("<svg width='500' height='700'><rect width='400' height='600' fill='grey'/></svg>", style="")

    assert refused(scan, "scan.pdf") == (
        "no_text",
        "“scan.pdf” has no text that can be read: it was probably scanned as pictures. Ask the sender for the "
        "original, or run text recognition (OCR) on it, and upload that.",
    )


def test_pdf_of_five_hundred_pages():
    writer = pypdf.PdfWriter()
    page = pypdf.PdfReader(io.BytesIO(letter_pdf())).pages[0]
    for _ in range(500):
        writer.add_page(page)
    out = io.BytesIO()
    writer.write(out)

    assert refused(out.getvalue(), "pack.pdf") == (
        "too_long",
        "“pack.pdf” has 500 pages; at most 250 can be read. "
        "Save the pages that hold the letter or report as a file of their own and upload that.",
    )


@pytest.mark.parametrize(
    "filename", ["letter.pdf", "letter.docx", "findings.xlsx", "findings.csv", "letter.md"]
)
def test_empty_file(filename):
    assert refused(b"", filename) == ("empty", f"“{filename}” is empty. Upload a file that has text in it.")


@pytest.mark.parametrize(
    ("data", "filename", "reason", "message"),
    [
        (
            b"MZ\x90\x00" + b"\x00" * 99,
            "letter.docx",
            "unsupported_type",
            f"is a program, not a document. {TYPES}",
        ),
        (
            b"\x7fELF" + b"\x00" * 99,
            "letter.pdf",
            "unsupported_type",
            f"is a program, not a document. {TYPES}",
        ),
        (
            b"\x89PNG\r\n",
            "letter.pdf",
            "unsupported_type",
            "is a picture. Upload the document that it shows.",
        ),
        (
            b"{\\rtf1 text}",
            "letter.docx",
            "unsupported_type",
            "is a rich text document. Open it in Word, save it as .docx and upload that.",
        ),
        (
            COMPOUND + "WordDocument".encode("utf-16-le"),
            "letter.doc",
            "unsupported_type",
            "is in the old Word format (.doc). Open it in Word, save it as .docx and upload that.",
        ),
        (
            COMPOUND + "Workbook".encode("utf-16-le"),
            "plan.xls",
            "unsupported_type",
            "is in the old Excel format (.xls). Open it in Excel, save it as .xlsx and upload that.",
        ),
        (
            COMPOUND,
            "mail.msg",
            "unsupported_type",
            f"is in an old Office format, which cannot be read. {TYPES}",
        ),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "letter.docx", "encrypted", PROTECTED),
        (b"PK\x03\x04 and so on", "letter.docx", "damaged", AGAIN),
        (
            b"only words",
            "letter.docx",
            "unsupported_type",
            "is not a Word document although its name says so, and not a kind of file that can be read. "
            "Ask the sender for it again and upload that copy.",
        ),
        (
            b"only words",
            "letter.pages",
            "unsupported_type",
            f"is a .pages file, which is not a kind of file that can be read. {TYPES}",
        ),
        (
            b"PK\x03\x04 and so on",
            "letters.zip",
            "unsupported_type",
            f"is a .zip file, which is not a kind of file that can be read. {TYPES}",
        ),
        (
            b"PK\x05\x06" + bytes(18),
            "letters.zip",
            "unsupported_type",
            f"is a .zip file, which is not a kind of file that can be read. {TYPES}",
        ),
    ],
)
def test_file_that_is_not_what_it_should_be(data, filename, reason, message):
    assert refused(data, filename) == (reason, f"“{filename}” {message}")


def test_document_under_another_name_is_read_as_what_it_is():
    assert [c.text for c in extract(word(), filename="letter.doc").candidates] == ["Carers stay"]
    assert extract(letter_pdf(), filename="letter.txt").format == "pdf"


def test_word_document_cut_short():
    assert refused(word()[:-400], "letter.docx") == ("damaged", f"“letter.docx” {AGAIN}")


def test_word_document_with_torn_xml():
    broken = with_part(word(), "word/document.xml", b"<w:document")

    assert refused(broken, "letter.docx") == ("damaged", f"“letter.docx” {AGAIN}")


def test_word_document_with_torn_styles():
    broken = with_part(word(), "word/footnotes.xml", b"<w:footnotes")

    assert refused(broken, "letter.docx") == ("damaged", f"“letter.docx” {AGAIN}")


def test_zip_archive_that_is_no_document():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("letter.md", "## Strengths")

    assert refused(out.getvalue(), "letter.docx") == (
        "unsupported_type",
        "“letter.docx” is a zip archive, not a kind of file that can be read. "
        f"Unpack it and upload the document in it. {TYPES}",
    )


def test_zip_archive_with_torn_xml_is_no_damaged_document():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("content.xml", "<torn")

    reason, message = refused(out.getvalue(), "letter.docx")

    assert (reason, "damaged" in message) == ("unsupported_type", False)


def test_zip_bomb_is_not_unpacked():
    bomb = with_part(word(), "word/media/image.bin", b"\0" * 20_000_000)

    assert refused(bomb, "letter.docx") == (
        "too_large",
        "“letter.docx” unpacks to far more than a letter or a report holds, so it was not opened. "
        "Save the text as a new document and upload that.",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_bomb_is_not_read(encoding):
    bomb = with_part(word(), "word/document.xml", BOMB.decode().encode(encoding))

    assert refused(bomb, "letter.docx") == (
        "unsafe",
        "“letter.docx” holds XML definitions that no Word document or spreadsheet needs and that can do harm, "
        "so it was not opened. Save the text as a new document and upload that.",
    )


def test_marks_of_direction_and_controls_go_and_emoji_stay():
    document = docx.Document()
    document.add_heading("Strengths", 1)
    document.add_paragraph("Carers \u202estay\u202c \u200fhappy 👩‍👧 👍🏽", style="List Bullet")

    found = extract(saved(document), filename="letter.docx").candidates

    assert [c.text for c in found] == ["Carers stay happy 👩‍👧 👍🏽"]


LARGE = """
import io, sys, zipfile
sys.path.insert(0, ".")
from findings.extraction.errors import UnreadableDocument
from findings.extraction.extracting import extract
from tests.findings.extraction.test_hostile_files import with_part, word
paragraph = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Carers stay {}</w:t></w:r></w:p>"
def document(size):
    body, count = [], 0
    while count < size:
        body.append(paragraph.format(len(body)))
        count += len(body[-1])
    head = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    return with_part(word(), "word/document.xml", (head + "".join(body) + "</w:body></w:document>").encode())
data = document(int(sys.argv[1]))
try:
    extract(data, filename="letter.docx")
except UnreadableDocument as error:
    print(error.reason)
status = open("/proc/self/status").read()  # getrusage also counts what the process was before it became this one
print(int(status.partition("VmHWM:")[2].split()[0]) // 1024)
"""


def test_memory_stays_bounded_for_a_document_as_large_as_may_be_opened():
    done = subprocess.run(
        [sys.executable, "-c", LARGE, "23000000"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )

    reason, megabytes = done.stdout.split()
    assert reason == "too_long"
    assert int(megabytes) < 500


def test_word_document_with_a_spoilt_part():
    data = bytearray(saved(docx.Document()))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = archive.getinfo("word/styles.xml")
    data[part.header_offset + 30 + len(part.filename) + part.compress_size // 2] ^= 0xFF

    assert refused(bytes(data), "letter.docx") == ("damaged", f"“letter.docx” {AGAIN}")
