"""The pictures of a snapshot: the files that it names, held to their hashes."""

import hashlib
from typing import Any

from django.core.files.storage import default_storage

Images = dict[int, bytes]
"""The pictures of a snapshot by their place."""


class PictureGone(Exception):
    """The file of a picture is gone, or is not what the report was frozen with; names the figure."""


def read_images(snapshot: dict[str, Any]) -> Images:
    """Read every picture of a snapshot; raises PictureGone."""
    return {
        block["place"]: read_image(block)
        for section in snapshot["sections"]
        for block in section["blocks"]
        if block["type"] == "picture"
    }


def read_image(block: dict[str, Any]) -> bytes:
    """Read one picture; raises PictureGone."""
    try:
        with default_storage.open(block["file"]) as file:
            data: bytes = file.read()
    except FileNotFoundError as error:
        raise PictureGone(f"Figure {block['place']}") from error
    if hashlib.sha256(data).hexdigest() != block["sha256"]:
        raise PictureGone(f"Figure {block['place']}")
    return data
