"""Small files of each kind that can be evidence, made here so that each test can spoil them."""

import io
import struct
import zipfile
import zlib
from functools import cache

from docx import Document
from openpyxl import Workbook


def pdf(body: bytes = b"", catalog: bytes = b"") -> bytes:
    """A PDF of one empty page; `catalog` goes into its catalogue, `body` among its objects."""
    return (
        b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R " + catalog + b">>\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
        b"3 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\n" + body + b"\n"
        b"trailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"
    )


def packed_objects(words: bytes) -> bytes:
    """An object of a PDF that packs others, as most programs write them."""
    return object_stream(zlib.compress(words))


def object_stream(
    packed: bytes, described: bytes = b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode"
) -> bytes:
    """An object of a PDF with a stream that is described so, whatever is in it."""
    length = b" /Length %d >>\nstream\n" % len(packed)
    return b"4 0 obj\n<< " + described + length + packed + b"\nendstream\nendobj\n"


def png() -> bytes:
    """A picture of one dot."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0\0"))
        + chunk(b"IEND", b"")
    )


def jpeg() -> bytes:
    """The frame of a photo: its start, a segment, a scan, its end."""
    segment = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0\1\1\0\0\1\0\1\0\0"
    scan = b"\xff\xda" + struct.pack(">H", 8) + b"\1\1\0\0\x3f\0" + b"\x12\x34\xff\0\x56"
    return b"\xff\xd8" + segment + scan + b"\xff\xd9"


@cache
def docx() -> bytes:
    """A Word document."""
    document, kept = Document(), io.BytesIO()
    document.add_paragraph("What the audit found")
    document.save(kept)
    return kept.getvalue()


@cache
def xlsx() -> bytes:
    """A spreadsheet."""
    book, kept = Workbook(), io.BytesIO()
    book.active["A1"] = "Team"
    book.save(kept)
    return kept.getvalue()


def archive(**parts: str) -> bytes:
    """A zip archive."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as zipped:
        for name, words in (parts or {"notes": "Notes"}).items():
            zipped.writestr(name, words)
    return kept.getvalue()


def with_part(package: bytes, name: str, data: bytes = b"x") -> bytes:
    """A package with one more part in it."""
    kept = io.BytesIO(package)
    with zipfile.ZipFile(kept, "a", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr(name, data)
    return kept.getvalue()


def with_types(package: bytes, before: bytes, after: bytes) -> bytes:
    """A package whose list of types says something else."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(kept, "w") as target:
        for part in source.infolist():
            words = source.read(part)
            target.writestr(part, words.replace(before, after) if part.filename.startswith("[") else words)
    return kept.getvalue()
