"""The looks of a chart, written as attributes on its shapes: browsers and WeasyPrint then agree on them.

pygal styles its charts with a style sheet and a script, which `plain` leaves out, and writes the day's date into the
picture, which is taken out here: the portal's content policy allows no inline style, and the same data must give the
same bytes.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from lxml import etree

from portal.charts.looks import FONT, FONT_SIZE, GUIDE, INK, PAPER, Look, look_of, marker_path, text_width

Node = Any
Form = Literal["bars", "stack", "lines"]
LEGEND_LINE = 26
LEGEND_MARGIN = 30
LINE = 17
ROOM_BESIDE_NUMBER = 14
ROOM_BESIDE_LABEL = 12
PYGAL_LETTER = 0.6 * FONT_SIZE
DROPPED = ("defs", "title")


@dataclass(frozen=True)
class Picture:
    """What a chart is called, what it shows in words, its series' names, its form and its width in pixels.

    `rows` are the names of lying bars, each in lines; `note` is what must be known to read the chart.
    """

    title: str
    description: str
    series: Sequence[str]
    form: Form
    width: int
    rows: Sequence[Sequence[str]] = ()
    note: str = ""

    @property
    def row_names(self) -> list[str]:
        """What pygal is given for the names of rows: numbers of the right width, written out by `paint`."""
        widest = max((text_width(line) for lines in self.rows for line in lines), default=0)
        return [f"{number:0{int(widest / PYGAL_LETTER)}}" for number in range(len(self.rows))]

    @property
    def legend(self) -> list[tuple[float, float, str]]:
        """The place of each name in the legend; a single series needs none."""
        places, x, y = [], 14.0, 20.0
        for label in self.series if len(self.series) > 1 else ():
            wide = text_width(label) + 52
            if x > 14 and x + wide > self.width - LEGEND_MARGIN:
                x, y = 14.0, y + LEGEND_LINE
            places.append((x, y, label))
            x += wide
        return places

    @property
    def legend_height(self) -> int:
        """How much room the legend takes above the chart."""
        return int(self.legend[-1][1]) + 8 if self.legend else 0

    @property
    def head_height(self) -> int:
        """How much room the legend and the note take above the chart."""
        return self.legend_height + (LEGEND_LINE if self.note else 0)

    def look(self, group: Node) -> Look:
        """The look of the series that a group of pygal's draws."""
        return look_of(int(next(name for name in classes(group) if name.startswith("serie-"))[6:]))


def paint(root: Node, *, picture: Picture) -> Node:
    """Turn pygal's tree into a picture with a name, a description and nothing but shapes and text."""
    strip(root)
    prefix = "chart-" + hashlib.sha256(etree.tostring(root) + picture.title.encode()).hexdigest()[:10]
    if picture.form == "lines":
        drop_labels_that_collide(root)
    for part in list(root.iter()):
        paint_part(part, picture)
    for group in [part for part in root.iter() if "series" in classes(part)]:
        paint_series(group, picture, prefix)
    for number, (x, y, label) in enumerate(picture.legend):
        paint_legend(root, x, y, label, look_of(number), picture, prefix)
    if picture.note:
        write(root, picture.note, 14, picture.legend_height + 20)
    tidy(root)
    introduce(root, picture, prefix)
    return root


def strip(root: Node) -> None:
    """Take out definitions, comments, tooltips; no axis without data."""
    for part in list(root.iter()):
        if not isinstance(part.tag, str) or "tooltip-overlay" in classes(part):
            part.getparent().remove(part)
    is_empty = any("no_data" in classes(part) for part in root.iter())
    for part in list(root.iter()):
        if local(part) in DROPPED or (is_empty and "axis" in classes(part)):
            part.getparent().remove(part)


def drop_labels_that_collide(root: Node) -> None:
    """Take out labels of the time axis that would run into another; the last and the first go before the rest."""
    texts = [part for part in root.iter() if local(part) == "text" and "x" in axis_of(part)]
    kept: list[tuple[float, float]] = []
    for text in [*texts[-1:], *texts[:1], *texts[-2:0:-1]]:
        middle, half = float(text.get("x")), (text_width(text.text or "") + ROOM_BESIDE_LABEL) / 2
        if any(abs(middle - other) < half + other_half for other, other_half in kept):
            text.getparent().remove(text)
        else:
            kept.append((middle, half))


def axis_of(part: Node) -> list[str]:
    """Return the classes of the axis that a label or a guide belongs to."""
    return classes(part.getparent().getparent())


def paint_part(part: Node, picture: Picture) -> None:
    """Give a background, a guide, an axis or a label its looks."""
    kind, names = local(part), classes(part)
    if kind == "text":
        in_axis_y = "y" in axis_of(part)
        part.set("fill", INK)
        part.set("text-anchor", "end" if in_axis_y else "middle")
        if in_axis_y and picture.rows:
            write_row_name(part, picture.rows[int(part.text)])
    elif kind == "rect" and "background" in names:
        part.set("fill", PAPER)
    elif kind == "path" and "guide" in names:
        of_values = ("x" in axis_of(part)) == horizontal(part)
        if of_values:
            part.set("stroke", GUIDE)
        else:
            part.getparent().remove(part)
    elif kind == "path" and "line" in names and "reactive" not in names:
        part.set("stroke", INK)


def write_row_name(part: Node, lines: Sequence[str]) -> None:
    """Write a row's name in place of its number, on as many lines as it takes."""
    x, y = float(part.get("x")), float(part.get("y")) - LINE * (len(lines) - 1) / 2
    for number, line in enumerate(lines):
        write(part.getparent(), line, x, y + number * LINE, **{"text-anchor": "end"})
    part.getparent().remove(part)


