"""The pictures of a snapshot, read from the files that it names."""

from typing import Any

from reports.rendering.frozen import read_frozen

Images = dict[int, bytes]
"""The pictures of a snapshot by their place."""


def read_images(snapshot: dict[str, Any]) -> Images:
    """Read every picture of a snapshot; raises Unfrozen."""
    return {
        block["place"]: read_frozen(block["file"], sha256=block["sha256"], part=f"Figure {block['place']}")
        for section in snapshot["sections"]
        for block in section["blocks"]
        if block["type"] == "picture"
    }
