"""The plain text of each page of a PDF, for those who look for words in it: lines as they stand, no layout."""

import re
from contextlib import closing

import pypdfium2 as pdfium

from ...limits import MAX_CHARACTERS

BROKEN_WORD = re.compile(r"[\x02\ufffe]\s*")
"""What PDFium gives instead of a hyphen at which a word was broken."""
NO_LETTER = re.compile(r"[^\S\n]+|[\x00-\x09\x0b-\x1f\ufffd-\uffff]+")


def page_texts(data: bytes) -> list[str]:
    """Return the text of each page of a PDF that opens: empty where it has none, as of a scan, or cannot be read."""
    left = MAX_CHARACTERS
    texts = []
    with pdfium.PdfDocument(data) as document:
        for number in range(len(document)):
            text = text_on(document, number) if left > 0 else ""
            left -= len(text)
            texts.append(text)
    return texts


def text_on(document: pdfium.PdfDocument, number: int) -> str:
    """Return the lines of a page."""
    try:
        with closing(document[number]) as page, closing(page.get_textpage()) as read:
            text = read.get_text_range(errors="ignore")
    except pdfium.PdfiumError:
        return ""
    lines = BROKEN_WORD.sub("", text.replace("\r\n", "\n")).split("\n")
    return "\n".join(line for line in (NO_LETTER.sub(" ", line).strip() for line in lines) if line)
