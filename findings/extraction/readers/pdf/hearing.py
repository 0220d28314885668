"""What a PDF lacks for people who hear it: tags that say what each part is, a language, a title."""

import ctypes
import re

import pypdfium2 as pdfium
import pypdfium2.raw as pdf

TAGS, LANGUAGE, TITLE = "tags", "language", "title"
TITLE_IN_METADATA = re.compile(rb"<dc:title>[^&\0]{0,400}?<rdf:li[^>]{0,80}>\s*[^<\s]")
"""Newer PDFs may have their title there alone; what stands there is not compressed."""


def lacking(data: bytes) -> list[str]:
    """Return which of tags, language and title a PDF lacks; it must be one that opens.

    PDF/UA-1 (ISO 14289-1), 7.1 and 7.2, asks for all three.
    """
    with pdfium.PdfDocument(data) as document:
        found = {
            TAGS: bool(pdf.FPDFCatalog_IsTagged(document.raw)) and has_structure(document),
            LANGUAGE: bool(language_of(document).strip()),
            TITLE: bool(document.get_metadata_value("Title").strip() or TITLE_IN_METADATA.search(data)),
        }
    return [what for what, is_there in found.items() if not is_there]


def has_structure(document: pdfium.PdfDocument) -> bool:
    """Tell whether any page has a part that says what it is; a cover may have none."""
    return any(parts_on(document, number) for number in range(len(document)))


def parts_on(document: pdfium.PdfDocument, number: int) -> int:
    """Return how many parts of the structure begin on a page; none on one that cannot be read."""
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return 0
    tree = pdf.FPDF_StructTree_GetForPage(page.raw)
    count = max(pdf.FPDF_StructTree_CountChildren(tree), 0) if tree else 0
    if tree:
        pdf.FPDF_StructTree_Close(tree)
    page.close()
    return int(count)


def language_of(document: pdfium.PdfDocument) -> str:
    """Return the language that a PDF says it is in; nothing for one that says none."""
    size = pdf.FPDFCatalog_GetLanguage(document.raw, None, 0)
    held = ctypes.create_string_buffer(size)
    pdf.FPDFCatalog_GetLanguage(document.raw, ctypes.cast(held, ctypes.POINTER(pdf.FPDF_WCHAR)), size)
    return held.raw[:size].decode("utf-16-le", errors="replace").rstrip("\0")
