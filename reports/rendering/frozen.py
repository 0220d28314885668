"""The files that a snapshot names: read from where they are kept, and held to the hashes that were frozen."""

import hashlib

from django.core.files.storage import default_storage


class Unfrozen(Exception):
    """The file of a part is gone, or is not the one that was frozen; names the part."""


def read_frozen(name: str | None, *, sha256: str, part: str) -> bytes:
    """Return the bytes of a part's file; raises Unfrozen where they are not there, or others than were frozen."""
    data = b""
    if name:
        try:
            with default_storage.open(name) as file:
                data = file.read()
        except FileNotFoundError as gone:
            raise Unfrozen(part) from gone
    if hashlib.sha256(data).hexdigest() != sha256:
        raise Unfrozen(part)
    return data
