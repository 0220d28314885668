"""Opening a Word document and finding its parts."""

from __future__ import annotations

import io

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.package import Package
from lxml import etree
from lxml.etree import _Element

from ...errors import damaged, too_long
from ...limits import MAX_CHARACTERS, MAX_PARAGRAPHS
from ...reading import Reading
from .body import Body
from .numbering import Numbering
from .styles import Styles

_PARTS = (
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.FOOTNOTES,
    RELATIONSHIP_TYPE.ENDNOTES,
)
_FAULTS = (
    PackageNotFoundError,
    etree.XMLSyntaxError,
    KeyError,
    ValueError,
    AttributeError,
    TypeError,
    OSError,
)


def read_word(data: bytes, *, name: str) -> Reading:
    """The blocks of a Word document; raises `UnreadableDocument`, whose message calls the file by `name`."""
    try:
        main = Package.open(io.BytesIO(data)).main_document_part
        root = main.element if isinstance(main, XmlPart) else parse_xml(main.blob)
        blobs = {rel.reltype: rel.target_part.blob for rel in main.rels.values() if rel.reltype in _PARTS}
        styles, numbering, footnotes, endnotes = (
            parse_xml(blobs[kind]) if kind in blobs else None for kind in _PARTS
        )
    except _FAULTS as error:
        raise damaged(name) from error
    _require_bounds(root, name)
    return Body(Styles(styles), Numbering(numbering), footnotes=footnotes, endnotes=endnotes).read(root)


def _require_bounds(root: _Element, name: str) -> None:
    """Refuse a document longer than any letter or report before time is spent on it."""
    paragraphs = sum(1 for _ in root.iter(qn("w:p")))
    if paragraphs > MAX_PARAGRAPHS:
        raise too_long(name, MAX_PARAGRAPHS, "paragraphs")
    if sum(len(text.text or "") for text in root.iter(qn("w:t"))) > MAX_CHARACTERS:
        raise too_long(name, MAX_CHARACTERS)
