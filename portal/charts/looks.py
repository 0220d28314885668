"""How the series of a chart are told apart: by lightness, pattern and marker as well as by colour."""

from dataclasses import dataclass

FONT = "Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
FONT_SIZE = 15
INK = "#0b0c0c"
GUIDE = "#cecece"
PAPER = "#ffffff"


@dataclass(frozen=True)
class Look:
    """The colour of a series; the pattern that its bars carry; the marker and the dashes of its line."""

    colour: str
    pattern: str
    marker: str
    dashes: str
    dark: bool


LOOKS = (
    Look("#12436d", "", "circle", "", True),
    Look("#f46a25", "M-2,2 l4,-4 M0,10 l10,-10 M8,12 l4,-4", "square", "9 4", False),
    Look("#28a197", "M0,5 h10", "triangle", "3 4", False),
    Look("#801650", "", "diamond", "12 4 3 4", True),
    Look("#a285d1", "M5,0 v10", "circle", "6 6", False),
    Look("#3d3d3d", "", "square", "14 6", True),
)


def look_of(number: int) -> Look:
    """Return the look of a series; more than six start again from the first."""
    return LOOKS[number % len(LOOKS)]


def text_width(text: str) -> float:
    """Return about how wide a text is: Arial's letters are a little over half as wide as they are high."""
    return 0.54 * FONT_SIZE * len(text)


def marker_path(marker: str, x: float, y: float, size: float = 5) -> str:
    """Return the outline of a marker around a point."""
    wide = size * 1.2
    outlines = {
        "circle": f"M{x - size:g},{y:g} a{size:g},{size:g} 0 1 0 {2 * size:g},0 "
        f"a{size:g},{size:g} 0 1 0 {-2 * size:g},0 z",
        "square": f"M{x - size:g},{y - size:g} h{2 * size:g} v{2 * size:g} h{-2 * size:g} z",
        "triangle": f"M{x:g},{y - wide:g} l{wide:g},{2 * size:g} h{-2 * wide:g} z",
        "diamond": f"M{x:g},{y - wide:g} l{wide:g},{wide:g} l{-wide:g},{wide:g} l{-wide:g},{-wide:g} z",
    }
    return outlines[marker]
