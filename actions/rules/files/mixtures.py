"""Files that are two things at once: harmless to one program, and something else to another."""

import io
import re
import zipfile

from actions.rules.files.kinds import PDF, SPREADSHEET, TEXT, WORD
from portal.exceptions import Refused

_EDGE = 1024
"""How far into a file, and from its end, programs look for a signature."""
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body|script|iframe|svg|object|embed)[\s>/]", re.I)
_ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c")
_PACKAGES = (WORD, SPREADSHEET)
_SCRIPT = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*(?:#!|@echo\b|<\?php|<\?xml|<%)", re.I)


def check_one_thing(data: bytes, kind: str, name: str) -> None:
    """Raise Refused for a file that something else is hidden in, or appended to."""
    if hidden := _hidden_in(data, kind):
        raise Refused(
            f"{name} also holds {hidden}, so it was not kept. Save it as a new document and choose that"
        )


def _hidden_in(data: bytes, kind: str) -> str:
    if kind not in _PACKAGES and zipfile.is_zipfile(io.BytesIO(data)):
        return "a zip archive"
    if any(sign in data for sign in _ARCHIVES):
        return "an archive"
    if kind != PDF and b"%PDF-" in data[:_EDGE]:
        return "a PDF"
    if _PAGE.search(data[:_EDGE]) or _PAGE.search(data[-_EDGE:]):
        return "a web page or script"
    if kind == TEXT and _SCRIPT.match(data[:_EDGE]):
        return "a program"
    return ""
