"""How wide charts are drawn, in pixels: their letters keep their size, so that a phone gets a narrower picture."""

from collections.abc import Mapping

WIDTH = 640
NARROW = 320


def width_for(query: Mapping[str, str]) -> int:
    """Return the width of a picture whose address may say that the screen is narrow."""
    return NARROW if "narrow" in query else WIDTH
