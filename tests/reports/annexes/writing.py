"""Files that can be annexes, and some that cannot."""

import io
import zipfile

import docx
import weasyprint
from pypdf import PdfWriter


def pdf(pages: int = 2, *, password: str = "", words: str = "") -> bytes:
    """Return a PDF of empty pages; its title has the words."""
    writer, data = PdfWriter(), io.BytesIO()
    for _ in range(pages):
        writer.add_blank_page(200, 200)
    if words:
        writer.add_metadata({"/Title": words})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    writer.write(data)
    return data.getvalue()


def heard(html: str = "<h1>A map</h1>", *, language: str = "en-GB", title: str = "A map") -> bytes:
    """Return a tagged PDF, with a language and a title unless these are empty."""
    page = f'<html lang="{language}"><title>{title}</title>{html}'
    made: bytes = weasyprint.HTML(string=page).write_pdf(pdf_tags=True)
    return made


def word(*paragraphs: str) -> bytes:
    """Return a Word document."""
    document, data = docx.Document(), io.BytesIO()
    document.add_heading("What the group is for", 1)
    for paragraph in paragraphs or ("It meets each month.",):
        document.add_paragraph(paragraph)
    document.save(data)
    return data.getvalue()


def with_macros() -> bytes:
    """Return a Word document that has macros."""
    data = io.BytesIO(word())
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"macros")
    return data.getvalue()
