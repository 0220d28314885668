"""Pictures: whole, and nothing behind their end."""

import re
import struct
from collections.abc import Callable

from actions.rules.files.kinds import JPEG, PNG
from findings.extraction.errors import damaged
from portal.exceptions import Refused

_NEXT_PICTURE = b"\xff\xd8\xff"
"""Some cameras put a small copy of the picture behind it."""
# What no padding is, rather than what is: a possessive repeat matches wrongly before Python 3.11.5.
_NO_PADDING = re.compile(rb"[^\0\r\n \xff]|\xff\xd8\xff")
_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD8)})
_SCAN, _END = 0xDA, 0xD9


def check_picture(data: bytes, kind: str, name: str) -> None:
    """Raise Refused for a picture with something behind its end, UnreadableDocument for one without an end."""
    end = _ENDS[kind](data, 0)
    while end is not None:
        end = _behind_padding(data, end)
        if end == len(data):
            return
        if kind != JPEG or not data.startswith(_NEXT_PICTURE, end):
            raise Refused(
                f"{name} goes on after the picture ends, as a moving photo does. "
                "Choose a screenshot of it instead"
            )
        end = _end_of_jpeg(data, end)
    raise damaged(name)


def _behind_padding(data: bytes, place: int) -> int:
    behind = _NO_PADDING.search(data, place)
    return behind.start() if behind else len(data)


def _end_of_png(data: bytes, start: int) -> int | None:
    place = start + 8
    while place + 12 <= len(data):
        (length,) = struct.unpack(">I", data[place : place + 4])
        kind = data[place + 4 : place + 8]
        place += 12 + length
        if kind == b"IEND":
            return place if place <= len(data) else None
    return None


def _end_of_jpeg(data: bytes, start: int) -> int | None:
    place = start + 2
    while place + 4 <= len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if marker == _SCAN:
            end = data.find(bytes([0xFF, _END]), place)
            return None if end == -1 else end + 2
        if marker == 0xFF:
            place += 1
        elif marker in _WITHOUT_LENGTH:
            place += 2
        else:
            (length,) = struct.unpack(">H", data[place + 2 : place + 4])
            place += 2 + length
    return None


_ENDS: dict[str, Callable[[bytes, int], int | None]] = {PNG: _end_of_png, JPEG: _end_of_jpeg}
