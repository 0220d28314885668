"""Word documents and spreadsheets: nothing before, after or inside them that runs."""

import re

from actions.rules.files.kinds import SPREADSHEET, WORD
from findings.extraction import formats
from findings.extraction.readers.packages import check_package, opened
from portal.exceptions import Refused

_HOLDS = {formats.WORD: WORD, formats.SPREADSHEET: SPREADSHEET}
_END = b"PK\x05\x06"
_END_SIZE = 22
_MACROS = re.compile(r"vbaproject|vbadata|(?:^|/)(?:macrosheets|activex|ctrlprops)/", re.I)
_PROGRAMS = re.compile(
    r"\.(?:exe|dll|com|scr|msi|bat|cmd|ps1|vbs?|js|jse|wsf|hta|jar|lnk|sh|html?|swf)$|(?:^|/)oleobject\d*\.bin$",
    re.I,
)
_MACRO_TYPE = b"macroenabled"
_TYPES = "[Content_Types].xml"


def check_office(data: bytes, kind: str, name: str) -> None:
    """Raise Refused, or UnreadableDocument, for a package that is no such document or holds what can run."""
    if _HOLDS[check_package(data, name=name)] != kind:
        raise Refused(f"{name} is not a {kind} file although its name says so. Give it its right name")
    if data[-_END_SIZE:][: len(_END)] != _END:
        raise Refused(
            f"{name} goes on after its end, so it was not kept. Save it as a new document and choose that"
        )
    with opened(data, name=name) as archive:
        parts = archive.infolist()
        if min(part.header_offset for part in parts):
            raise Refused(f"{name} begins with something else, so it was not kept. Save it as a new document")
        has_macros = any(_MACROS.search(part.filename) for part in parts)
        if has_macros or _MACRO_TYPE in archive.read(_TYPES).lower():
            raise Refused(f"{name} holds macros, so it was not kept. Save it as a PDF and choose that")
        if any(_PROGRAMS.search(part.filename) for part in parts):
            raise Refused(f"{name} has another file or a program in it. Save it as a PDF and choose that")
