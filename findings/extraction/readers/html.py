"""Reading HTML into blocks, by walking the parsed tree once and without recursion."""

from __future__ import annotations

import re
from collections.abc import Iterator

import lxml.html
from lxml import etree

from ..blocks import Block, Heading, Note, PageBreak
from ..errors import NestedTooDeeply
from ..text import is_numbered, tidy
from .flow import InlineText, flow_blocks
from .page_parts import parts_beside
from .tables import TableBuilder

_DROPPED_TAGS = (
    "audio button canvas head iframe math noscript object script select style svg template textarea video"
)
_BLOCK_TAGS = (
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form "
    "header hr html legend main p pre section summary"
)
_DROPPED, _BLOCKS = frozenset(_DROPPED_TAGS.split()), frozenset(_BLOCK_TAGS.split())
_HEADING = re.compile(r"h([1-6])$")
_NOTE_MARK = re.compile(r"\[?(?:\d{1,2}|[*†‡])\]?")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide", re.I)
_PAGE_BREAK = re.compile(r"page-break-(before|after)\s*:\s*always|break-(before|after)\s*:\s*page", re.I)
_STRONG = frozenset({"b", "strong"})
_WEIGHT = re.compile(r"font-weight\s*:\s*(bold|normal|\d{3})", re.I)
_BOLD_FROM = 600
_WORD_ITEM = re.compile(r"mso-list\s*:[^;]*\blevel([1-9])", re.I)
_WORD_MARKER = re.compile(r"mso-list\s*:\s*ignore", re.I)


