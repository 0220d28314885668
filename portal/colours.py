"""Contrast of colours, as WCAG 2.2 reckons it."""

ENOUGH_FOR_TEXT = 4.5


def contrast_with_white(colour: str) -> float:
    """Return the contrast of a colour such as #1d4f91 with white, from 1 (white itself) to 21 (black)."""
    return 1.05 / (luminance(colour) + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, from 0 (black) to 1 (white)."""
    red, green, blue = (_linear(int(colour[start : start + 2], 16) / 255) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
