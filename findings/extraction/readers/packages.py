"""Opening the zip archives that Word documents and spreadsheets are, without being harmed by them."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse

from ..errors import UnreadableDocument, damaged, protected
from ..formats import SPREADSHEET, TYPES, WORD
from ..limits import MAX_PARTS, MAX_RATIO, MAX_UNPACKED_BYTES, MAX_XML_BYTES

_SMALL = 1024 * 1024
_ENCRYPTED = 0x1
_XML = (".xml", ".rels")
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)


def check_package(data: bytes, *, name: str) -> str:
    """Whether a package holds a Word document or a spreadsheet; unpacks nothing before its size is known.

    Raises `UnreadableDocument` for a package that is damaged, protected, a bomb, or something else.
    """
    with opened(data, name=name) as archive:
        parts = archive.infolist()
        names = {part.filename for part in parts}
        held = _held_by(names)
        if held is None and not any(part.flag_bits & _ENCRYPTED for part in parts):
            message = (
                f"{name} is a zip archive, not a kind of file that can be read. "
                f"Unpack it and upload the document in it. {TYPES}."
            )
            raise UnreadableDocument(message, reason="unsupported_type")
        _check_sizes(parts, name)
        if archive.testzip() is not None:
            raise damaged(name)
        for part in parts:
            if part.filename.lower().endswith(_XML):
                _check_xml(archive, part, name)
    if held is None:
        raise protected(name)
    return held


def _held_by(names: set[str]) -> str | None:
    """What the parts of a package make it: a Word document, a spreadsheet, or neither."""
    if any(name.startswith("word/document") for name in names):
        return WORD
    return SPREADSHEET if "xl/workbook.xml" in names else None


@contextmanager
def opened(data: bytes, *, name: str) -> Iterator[zipfile.ZipFile]:
    """The archive in a file; whatever is wrong with it is raised as `UnreadableDocument`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive
    except _FAULTS as error:
        raise damaged(name) from error


def _check_sizes(parts: list[zipfile.ZipInfo], name: str) -> None:
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise protected(name)
    whole = sum(part.file_size for part in parts)
    swollen = any(
        part.file_size > _SMALL and part.file_size > MAX_RATIO * max(part.compress_size, 1) for part in parts
    )
    xml = sum(part.file_size for part in parts if part.filename.lower().endswith(_XML))
    if swollen or whole > MAX_UNPACKED_BYTES or xml > MAX_XML_BYTES or len(parts) > MAX_PARTS:
        message = (
            f"{name} unpacks to far more than a letter or a report holds, so it was not opened. "
            "Save the text as a new document and upload that."
        )
        raise UnreadableDocument(message, reason="too_large")


def _check_xml(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> None:
    """Refuse a part that declares a document type: Office writes none, and XML bombs need one."""
    with archive.open(part) as source:
        try:
            next(iterparse(source, events=("start",), forbid_dtd=True), None)
        except DefusedXmlException as error:
            message = (
                f"{name} holds XML definitions that no Word document or spreadsheet needs and that can do harm, "
                "so it was not opened. Save the text as a new document and upload that."
            )
            raise UnreadableDocument(message, reason="unsafe") from error
        except ParseError as error:
            raise damaged(name) from error
