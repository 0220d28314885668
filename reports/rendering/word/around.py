"""What stands around the text of the Word file: its properties, headers, footers and settings."""

import datetime
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

from reports.rendering.word.fields import simple_field
from reports.rendering.word.inline import runs
from reports.rendering.word.styles import LANGUAGE
from reports.rendering.word.xml import Element, paragraph, run, w

NOT_PUBLIC = "Full edition: not for publication"
WORD_2013 = "15"
"""The oldest Word whose looks are asked for; without it Word opens a file as one of before 2007."""


def set_around(document: Document, snapshot: dict[str, Any]) -> None:
    """Set a document's properties, headers, footers and settings."""
    set_properties(document, snapshot)
    set_settings(document)
    [section] = document.sections
    council, title = snapshot["council"]["name"], snapshot["title"]
    committee = f"{snapshot['committee']}, {written_day(snapshot['meeting_on'])}"
    marking = NOT_PUBLIC if snapshot["audience"] == "full" else ""
    put(section.header, line("Header", runs(council), runs(f"{marking}. {title}" if marking else title)))
    put(section.first_page_header, paragraph("Header", *runs(marking, w("b"))))
    for footer in (section.footer, section.first_page_footer):
        put(footer, line("Footer", runs(committee), page_of_pages()))


def put(part: Any, content: Element) -> None:
    """Make a paragraph all that a header or a footer has."""
    part.is_linked_to_previous = False
    for element in list(part._element):
        part._element.remove(element)
    part._element.append(content)


def line(style: str, left: list[Element], right: list[Element]) -> Element:
    """Return a line with something at both ends."""
    return paragraph(style, *left, w("r", w("tab")), *right)


def page_of_pages() -> list[Element]:
    """Return which page it is, of how many."""
    return [
        run("Page "),
        *simple_field("PAGE", "1"),
        run(" of "),
        *simple_field("NUMPAGES", "1"),
    ]


def set_properties(document: Document, snapshot: dict[str, Any]) -> None:
    """Set title, language, author and day: that of approval, or of the meeting for a draft."""
    properties = document.core_properties
    day = snapshot["contacts"]["approved_on"] or snapshot["meeting_on"]
    moment = datetime.datetime.fromisoformat(f"{day}T00:00:00")
    properties.title = f"{snapshot['title']}, {snapshot['committee']}, {written_day(snapshot['meeting_on'])}"[
        :255
    ]
    properties.author = properties.last_modified_by = snapshot["council"]["name"][:255]
    properties.subject = f"{snapshot['report_of']}: {snapshot['title']} for {snapshot['period']}"[:255]
    properties.language = LANGUAGE
    properties.comments = properties.keywords = properties.category = ""
    properties.created = properties.modified = moment
    properties.revision = 1


def set_settings(document: Document) -> None:
    """Have the file opened as today's Word opens its own."""
    settings = document.settings.element
    for tag in ("w:compat", "w:themeFontLang"):
        for element in settings.findall(qn(tag)):
            settings.remove(element)
    mode = w(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=WORD_2013,
    )
    place = settings.find(qn("w:rsids"))
    compat = w("compat", mode)
    if place is None:
        settings.append(compat)
    else:
        place.addprevious(compat)


def written_day(iso: str) -> str:
    """Write a day as the page does: 7 October 2026."""
    day = datetime.date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"
