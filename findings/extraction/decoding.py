"""From the bytes of a text document to its text and the format it is written in."""

from __future__ import annotations

import codecs
import re

from .errors import UnreadableDocument, empty, too_long
from .formats import HTML, MARKDOWN, PLAIN, TYPES, label
from .limits import MAX_CHARACTERS

_MOST_BYTES_EACH = 4
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HTML_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype html|html|head|body)\b", re.I | re.S
)
_HTML_BLOCK = re.compile(r"</?(?:p|div|ul|ol|li|h[1-6]|table|tr|td|section)\b[^<>\n]{0,200}>", re.I)
_MARKDOWN_SIGN = re.compile(
    r"^ {0,3}#{1,6} +\S|^[ \t]*(?:\|[ \t]*)?:?-{3,}:?[ \t]*\|[ \t:|-]*$|^[ \t]*(?:[-*+] |\d+\. )?\*\*[^*\n]+\*\*",
    re.M,
)
_SNIFFED = 100_000


def decode(data: bytes, *, filename: str) -> str:
    """The text of a document; raises `UnreadableDocument` if it is empty or not text."""
    name = label(filename)
    if not data.strip():
        raise empty(name)
    if len(data) > _MOST_BYTES_EACH * MAX_CHARACTERS:
        raise too_long(name, MAX_CHARACTERS)
    text = _decoded(data, name).replace("\r\n", "\n").replace("\r", "\n")
    controls = sum(1 for _ in _CONTROL.finditer(text))
    if "\0" in text or controls > max(5, len(text) // 200):
        raise _not_text(name)
    if not text.strip("\ufeff \t\n\f\v\xa0"):
        raise empty(name)
    if len(text) > MAX_CHARACTERS:
        raise too_long(name, MAX_CHARACTERS)
    return text


def format_of(text: str, *, promised: str) -> str:
    """The format to read a text as: what its name promises, corrected by what is really inside."""
    head = text[:_SNIFFED]
    if _HTML_PAGE.match(head[:2000]):
        return HTML
    if promised == HTML:
        return HTML if "<" in head else PLAIN
    if promised == PLAIN and len(_HTML_BLOCK.findall(head)) >= 4 and head.lstrip().startswith("<"):
        return HTML
    if promised == PLAIN and _MARKDOWN_SIGN.search(head):
        return MARKDOWN
    return promised


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


def _not_text(name: str) -> UnreadableDocument:
    return UnreadableDocument(f"{name} is not text. {TYPES}.", reason="not_text")
