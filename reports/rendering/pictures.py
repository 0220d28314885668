"""Pictures as addresses that hold them, and charts as PNG for what shows no SVG. Knows nothing of Django."""

import io
from base64 import b64encode
from typing import Any

from reports.rendering.broken import at_part, figure_blocks
from reports.rendering.pdf import Figure, Pdf

DOTS_WIDE, LINES_WIDE = 1280, 840
"""Two dots for each pixel that a chart is drawn in: sharp on paper."""
COLOURS = 64
QUICKLY = 2
"""Pillow's way to choose colours that takes a tenth of the time of its usual one."""
AS_IT_IS = 0
"""Pillow's way to make a picture smaller that makes no new colours."""
ONE_DOT_IN = 2
"""Colours are chosen by one dot in so many across and down, so that no line is missed: by all it takes far longer."""


def inlined(svg: str) -> str:
    """Return a drawing as an address that holds it, so that nothing has to be fetched."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


def inlined_picture(data: bytes, media_type: str) -> str:
    """Return a picture as an address that holds it."""
    return f"data:{media_type};base64,{b64encode(data).decode()}"


def charts_as_pngs(pdf: Pdf, snapshot: dict[str, Any]) -> dict[int, bytes]:
    """Return the charts of a report, cut out of its PDF, as PNG by their places; raises BrokenPart.

    The same bytes for the same PDF. To draw them once more would take as long as five pages do.
    """
    import pypdfium2

    found = {}
    with pypdfium2.PdfDocument(pdf.content) as document:
        for (part, block), figure in zip(figure_blocks(snapshot), pdf.figures, strict=True):
            if block["type"] == "chart":
                with at_part(part):
                    wide = LINES_WIDE if block["form"] == "line" else DOTS_WIDE
                    found[block["place"]] = png(cut_out(document[figure.page], figure, wide))
    return found


def cut_out(page: Any, figure: Figure, wide: int) -> Any:
    """Return a figure of a page, so many dots wide."""
    left, _, right, _ = figure.box
    page.set_mediabox(*figure.box)
    return page.render(scale=wide / (right - left)).to_pil()


def png(picture: Any) -> bytes:
    """Return a picture of few colours as PNG."""
    picture, out = picture.convert("RGB"), io.BytesIO()
    few = picture.resize([max(side // ONE_DOT_IN, 1) for side in picture.size], AS_IT_IS)
    colours = few.quantize(COLOURS, method=QUICKLY)
    picture.quantize(palette=colours, dither=0).save(out, "PNG")
    return out.getvalue()