def read_html(text: str, *, first_line: int = 1) -> list[Block]:
    """The blocks of an HTML page or fragment; scripts, menus and what else is none of its text are left out.

    Raises `NestedTooDeeply` where the parser gave up, so that no part goes missing unseen.
    """
    parser = lxml.html.HTMLParser(recover=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return []
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise NestedTooDeeply
    walker = _Walker(first_line - 1)
    walker.walk(root)
    return walker.blocks


class _Walker:
    """Keeps what is open while the tree is walked: lists, items, tables, bold, text."""

    def __init__(self, offset: int) -> None:
        self.blocks: list[Block] = []
        self._offset = offset
        self._text = InlineText()
        self._strong = 0
        self._dropped = 0
        self._heading = 0
        self._lists: list[list[int | str]] = []
        self._marker: str | None = None
        self._word_level: int | None = None
        """The level of a list item that Word wrote as a paragraph."""
        self._tables: list[tuple[TableBuilder, list[list[int | str]]]] = []
        self._number = 1
        self._note = False
        """Whether the open text begins with the mark of a footnote."""
        self._notes: list[Block] = []
        self._preformatted = 0
        self._beside: set[etree._Element] = set()

    def walk(self, root: etree._Element) -> None:
        self._beside = parts_beside(root)
        for event, element in etree.iterwalk(root, events=("start", "end")):
            tag = element.tag if isinstance(element.tag, str) else ""
            self._number = (element.sourceline or 1) + self._offset
            if event == "start":
                self._start(tag, element)
                self._words(element.text)
            else:
                self._end(tag, element)
                self._words(element.tail)
        self._flush()
        self.blocks += self._notes

    def _words(self, text: str | None) -> None:
        if not text or self._dropped:
            return
        parts = text.split("\n") if self._preformatted else [text]
        for index, part in enumerate(parts):
            if index:
                self._text.line_break(number=self._number + index, hard=False)
            self._text.add(part, strong=self._strong > 0, number=self._number + index)

    def _start(self, tag: str, element: etree._Element) -> None:
        if self._dropped or self._leaves_out(tag, element):
            self._dropped += 1
            return
        if _breaks_page(element, "before"):
            self._flush()
            self._emit([PageBreak((self._number,))])
        self._strong += _is_strong(tag, element)
        if tag == "br":
            self._text.line_break(number=self._number, hard=True)
        elif found := _HEADING.match(tag):
            self._flush()
            self._heading = int(found.group(1))
        elif tag in {"ul", "ol"}:
            self._flush()
            self._lists.append([tag, _counted_before(element)])
        elif tag == "li":
            self._flush()
            self._marker = self._next_marker()
        elif tag in {"table", "tr", "td", "th", "caption"}:
            self._flush()
            self._start_table_part(tag, element)
        elif tag in _BLOCKS:
            self._flush()
            self._preformatted += tag == "pre"
            if found := _WORD_ITEM.search(element.get("style") or ""):
                self._word_level, self._marker = int(found.group(1)) - 1, "•"

    def _leaves_out(self, tag: str, element: etree._Element) -> bool:
        """Whether an element is no part of the text, as the raised mark of a footnote; a note may begin with one."""
        if tag == "sup" and _NOTE_MARK.fullmatch((element.text or "").strip()):
            self._note = self._note or self._text.empty
            return True
        dropped = tag in _DROPPED or element in self._beside
        return dropped or _hidden(element) or self._took_marker(element)

    def _end(self, tag: str, element: etree._Element) -> None:
        if self._dropped:
            self._dropped -= 1
            return
        self._strong -= _is_strong(tag, element)
        if _HEADING.match(tag):
            self._flush()
            self._heading = 0
        elif tag in {"ul", "ol"}:
            self._flush()
            if self._lists:
                self._lists.pop()
        elif tag == "li":
            self._flush()
            self._marker = None
        elif tag in {"table", "tr", "td", "th", "caption"}:
            self._flush()
            self._end_table_part(tag)
        elif tag in _BLOCKS:
            self._flush()
            self._word_level = None
            self._preformatted -= tag == "pre"
        if _breaks_page(element, "after"):
            self._flush()
            self._emit([PageBreak((self._number,))])

    def _start_table_part(self, tag: str, element: etree._Element) -> None:
        if tag == "table":
            self._tables.append((TableBuilder(self._number), self._lists))
            self._lists, self._marker = [], None
        elif self._tables and tag == "tr":
            self._tables[-1][0].start_row(self._number)
        elif self._tables and tag in {"td", "th"}:
            spans = _span(element, "colspan"), _span(element, "rowspan")
            self._tables[-1][0].start_cell(header=tag == "th", spans=spans, number=self._number)

    def _end_table_part(self, tag: str) -> None:
        if tag == "table" and self._tables:
            builder, self._lists = self._tables.pop()
            self._emit(builder.finish())
        elif self._tables and tag in {"td", "th"}:
            self._tables[-1][0].end_cell()

    def _next_marker(self) -> str:
        if not self._lists:
            return "•"
        kind, count = self._lists[-1]
        self._lists[-1][1] = int(count) + 1
        return f"{int(count) + 1}." if kind == "ol" else "•"

    def _took_marker(self, element: etree._Element) -> bool:
        """Take the marker that Word wrote as text before a list item."""
        if self._word_level is None or not _WORD_MARKER.search(element.get("style") or ""):
            return False
        marker = tidy("".join(element.itertext()))
        self._marker = marker if is_numbered(marker) else "•"
        return True

    def _flush(self) -> None:
        lines = self._text.take()
        note, self._note = self._note, False
        if not lines:
            return
        if note and self._marker is None and not self._heading:
            text = tidy(" ".join(line.text for line in lines))
            self._notes.append(Note(text, tuple(dict.fromkeys(line.number for line in lines))))
            return
        if self._heading:
            title = tidy(" ".join(line.text for line in lines))
            self._emit([Heading(title, self._heading, tuple(dict.fromkeys(line.number for line in lines)))])
            return
        depth = len(self._lists) if self._word_level is None else self._word_level + 1
        item = (max(depth - 1, 0), self._marker) if self._marker is not None else None
        self._marker = None
        self._emit(flow_blocks(lines, depth=depth, item=item))

    def _emit(self, blocks: list[Block]) -> None:
        if self._tables:
            self._tables[-1][0].add(blocks)
        else:
            self.blocks.extend(blocks)


def _counted_before(element: etree._Element) -> int:
    """How many items a numbered list leaves to the lists before it, as in `<ol start="4">`."""
    start = str(element.get("start", "1")).strip()
    return max(int(start) - 1, 0) if start.isascii() and start.isdigit() and len(start) <= 4 else 0


def _is_strong(tag: str, element: etree._Element) -> bool:
    """Whether an element is set in bold: by its style if that says, or else by its name."""
    weight = _WEIGHT.search(element.get("style") or "")
    if weight is not None and not _HEADING.match(tag):
        value = weight.group(1).lower()
        return value == "bold" or (value.isdigit() and int(value) >= _BOLD_FROM)
    return tag in _STRONG or tag == "dt"


def _hidden(element: etree._Element) -> bool:
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "") is not None


def _breaks_page(element: etree._Element, side: str) -> bool:
    style = element.get("style")
    return style is not None and any(side in found for found in _sides(style))


def _sides(style: str) -> Iterator[tuple[str, ...]]:
    return (found.groups() for found in _PAGE_BREAK.finditer(style))


def _span(element: etree._Element, name: str) -> int:
    digits = element.get(name, "").strip()
    return (
        min(int(digits), 50)
        if digits.isascii() and digits.isdigit() and len(digits) < 6 and int(digits)
        else 1
    )
