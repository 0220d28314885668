"""A report with a section of every kind, written from the sample's record, and where its words stand in its files."""

import html
import io
import re
from typing import Any

import docx
import pypdfium2
from bs4 import BeautifulSoup

from reports.drafting import WRITERS
from reports.models import Report, Section
from reports.rendering.blocks import plain
from reports.rendering.files import Files
from reports.rendering.snapshot import build_snapshot
from tests.reports.rendering.snapshots import MISSING, PICTURE, section, snapshot

MANY = 9000
FIRST = 4
"""So many words of a section must stand below its heading."""


def every_kind(draft: Report) -> dict[str, Any]:
    """The draft with the kinds of section that it lacks."""
    records = list(draft.sections.order_by("position"))
    for number, kind in enumerate(sorted({*Section.Kind} - {row.kind for row in records}), start=MANY):
        own = "" if kind in WRITERS else "Said by officers alone."
        lacking = {"kind": kind, "heading": f"More: {kind.label}", "body": own, "taken_over": bool(own)}
        records.append(Section(pk=number, report=draft, position=number, **lacking))
    return build_snapshot(draft, None, records)


def photo() -> dict[str, Any]:
    """A report of a photograph and of a picture that is not there."""
    return snapshot(section(1, "Pictures", PICTURE, MISSING))


def beginnings(content: dict[str, Any]) -> list[tuple[str, str]]:
    """The heading of each section and the first words below it."""
    return [
        (part["heading"], " ".join(first_words(part["blocks"][0]).split()[:FIRST]))
        for part in content["sections"]
        if part["blocks"]
    ]


def first_words(block: dict[str, Any]) -> str:
    """What a block says first."""
    match block["type"]:
        case "paragraph":
            return plain(block["html"])
        case "recommendations":
            return str(block["lead"])
        case "lines":
            return str(block["lines"][0])
        case "details":
            return str(block["rows"][0]["term"])
        case "annexes":
            return f"Annex {block['rows'][0]['letter']}: {block['rows'][0]['title']}"
        case "abbreviations":
            return str(block["rows"][0]["short"])
    return str(block.get("text") or block.get("caption") or block["title"])


def lost(text: str, content: dict[str, Any]) -> list[tuple[str, str]]:
    """The sections of which the heading, or the words below it, do not stand in a text in their order."""
    found = beginnings(content)
    place = 0
    for heading, _ in found:  # the list of contents
        place = max(place, text.find(squeezed(heading), place) + 1)
    missing = []
    for heading, words in found:
        below = text.find(squeezed(heading), place)
        at = text.find(squeezed(words), below)
        if below < 0 or at < 0:
            missing.append((heading, words))
        else:
            place = below + 1
    return missing


def squeezed(text: str) -> str:
    """Words without what parts lines: a PDF says only where each letter is."""
    return re.sub(r"\s+", "", html.unescape(text))


def texts(files: Files) -> dict[str, str]:
    """What the web page, the PDF and the Word file say, from beginning to end."""
    with pypdfium2.PdfDocument(files.pdf) as pdf:
        printed = "".join(page.get_textpage().get_text_range() for page in pdf)
    document = docx.Document(io.BytesIO(files.docx))
    typed = "".join(node.text or "" for node in document.element.body.iter() if node.tag.endswith("}t"))
    page = BeautifulSoup(files.html, "html.parser").body.get_text()
    return {kind: squeezed(text) for kind, text in (("html", page), ("pdf", printed), ("docx", typed))}
