"""PDFs: whole, not protected, and without scripts, programs or files inside."""

import re
import zlib
from collections.abc import Iterator

from findings.extraction.errors import damaged, protected
from portal.exceptions import Refused

_NAME_ENDS = rb"(?=[\s\0/<>()\[\]{}%]|\Z)"
_BEGINS = re.compile(rb">>\s*stream\r?\n")
_ENDS = b"endstream"
_OBJECTS = re.compile(rb"/ObjStm" + _NAME_ENDS)
_PLACES = re.compile(rb"/First" + _NAME_ENDS)
_FLATE = re.compile(rb"/Filter\s*(?:/FlateDecode" + _NAME_ENDS + rb"|\[\s*/FlateDecode\s*\])")
_MOST_UNPACKED = 16 * 1024 * 1024
_HEX = re.compile(rb"#([0-9a-fA-F]{2})")
_ENCRYPTED = re.compile(rb"/Encrypt" + _NAME_ENDS)
_RUNS = re.compile(rb"/(?:JavaScript|JS|Launch|RichMedia|XFA)" + _NAME_ENDS)
_FILES = re.compile(rb"/EmbeddedFiles?" + _NAME_ENDS)


def check_pdf(data: bytes, name: str) -> None:
    """Raise Refused, or UnreadableDocument, for a PDF that goes on after its end or holds what can run."""
    end = data.rfind(b"%%EOF")
    if end == -1:
        raise damaged(name)
    if data[end + len(b"%%EOF") :].strip(b"\r\n \t\0"):
        raise Refused(
            f"{name} goes on after its end, so it was not kept. Save it as a new PDF and choose that"
        )
    for words in _words_of(data, name):
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


def _words_of(data: bytes, name: str) -> Iterator[bytes]:
    """The parts of a PDF that say what it does: outside its streams, and in the streams that hold objects.

    Raises Refused where objects are packed so that they cannot all be looked at.
    """
    left = _MOST_UNPACKED
    for outside, stream in taken_apart(data, name):
        words = _spelled_out(outside)
        yield words
        described = words[words.rfind(b"obj") :]
        packs = _OBJECTS.findall(words)
        if not packs and not _PLACES.search(described):
            continue
        objects = _unpacked(described, stream, most=left) if packs == _OBJECTS.findall(described) else None
        if objects is None:
            raise Refused(
                f"{name} has parts that cannot be looked into, so it was not kept. "
                "Print it to a new PDF and choose that"
            )
        left -= len(objects)
        yield _spelled_out(objects)


def taken_apart(data: bytes, name: str) -> Iterator[tuple[bytes, bytes]]:
    """Each stream with what stands before it, then what stands behind the last; every byte is read once.

    Raises UnreadableDocument for a stream without an end: to look for it again from each next one takes hours.
    """
    place = 0
    while begins := _BEGINS.search(data, place):
        end = data.find(_ENDS, begins.end())
        if end == -1:
            raise damaged(name)
        yield data[place : begins.start()], data[begins.end() : end]
        place = end + len(_ENDS)
    yield data[place:], b""


def _unpacked(described: bytes, stream: bytes, *, most: int) -> bytes | None:
    """The objects of a stream that is packed as programs pack them; None for any other, and for more than `most`."""
    if described.count(b"/Filter") != 1 or not _FLATE.search(described) or b"/DecodeParms" in described:
        return None
    inflating = zlib.decompressobj()
    try:
        objects = inflating.decompress(stream, most + 1)
    except zlib.error:
        return None
    return objects if inflating.eof and len(objects) <= most else None


def _spelled_out(words: bytes) -> bytes:
    """Write names as they are read: #4a stands for J."""
    return _HEX.sub(lambda match: bytes([int(match.group(1), 16)]), words)
