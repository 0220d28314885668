"""The kinds of file that can be evidence, and how messages name what is refused."""

from pathlib import PurePath

import puremagic

from findings.extraction.formats import label
from portal.exceptions import Refused

PDF, WORD, SPREADSHEET, PNG, JPEG, TEXT = "PDF", "Word", "Excel", "PNG", "JPEG", "text"
BY_EXTENSION = {
    ".pdf": PDF,
    ".docx": WORD,
    ".xlsx": SPREADSHEET,
    ".png": PNG,
    ".jpg": JPEG,
    ".jpeg": JPEG,
    ".txt": TEXT,
    ".csv": TEXT,
}
ACCEPTED = "PDF, Word (.docx), Excel (.xlsx), a picture (.png or .jpg), plain text or .csv"
_STARTS = {
    PDF: b"%PDF-",
    WORD: b"PK\x03\x04",
    SPREADSHEET: b"PK\x03\x04",
    PNG: b"\x89PNG\r\n\x1a\n",
    JPEG: b"\xff\xd8\xff",
}
_SIGNS_SEEN = 4096


def promised_kind(data: bytes, filename: str) -> str:
    """Return the kind that a file's name promises and its first bytes keep; raises Refused naming what it is."""
    name, suffix = label(filename), PurePath(filename).suffix.lower()
    kind = BY_EXTENSION.get(suffix)
    if kind is None:
        what = f"a {suffix} file" if suffix else "a file whose name does not say its kind"
        raise Refused(f"{name} is {what}, which cannot be evidence. Choose {ACCEPTED}")
    start = _STARTS.get(kind)
    if start and not data.startswith(start):
        raise Refused(
            f"{name} is not a {kind} file although its name says so{_really(data)}. Choose {ACCEPTED}"
        )
    return kind


def _really(data: bytes) -> str:
    """Say what a file is by its signature, where it has one that is known."""
    try:
        found = puremagic.magic_string(data[:_SIGNS_SEEN])
    except (puremagic.PureError, ValueError):
        return ""
    return f": it looks like “{found[0].name}”" if found else ""
