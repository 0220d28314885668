"""Opening a Word document and finding its parts."""

from __future__ import annotations

import io

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.package import Package
from lxml import etree
from lxml.etree import _Element

from ...errors import damaged, too_long
from ...limits import MAX_CHARACTERS
from ...reading import Reading
from .body import Body
from .numbering import Numbering
from .styles import Styles

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
        related = {rel.reltype: rel.target_part for rel in main.rels.values() if not rel.is_external}
    except _FAULTS as error:
        raise damaged(name) from error

    def part(kind: str) -> _Element | None:
        return parse_xml(related[kind].blob) if kind in related else None

    body = Body(
        Styles(part(RELATIONSHIP_TYPE.STYLES)),
        Numbering(part(RELATIONSHIP_TYPE.NUMBERING)),
        footnotes=part(RELATIONSHIP_TYPE.FOOTNOTES),
        endnotes=part(RELATIONSHIP_TYPE.ENDNOTES),
    )
    reading = body.read(root)
    if sum(map(len, reading.lines)) > MAX_CHARACTERS:
        raise too_long(name, MAX_CHARACTERS)
    return reading
