"""Each link of the PDF leads to the paragraph, table or annex whose number it says."""

import io
import re

import pypdfium2
import pytest
from pypdf import PdfReader

from reports.rendering.page import page_html
from reports.rendering.pdf import html_to_pdf
from tests.reports.rendering.snapshots import torture

# The files are made from plain data, by a process that knows of no database.
pytestmark = [pytest.mark.django_db, pytest.mark.embedded]
NUMBER = re.compile(r"((?:table|annex|figure) )?([A-Z]|\d+)", re.IGNORECASE)
PAGE = re.compile(r"[ .]*(?:\. |, page )\d+$|[ .]+$")
"""What follows in a list of contents: dots and the number of the page. Each is a link of its own too."""
LINE = 30
"""So far below a destination its first line ends, in points."""


def parted(link):
    """What a link says without the number of a page, and where it leads."""
    return PAGE.sub("", link[0]), link[1]


class Pages:
    """A PDF of which pieces of pages are read."""

    def __init__(self, content):
        self.reader = PdfReader(io.BytesIO(content))
        self.drawn = pypdfium2.PdfDocument(content)

    def words(self, page, left, bottom, right, top):
        """The words within a rectangle, in one line."""
        text = self.drawn[page].get_textpage().get_text_bounded(left, bottom, right, top)
        return " ".join(text.split())

    def links(self):
        """What each link within the document says, and the name of the place that it leads to."""
        for number, page in enumerate(self.reader.pages):
            for annotation in page.get("/Annots", []):
                link = annotation.get_object()
                if link["/Subtype"] == "/Link" and "/URI" not in link.get("/A", {}):
                    name = link["/Dest"] if "/Dest" in link else link["/A"]["/D"]
                    yield self.words(number, *map(float, link["/Rect"])), str(name)

    def there(self, name):
        """The first words at a named place, from the margin to the end of the line."""
        place = self.reader.named_destinations[name]
        page = self.reader.get_destination_page_number(place)
        width, top = self.drawn[page].get_size()[0], float(place.top)
        return self.words(page, 0, top - LINE, width, top + 2)


def test_each_link_leads_to_what_has_its_number_or_its_heading():
    pages = Pages(html_to_pdf(page_html(torture()), identifier=b"x").content)
    links = [(says, name) for says, name in map(parted, pages.links()) if says]

    wrong = [
        (says, there)
        for says, there in ((says, pages.there(name)) for says, name in links)
        if not re.match(rf"{re.escape(says)}(?!\w)", there, re.IGNORECASE)
    ]

    assert [says for says, _ in links if NUMBER.fullmatch(says)] == [
        "1",
        "7",
        "table 1",
        "Annex A",
        "2",
        "9",
        "1",
    ]
    assert len({name for _, name in links}) == 15
    assert wrong == []