def paint_series(group: Node, picture: Picture, prefix: str) -> None:
    """Give the bars, the line and the dots of one series its looks, and write their values."""
    look = picture.look(group)
    for part in list(group.iter()):
        if local(part) == "rect":
            fill(part, look, prefix)
            write_bar_value(part, look, inside=picture.form == "stack")
        elif local(part) == "path":
            part.set("fill", "none")
            part.set("stroke", look.colour)
            part.set("stroke-width", "3")
            if look.dashes:
                part.set("stroke-dasharray", look.dashes)
    dots = [part for part in group.iter() if local(part) == "circle"]
    for dot in dots:
        x, y = float(dot.get("cx")), float(dot.get("cy"))
        add(dot.getparent(), "path", d=marker_path(look.marker, x, y), fill=look.colour, stroke=PAPER)
        if dot is dots[-1]:
            value = dot.getparent().get("data-value")
            write(group, value, x + 10, y + 5, **{"text-anchor": "start", "font-weight": "bold"})
        dot.getparent().remove(dot)


def write_bar_value(bar: Node, look: Look, *, inside: bool) -> None:
    """Write a bar's value after its end, or in the middle of its part of a stack where there is room."""
    value = bar.getparent().get("data-value", "")
    x, y = float(bar.get("x", 0)), float(bar.get("y", 0))
    wide, high = float(bar.get("width", 0)), float(bar.get("height", 0))
    baseline = y + high / 2 + FONT_SIZE * 0.35
    if not inside:
        write(bar.getparent(), value, x + wide + 6, baseline, **{"text-anchor": "start"})
    elif wide > text_width(value) + ROOM_BESIDE_NUMBER / 2:
        room = text_width(value) + 8
        if not look.dark:
            plate = {"x": x + (wide - room) / 2, "y": y + high / 2 - 10, "width": room, "height": 20}
            add(bar.getparent(), "rect", fill=PAPER, **plate)
        write(
            bar.getparent(),
            value,
            x + wide / 2,
            baseline,
            **{"text-anchor": "middle", "fill": PAPER if look.dark else INK},
        )


def fill(bar: Node, look: Look, prefix: str) -> None:
    """Fill a bar with its colour and pattern, set apart from its neighbours by a white edge."""
    bar.set("fill", f"url(#{prefix}-{look.colour[1:]})" if look.pattern else look.colour)
    bar.set("stroke", PAPER)
    if look.pattern:
        define_pattern(bar.getroottree().getroot(), look, prefix)


def define_pattern(root: Node, look: Look, prefix: str) -> None:
    """Define the pattern of a series once."""
    name = f"{prefix}-{look.colour[1:]}"
    if any(part.get("id") == name for part in root.iter()):
        return
    place = {"width": 10, "height": 10, "patternUnits": "userSpaceOnUse"}
    pattern = add(root, "pattern", id=name, **place)
    root.insert(0, pattern)
    add(pattern, "rect", width=10, height=10, fill=look.colour)
    add(pattern, "path", d=look.pattern, stroke=PAPER, **{"stroke-width": 1.5, "fill": "none"})


def paint_legend(
    root: Node, x: float, y: float, label: str, look: Look, picture: Picture, prefix: str
) -> None:
    """Draw one entry of the legend: a piece of the bar or of the line, and its name."""
    if picture.form == "lines":
        dashes = {"stroke-dasharray": look.dashes} if look.dashes else {}
        add(root, "path", d=f"M{x:g},{y - 5:g} h26", stroke=look.colour, **{"stroke-width": 3, **dashes})
        add(root, "path", d=marker_path(look.marker, x + 13, y - 5), fill=look.colour, stroke=PAPER)
    else:
        fill(add(root, "rect", x=x, y=y - 13, width=26, height=16), look, prefix)
    write(root, label, x + 32, y, **{"text-anchor": "start"})


def introduce(root: Node, picture: Picture, prefix: str) -> None:
    """Name the picture for those who hear it."""
    title, description = add(root, "title", id=f"{prefix}-title"), add(root, "desc", id=f"{prefix}-desc")
    title.text, description.text = picture.title, picture.description
    root.insert(0, description)
    root.insert(0, title)
    root.set("role", "img")
    root.set("aria-labelledby", f"{prefix}-title {prefix}-desc")
    root.set("font-family", FONT)
    root.set("font-size", str(FONT_SIZE))
    _, _, wide, high = root.get("viewBox").split()
    root.set("width", wide)
    root.set("height", high)


def tidy(root: Node) -> None:
    """Take out the classes and other marks that only pygal's style sheet and script would read."""
    for part in root.iter():
        for mark in ("class", "data-value", "rx", "ry"):
            part.attrib.pop(mark, None)
    root.attrib.pop("id", None)


def write(parent: Node, text: str, x: float, y: float, **marks: Any) -> None:
    """Write a text at a place."""
    add(parent, "text", x=f"{x:g}", y=f"{y:g}", **{"fill": INK, **marks}).text = text


def add(parent: Node, tag: str, **marks: Any) -> Node:
    """Add a shape to its parent."""
    namespace = etree.QName(parent).namespace
    shape = etree.SubElement(parent, f"{{{namespace}}}{tag}" if namespace else tag)
    for mark, value in marks.items():
        shape.set(mark, f"{value:g}" if isinstance(value, int | float) else value)
    return shape


def classes(part: Node) -> list[str]:
    """Return the classes of a part."""
    return (part.get("class") or "").split()


def local(part: Node) -> str:
    """Return a part's name without its namespace."""
    return str(part.tag).rpartition("}")[2]


def horizontal(part: Node) -> bool:
    """Tell whether a part belongs to lying bars."""
    return any("horizontal" in classes(above) for above in part.iterancestors())
