"""From the bytes of an upload to its text and the format it is written in."""

from __future__ import annotations

import codecs
import re
from pathlib import PurePath

from .errors import UnreadableDocument

MAX_CHARACTERS = 2_000_000
"""About 800 pages. A document is read while a person waits, so its length bounds the waiting."""
_MOST_BYTES_EACH = 4
MARKDOWN, HTML, PLAIN = "markdown", "html", "plain"
_BY_EXTENSION = {
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".txt": PLAIN,
    ".text": PLAIN,
    "": PLAIN,
}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word document or a zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "a rich text document"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HTML_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype html|html|head|body)\b", re.I | re.S
)
_HTML_BLOCK = re.compile(r"</?(?:p|div|ul|ol|li|h[1-6]|table|tr|td|section)\b[^<>\n]{0,200}>", re.I)
_MARKDOWN_SIGN = re.compile(
    r"^ {0,3}#{1,6} +\S|^\s*\|?\s*:?-{3,}:?\s*\|[\s:|-]*$|^\s*(?:[-*+] |\d+\. )?\*\*[^*\n]+\*\*", re.M
)
_SNIFFED = 100_000
TYPES = "Upload a Markdown, HTML or plain text file"
WITH_TEXT = "Upload a file that has text in it"


def decode(data: bytes, *, filename: str) -> str:
    """The text of a document; raises `UnreadableDocument` if it is empty or not text."""
    name = label(filename)
    if not data.strip():
        raise UnreadableDocument(f"{name} is empty. {WITH_TEXT}.", reason="empty")
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableDocument(f"{name} is {what}, not text. {TYPES}.", reason="unsupported_type")
    if len(data) > _MOST_BYTES_EACH * MAX_CHARACTERS:
        raise _too_long(name)
    text = _decoded(data, name).replace("\r\n", "\n").replace("\r", "\n")
    controls = sum(1 for _ in _CONTROL.finditer(text))
    if "\0" in text or controls > max(5, len(text) // 200):
        raise _not_text(name)
    if not text.strip("\ufeff \t\n\f\v\xa0"):
        raise UnreadableDocument(f"{name} is empty. {WITH_TEXT}.", reason="empty")
    if len(text) > MAX_CHARACTERS:
        raise _too_long(name)
    return text


def require_supported(filename: str) -> str:
    """The format that a file name promises; raises `UnreadableDocument` for any other type."""
    suffix = PurePath(filename).suffix
    promised = _BY_EXTENSION.get(suffix.lower())
    if promised is None:
        message = f"{label(filename)} is a {suffix} file, which cannot be read. {TYPES}."
        raise UnreadableDocument(message, reason="unsupported_type")
    return promised


def format_of(text: str, *, filename: str) -> str:
    """The format to read a text as: its extension, corrected by what is really inside."""
    by_extension = require_supported(filename)
    head = text[:_SNIFFED]
    if _HTML_PAGE.match(head[:2000]):
        return HTML
    if by_extension == HTML:
        return HTML if "<" in head else PLAIN
    if by_extension == PLAIN and len(_HTML_BLOCK.findall(head)) >= 4 and head.lstrip().startswith("<"):
        return HTML
    if by_extension == PLAIN and _MARKDOWN_SIGN.search(head):
        return MARKDOWN
    return by_extension


def label(filename: str) -> str:
    """How messages name a document: by its file name, or as the pasted text."""
    name = PurePath(filename).name
    return f"“{name}”" if name else "The text"


def _decoded(data: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise _not_text(name) from error
    if b"\0" not in data:
        for encoding in ("utf-8", "cp1252"):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    raise _not_text(name)


def _too_long(name: str) -> UnreadableDocument:
    message = (
        f"{name} holds more than {MAX_CHARACTERS:,} characters, which is too long for a letter or a report. "
        "Take it in in parts."
    )
    return UnreadableDocument(message, reason="too_long")


def _not_text(name: str) -> UnreadableDocument:
    return UnreadableDocument(f"{name} is not text. {TYPES}.", reason="not_text")
