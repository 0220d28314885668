"""Clean HTML of a snapshot as runs of a Word file."""

import re
from collections.abc import Callable, Collection
from copy import copy
from html.parser import HTMLParser

from reports.rendering.word.fields import LINK_COLOUR, bookmark_name, field, link_to_anchor
from reports.rendering.word.styles import WARNING
from reports.rendering.word.xml import Element, name, run, w

RIGHT_TO_LEFT = re.compile(
    "([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+(?:\\s+[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+)*)"
)
PARAGRAPH = "paragraph-"
OWN_OF_RIGHT_TO_LEFT = {name("w:b"): "bCs", name("w:i"): "iCs"}


class Inline:
    """Turns clean HTML into runs, links and fields; links to what the document lacks become plain words."""

    def __init__(self, anchors: Collection[str], relate: Callable[[str], str]) -> None:
        self.anchors = anchors
        self.relate = relate

    def of(self, html: str, *, italic: bool = False) -> list[Element]:
        """Return the runs of clean HTML."""
        reader = _Reader(self, italic)
        reader.feed(html)
        reader.close()
        return reader.content

    def link(self, address: str, words: str, runs: list[Element]) -> list[Element]:
        """Return a link or a reference."""
        if address.startswith("#"):
            return self.reference(address[1:], words, runs)
        link = w("hyperlink", *runs, history="1")
        link.set(name("r:id"), self.relate(address))
        return [link]

    def reference(self, anchor: str, words: str, runs: list[Element]) -> list[Element]:
        """Return a reference to a place; the number of a paragraph is one that Word keeps right by itself."""
        if anchor not in self.anchors:
            return runs
        if anchor == PARAGRAPH + words:
            return field(f"REF {bookmark_name(anchor)} \\n \\h", runs)
        return [link_to_anchor(anchor, runs)]


class _Reader(HTMLParser):
    def __init__(self, inline: Inline, italic: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.inline = inline
        self.content: list[Element] = []
        self.open = {"em": int(italic), "strong": 0, "code": 0, "mark": 0}
        self.address: str | None = None
        self.before: list[Element] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a tag; nh3 has left only those of running text."""
        if tag == "br":
            self.content.append(w("r", w("br")))
        elif tag == "a":
            self.address, self.words = dict(attrs).get("href") or "", ""
            self.before, self.content = self.content, []
        elif tag in self.open:
            self.open[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        """Close a tag."""
        if tag == "a" and self.address is not None:
            linked = self.inline.link(self.address, self.words, self.content)
            self.content = [*self.before, *linked]
            self.address = None
        elif tag in self.open:
            self.open[tag] -= 1

    def handle_data(self, data: str) -> None:
        """Take in words."""
        self.words += data
        self.content += runs(data, *self.looks())

    def looks(self) -> list[Element]:
        """Return how words look here."""
        looks = []
        if self.open["code"]:
            looks.append(w("rFonts", ascii="Courier New", hAnsi="Courier New", cs="Courier New"))
        if self.open["strong"]:
            looks.append(w("b"))
        if self.open["em"]:
            looks.append(w("i"))
        if self.open["mark"]:
            looks.append(w("color", val=WARNING))
        if self.address and (not self.address.startswith("#") or self.address[1:] in self.inline.anchors):
            looks += [w("color", val=LINK_COLOUR), w("u", val="single")]
        return looks


def runs(words: str, *looks: Element) -> list[Element]:
    """Return words as runs; those of scripts from right to left say so, or Word sets them the wrong way round."""
    found = []
    for place, part in enumerate(RIGHT_TO_LEFT.split(words)):
        if part:
            own = [copy(look) for look in looks]
            found.append(run(part, *(from_right(own) if place % 2 else own)))
    return found


def from_right(looks: list[Element]) -> list[Element]:
    """Return the looks of words from right to left, for which Word has a bold and an italic of its own."""
    found = []
    for look in looks:
        found.append(look)
        if look.tag in OWN_OF_RIGHT_TO_LEFT:
            found.append(w(OWN_OF_RIGHT_TO_LEFT[look.tag]))
    return [*found, w("rtl")]
