"""Pictures as addresses that hold them, and drawings as PNG for what shows no SVG. Knows nothing of Django."""

import io
from base64 import b64encode
from collections.abc import Mapping
from typing import Any

DOTS = 2
"""Dots of the picture for each CSS pixel of the drawing: sharp on paper."""
POINTS_TO_PIXELS = 96 / 72
"""A PDF counts 72 points to the inch, CSS 96 pixels."""
COLOURS = 64
QUICKLY = 2
"""Pillow's way to choose the colours that takes a tenth of the time of its usual one."""
STYLE = (
    "@page p{place}{{size:{width}px {height}px;margin:0}}"
    "#p{place}{{page:p{place};display:block;width:{width}px;height:{height}px}}"
)


def inlined(svg: str) -> str:
    """Return a drawing as an address that holds it, so that nothing has to be fetched."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


def inlined_picture(data: bytes, media_type: str) -> str:
    """Return a picture as an address that holds it."""
    return f"data:{media_type};base64,{b64encode(data).decode()}"


def as_pngs(drawings: Mapping[int, str]) -> dict[int, bytes]:
    """Return drawings as PNG by their places; the same bytes for the same drawings.

    All go on one document with a page for each, since it is the making of a document that takes long.
    """
    if not drawings:
        return {}
    import pypdfium2
    from weasyprint import HTML

    from reports.rendering.inlined import OnlyInlined

    style = "".join(page_style(place, svg) for place, svg in drawings.items())
    images = "".join(f'<img id="p{place}" src="{inlined(svg)}">' for place, svg in drawings.items())
    html = f"<style>{style}body{{margin:0}}</style>{images}"
    # Nobody keeps this document: to make it small would take as long as to draw it.
    page = HTML(string=html, url_fetcher=OnlyInlined())
    document = page.write_pdf(full_fonts=True, uncompressed_pdf=True)
    with pypdfium2.PdfDocument(document) as pdf:
        pictures = [page.render(scale=DOTS * POINTS_TO_PIXELS).to_pil() for page in pdf]
    return {place: png(picture) for place, picture in zip(drawings, pictures, strict=True)}


def page_style(place: int, svg: str) -> str:
    """Return the style of a page as large as a drawing."""
    from lxml import etree

    root = etree.fromstring(svg.encode())
    return STYLE.format(place=place, width=root.get("width"), height=root.get("height"))


def png(picture: Any) -> bytes:
    """Return a picture of few colours as PNG."""
    out = io.BytesIO()
    picture.convert("RGB").quantize(COLOURS, method=QUICKLY).save(out, "PNG")
    return out.getvalue()
