"""Tables of a snapshot in Word: a header row that every page repeats, a caption above."""

from typing import Any

from reports.rendering.word.inline import runs
from reports.rendering.word.styles import TEXT_WIDTH
from reports.rendering.word.xml import Element, paragraph, w

LINE, STRONG_LINE = "B1B4B6", "0B0C0C"


def table(block: dict[str, Any], title: str) -> Element:
    """Return a table; `title` is said to who hears it instead of seeing it."""
    head = block["head"]
    aligned = dict.fromkeys(block["numeric"], "right")
    aligned |= dict.fromkeys(block.get("centred", ()), "center")
    widths = columns(len(head), block.get("widths") or [])
    rows = [row(head, widths, aligned, is_head=True)]
    rows += [row(cells, widths, aligned) for cells in block["rows"]]
    return w("tbl", properties(title, is_fixed=bool(block.get("widths"))), grid(widths), *rows)


def properties(title: str, *, is_fixed: bool) -> Element:
    """Return what holds for a whole table."""
    return w(
        "tblPr",
        w("tblW", w=5000, type="pct"),
        w(
            "tblBorders",
            w("top", val="single", sz=4, space=0, color=LINE),
            w("bottom", val="single", sz=4, space=0, color=LINE),
            w("insideH", val="single", sz=4, space=0, color=LINE),
        ),
        w("tblLayout", type="fixed" if is_fixed else "autofit"),
        w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=140, type="dxa")),
        w("tblLook", val="04A0", firstRow=1, lastRow=0, firstColumn=1, lastColumn=0, noHBand=0, noVBand=1),
        w("tblCaption", val=title),
    )


def columns(number: int, shares: list[int]) -> list[int]:
    """Return the width of each column; equal ones where the snapshot has none, for the words to change."""
    shares = shares if len(shares) == number else [100 // number] * number
    return [TEXT_WIDTH * share // 100 for share in shares]


def grid(widths: list[int]) -> Element:
    """Return the columns."""
    return w("tblGrid", *(w("gridCol", w=width) for width in widths))


def row(cells: list[str], widths: list[int], aligned: dict[int, str], *, is_head: bool = False) -> Element:
    """Return a row that no page breaks in two; that of the heads comes again on every page."""
    kept = [w("cantSplit")] + ([w("tblHeader")] if is_head else [])
    return w(
        "tr",
        w("trPr", *kept),
        *(
            cell(words, width, is_head=is_head, aligned=aligned.get(place))
            for place, (words, width) in enumerate(zip(cells, widths, strict=False))
        ),
    )


def cell(words: str, width: int, *, is_head: bool, aligned: str | None) -> Element:
    """Return a cell."""
    placed = (w("jc", val=aligned),) if aligned else ()
    kept = (w("keepNext"),) if is_head else ()
    looks = (w("b"),) if is_head else ()
    return w(
        "tc",
        w("tcPr", w("tcW", w=width, type="dxa")),
        paragraph("Tabletext", *lines(words, looks), properties=(*kept, *placed)),
    )


def lines(words: str, looks: tuple[Element, ...]) -> list[Element]:
    """Return the words of a cell, each of its lines below the one before."""
    first, *others = words.split("\n")
    return [*runs(first, *looks), *(one for line in others for one in (w("r", w("br")), *runs(line, *looks)))]
