"""PDFs: whole, not protected, and without scripts, programs or files inside."""

import re
import zlib
from collections.abc import Iterator

from findings.extraction.errors import damaged, protected
from portal.exceptions import Refused

_STREAM = re.compile(rb">>\s*stream\r?\n(.*?)endstream", re.S)
_OBJECTS = re.compile(rb"/Type\s*/ObjStm\b[^>]{0,400}\Z")
_MOST_UNPACKED = 16 * 1024 * 1024
_LOOKED_BACK = 600
_HEX = re.compile(rb"#([0-9a-fA-F]{2})")
_ENCRYPTED = re.compile(rb"/Encrypt[\s/<\[]")
_RUNS = re.compile(rb"/(?:JavaScript|JS|Launch|RichMedia|XFA)[\s/<(\[]")
_FILES = re.compile(rb"/(?:EmbeddedFile|EmbeddedFiles)[\s/<(\[>]")


def check_pdf(data: bytes, name: str) -> None:
    """Raise Refused, or UnreadableDocument, for a PDF that goes on after its end or holds what can run."""
    end = data.rfind(b"%%EOF")
    if end == -1:
        raise damaged(name)
    if data[end + len(b"%%EOF") :].strip(b"\r\n \t\0"):
        raise Refused(
            f"{name} goes on after its end, so it was not kept. Save it as a new PDF and choose that"
        )
    for words in _words_of(data):
        if _ENCRYPTED.search(words):
            raise protected(name)
        if _RUNS.search(words):
            raise Refused(
                f"{name} holds a script or a program, so it was not kept. Print it to a new PDF and choose that"
            )
        if _FILES.search(words):
            raise Refused(
                f"{name} has another file in it. Choose that file by itself, and print this one to a new PDF"
            )


def _words_of(data: bytes) -> Iterator[bytes]:
    """The parts of a PDF that say what it does: outside its streams, and in the streams that hold objects."""
    yield _spelled_out(_STREAM.sub(b" ", data))
    left = _MOST_UNPACKED
    for stream in _STREAM.finditer(data):
        if not _OBJECTS.search(_spelled_out(data[max(0, stream.start() - _LOOKED_BACK) : stream.start()])):
            continue
        try:
            words = zlib.decompressobj().decompress(stream.group(1), left)
        except zlib.error:
            continue  # no reader can open it either
        left = max(left - len(words), 1)
        yield _spelled_out(words)


def _spelled_out(words: bytes) -> bytes:
    """Write names as they are read: #4a stands for J."""
    return _HEX.sub(lambda match: bytes([int(match.group(1), 16)]), words)
