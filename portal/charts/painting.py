"""The looks of a chart, written as attributes on its shapes: browsers and WeasyPrint then agree on them.

pygal styles its charts with a style sheet, a script and the day's date inside the picture. All three are
taken out: the portal's content policy allows no inline style, and the same data must give the same bytes.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

FONT = "Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
FONT_SIZE = 15
INK = "#0b0c0c"
GUIDE = "#cecece"
DARK_TEXT_GAP = 6

Node = Any


@dataclass(frozen=True)
class Look:
    """How one series is told from the others: by lightness, pattern and marker as well as by colour."""

    colour: str
    pattern: str
    marker: str
    dashes: str


LOOKS = (
    Look("#12436d", "", "circle", ""),
    Look("#f46a25", "M-2,2 l4,-4 M0,10 l10,-10 M8,12 l4,-4", "square", "9 4"),
    Look("#28a197", "", "triangle", "2 4"),
    Look("#801650", "M0,5 h10", "diamond", "12 4 2 4"),
    Look("#5f5f5f", "M5,0 v10", "circle", "6 6"),
    Look("#a285d1", "M0,5 h10 M5,0 v10", "square", "14 6"),
)


def paint(root: Node, *, title: str, description: str, stacked: bool, flipped: bool) -> Node:
    """Turn pygal's tree into a picture with a name, a description and nothing but shapes and text."""
    strip(root)
    prefix = "chart-" + hashlib.sha256(etree.tostring(root) + title.encode()).hexdigest()[:10]
    name(root, prefix, title, description)
    looks = series_looks(root, flipped=flipped)
    for part in root.iter():
        paint_part(part)
    for group in with_class(root, "series"):
        look = looks[series_number(group)]
        if group.getparent().get("class") == "plot":
            paint_series(group, look, prefix, stacked=stacked)
        else:
            paint_dots(group, look)
    for group in with_class(root, "legend"):
        paint_legend(group, looks[series_number(group.find("{*}rect"))], prefix, bars="bar" in classes(root))
    define_patterns(root, prefix, looks)
    tidy(root)
    return root
