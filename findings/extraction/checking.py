"""A first look at a file, before it is read."""

from __future__ import annotations

from .decoding import decode
from .formats import NOT_TEXT, PACKAGE, identify, label
from .readers.packages import check_package


def check_document(data: bytes, *, filename: str) -> None:
    """Tell at a glance what cannot be read; raises `UnreadableDocument` for a file of the wrong type, or an empty one.

    What takes more than a look into the file shows only when it is read.
    """
    written_as = identify(data, filename=filename)
    if written_as == PACKAGE:
        check_package(data, name=label(filename))
    elif written_as not in NOT_TEXT:
        decode(data, filename=filename)
