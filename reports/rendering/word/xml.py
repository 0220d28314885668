"""The elements that Word files are written in."""

import re
from functools import cache
from typing import Any

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser

Element = Any
NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
name = cache(qn)
SPACE = {"w": nsmap["w"]}


def w(tag: str, *children: Element, **attributes: object) -> Element:
    """Return an element of Word's own, with its attributes and children."""
    element = oxml_parser.makeelement(name(f"w:{tag}"), nsmap=SPACE)
    for key, value in attributes.items():
        element.set(name(f"w:{key}"), str(value))
    element.extend(children)
    return element


def text(words: str) -> Element:
    """Return the words of a run; characters that XML has no room for are left out."""
    element = w("t")
    element.text = NOT_IN_XML.sub("", words)
    element.set(name("xml:space"), "preserve")
    return element


def paragraph(style: str, *content: Element, properties: tuple[Element, ...] = ()) -> Element:
    """Return a paragraph in a style; `properties` stand in the order that Word asks for."""
    return w("p", w("pPr", w("pStyle", val=style), *properties), *content)


def run(words: str, *properties: Element) -> Element:
    """Return words with their looks."""
    if not properties:
        return w("r", text(words))
    return w("r", w("rPr", *properties), text(words))
