"""Which format a file is in: told by what is inside it, and by its name where that leaves it open."""

from __future__ import annotations

from pathlib import PurePath

from .errors import UnreadableDocument, empty, protected

MARKDOWN, HTML, PLAIN, CSV = "markdown", "html", "plain", "csv"
PDF, WORD, SPREADSHEET, PACKAGE = "pdf", "docx", "xlsx", "package"
TYPES = "Upload a Word (.docx), PDF, HTML, Markdown or plain text file, or a spreadsheet (.xlsx or .csv)"
_BY_EXTENSION = {
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".txt": PLAIN,
    ".text": PLAIN,
    "": PLAIN,
    ".csv": CSV,
    ".pdf": PDF,
    ".docx": WORD,
    ".xlsx": SPREADSHEET,
}
_NAMES = {PDF: "a PDF", WORD: "a Word document", SPREADSHEET: "an Excel spreadsheet"}
NOT_TEXT = frozenset(_NAMES)
"""Formats that are told by what is in the file, and that no text can be decoded from."""
_OTHERS = (
    (b"{\\rtf", "a rich text document", "Open it in Word, save it as .docx and upload that"),
    (b"MZ", "a program, not a document", TYPES),
    (b"\x7fELF", "a program, not a document", TYPES),
    (b"\x89PNG", "a picture", "Upload the document that it shows"),
    (b"\xff\xd8\xff", "a picture", "Upload the document that it shows"),
    (b"GIF8", "a picture", "Upload the document that it shows"),
)
_ARCHIVES = frozenset(
    (".zip", ".odt", ".ods", ".odp", ".pptx", ".ppsx", ".epub", ".pages", ".numbers", ".key", ".jar", ".kmz")
)
"""Names of files that are packed as Word documents are, and are none."""
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF_WITHIN = 1024
"""PDF readers look for the signature in so many bytes."""


def identify(data: bytes, *, filename: str) -> str:
    """The format of a file; raises `UnreadableDocument` for what cannot be read, saying what it is.

    `PACKAGE` stands for a zip archive, which the parts in it show to be a Word document or a spreadsheet.
    """
    name, suffix = label(filename), PurePath(filename).suffix
    if not data.strip():
        raise empty(name)
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return PDF
    if data.startswith(b"PK\x03\x04"):
        if suffix.lower() in _ARCHIVES:
            raise _unknown(name, suffix)
        return PACKAGE
    if data.startswith(_COMPOUND):
        raise _compound(data, name)
    for signature, what, instead in _OTHERS:
        if data.startswith(signature):
            raise UnreadableDocument(f"{name} is {what}. {instead}.", reason="unsupported_type")
    promised = _BY_EXTENSION.get(suffix.lower())
    if promised is None:
        raise _unknown(name, suffix)
    if promised in _NAMES:
        message = (
            f"{name} is not {_NAMES[promised]} although its name says so, and not a kind of file that can be read. "
            "Ask the sender for it again and upload that copy."
        )
        raise UnreadableDocument(message, reason="unsupported_type")
    return promised


def _unknown(name: str, suffix: str) -> UnreadableDocument:
    """What to say of a file of a kind that no reader knows."""
    message = f"{name} is a {suffix} file, which is not a kind of file that can be read. {TYPES}."
    return UnreadableDocument(message, reason="unsupported_type")


def label(filename: str) -> str:
    """How messages name a document: by its file name, or as the pasted text."""
    name = PurePath(filename).name
    return f"“{name}”" if name else "The text"


def _compound(data: bytes, name: str) -> UnreadableDocument:
    """What is wrong with a file of the older Office format, which also wraps protected new files."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return protected(name)
    if holds("WordDocument"):
        message = (
            f"{name} is in the old Word format (.doc). Open it in Word, save it as .docx and upload that."
        )
    elif holds("Workbook") or holds("Book"):
        message = (
            f"{name} is in the old Excel format (.xls). Open it in Excel, save it as .xlsx and upload that."
        )
    else:
        message = f"{name} is in an old Office format, which cannot be read. {TYPES}."
    return UnreadableDocument(message, reason="unsupported_type")
