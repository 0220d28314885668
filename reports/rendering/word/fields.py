"""Places in a Word file and what refers to them: bookmarks, links, and fields that Word computes anew."""

import re
from collections.abc import Iterable, Sequence
from itertools import count

from reports.rendering.word.xml import Element, name, text, w

LINK_COLOUR = "1A65A6"


class Bookmarks:
    """Gives each place of a report a bookmark; their numbers are those of the document."""

    def __init__(self) -> None:
        self.numbers = count(1)

    def around(self, anchor: str, *content: Element) -> list[Element]:
        """Return the content between the two ends of a bookmark for an anchor of the page."""
        number = next(self.numbers)
        return [
            w("bookmarkStart", id=number, name=bookmark_name(anchor)),
            *content,
            w("bookmarkEnd", id=number),
        ]


def bookmark_name(anchor: str) -> str:
    """Return the name in Word of an anchor of the page: letters, digits and lines below, forty at most."""
    return re.sub(r"[^A-Za-z0-9_]", "_", anchor)[:40]


def field(code: str, shown: Sequence[Element]) -> list[Element]:
    """Return a field with what it shows until it is computed."""
    instruction = w("instrText")
    instruction.text = f" {code} "
    instruction.set(name("xml:space"), "preserve")
    return [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", instruction),
        w("r", w("fldChar", fldCharType="separate")),
        *shown,
        w("r", w("fldChar", fldCharType="end")),
    ]


def simple_field(code: str, shown: str) -> list[Element]:
    """Return a field that shows plain words."""
    return field(code, [w("r", text(shown))])


def link_to_anchor(anchor: str, runs: Iterable[Element]) -> Element:
    """Return a link to a place in the document."""
    return w("hyperlink", *runs, anchor=bookmark_name(anchor), history="1")
