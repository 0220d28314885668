"""Reading Markdown, with the raw HTML and tabbed rows that converted letters hold."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ..blocks import Block, Heading, PageBreak
from ..hyphens import Hyphens
from ..text import split_number, starts_lower
from .flow import InlineText, flow_blocks
from .furniture import SourceLine, source_lines
from .html import read_html
from .label_lines import is_point, titles_kind
from .tables import TableBuilder
from .tabs import tab_tables

_INLINE_LIMIT = 20_000
"""Longer text is taken as it stands: no emphasis is looked for in it."""
_TABLE_OPEN = re.compile(r"\s{0,3}<table\b", re.IGNORECASE)
_TABLE_CLOSE = re.compile(r"</table\s*>", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
_TITLE_LIMIT = 200
_BOLD, _DROPPED = frozenset({"b", "strong"}), frozenset({"script", "style"})
# Letters hold no program text, so an indented line is a line like any other.
_PARSER = (
    MarkdownIt("commonmark").enable(["table"]).disable(["code", "fence", "reference", "inline", "text_join"])
)


def read_markdown(text: str) -> list[Block]:
    """The blocks of a Markdown document."""
    lines = source_lines(text)
    tables = tab_tables(lines)
    html_tables = _html_tables(lines)
    hyphens = Hyphens(line.text.strip() for line in lines)
    blocks: list[Block] = []
    pending: list[SourceLine] = []
    position = 0
    while position < len(lines):
        end = html_tables.get(position)
        if position in tables or lines[position].page_break or end is not None:
            blocks += _read_part(pending, hyphens)
            pending = []
        if position in tables:
            position, found = tables[position]
            blocks += found
        elif lines[position].page_break:
            blocks.append(PageBreak((lines[position].number,)))
            position += 1
        elif end is not None:
            source = "\n".join(line.text for line in lines[position:end])
            blocks += read_html(source, first_line=lines[position].number)
            position = end
        else:
            pending.append(lines[position])
            position += 1
    return blocks + _read_part(pending, hyphens)


def _html_tables(lines: list[SourceLine]) -> dict[int, int]:
    """Where raw HTML tables stand, blank lines and all: position → position after."""
    closes = [position for position, line in enumerate(lines) if _TABLE_CLOSE.search(line.text)]
    tables: dict[int, int] = {}
    for position, line in enumerate(lines):
        if _TABLE_OPEN.match(line.text):
            following = bisect_left(closes, position)
            if following < len(closes):
                tables[position] = closes[following] + 1
    return tables


def _read_part(lines: list[SourceLine], hyphens: Hyphens) -> list[Block]:
    if not any(line.text.strip() for line in lines):
        return []
    lines = _kinds_apart(_rest_apart(lines))
    reader = _TokenReader([line.number for line in lines], hyphens)
    reader.read(_PARSER.parse("\n".join(line.text for line in lines)))
    return reader.blocks


def _rest_apart(lines: list[SourceLine]) -> list[SourceLine]:
    """The lines with a gap below the rest of a torn sentence, into which the parser would draw a numbered point."""
    begun = False
    for position, line in enumerate(lines):
        text = line.text.strip()
        if begun and text[:1].isdigit() and split_number(text):
            return [*lines[:position], SourceLine("", line.number), *lines[position:]]
        if (begun and not text) or (text and not begun and not starts_lower(text)):
            return lines
        begun = begun or bool(text)
    return lines


def _kinds_apart(lines: list[SourceLine]) -> list[SourceLine]:
    """The lines with a gap around each heading of a kind below a point, which the parser would draw into the point."""
    apart: list[SourceLine] = []
    listed = False
    for line, following in pairwise([*lines, SourceLine("", 0)]):
        text, after = line.text.strip(), following.text.strip()
        before = apart[-1].text.strip() if listed and line.text[:1].strip() else ""
        if before and titles_kind(_bare(text), before=before, after=after, filled=True):
            below = [SourceLine("", line.number)] if after[:1].isalnum() else []
            apart += [SourceLine("", line.number), line, *below]
            listed = False
        else:
            apart.append(line)
            listed = is_point(text) or (listed and bool(text))
    return apart


def _bare(text: str) -> str:
    """A line without the signs that set it in bold."""
    return text.strip("*_ ")


class _TokenReader:
    """Follows the parser's tokens and keeps which lists and tables are open."""

    def __init__(self, numbers: list[int], hyphens: Hyphens) -> None:
        self.blocks: list[Block] = []
        self._numbers, self._hyphens = numbers, hyphens
        self._heading = 0
        self._lists = 0
        self._marker: str | None = None
        self._table: TableBuilder | None = None
        self._html: list[tuple[int, str]] = []

    def read(self, tokens: list[Token]) -> None:
        for token in tokens:
            if token.type == "html_block":
                self._html.append((self._line(token), token.content))
            else:
                self._flush_html()
                self._take(token)
        self._flush_html()

    def _take(self, token: Token) -> None:
        if token.type == "heading_open":
            self._heading = int(token.tag[1:])
        elif token.type == "heading_close":
            self._heading = 0
        elif token.type in {"bullet_list_open", "ordered_list_open"}:
            self._lists += 1
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            self._lists -= 1
        elif token.type == "list_item_open":
            self._marker = f"{token.info}{token.markup}" if token.info else token.markup
        elif token.type == "list_item_close":
            self._marker = None
        elif token.type == "inline":
            self._inline(token)
        else:
            self._table_part(token)

    def _table_part(self, token: Token) -> None:
        if token.type == "table_open":
            self._table = TableBuilder(self._line(token))
        elif self._table is None:
            return
        elif token.type == "tr_open":
            self._table.start_row(self._line(token))
        elif token.type in {"th_open", "td_open"}:
            self._table.start_cell(header=token.tag == "th", spans=(1, 1))
        elif token.type in {"th_close", "td_close"}:
            self._table.end_cell()
        elif token.type == "table_close":
            self.blocks += self._table.finish()
            self._table = None

    def _inline(self, token: Token) -> None:
        lines = _inline_text(token, self._numbers).take()
        if not lines:
            return
        if self._heading and len(token.content) <= _TITLE_LIMIT:
            title = self._hyphens.join([line.text for line in lines])
            self.blocks.append(
                Heading(title, self._heading, tuple(dict.fromkeys(line.number for line in lines)))
            )
            return
        item = (self._lists - 1, self._marker) if self._marker is not None and self._lists else None
        self._marker = None
        blocks = flow_blocks(lines, depth=self._lists, item=item, hyphens=self._hyphens)
        if self._table is not None:
            self._table.add(blocks)
        else:
            self.blocks += blocks

    def _flush_html(self) -> None:
        """Read HTML that blank lines cut into pieces as the one stretch that it is."""
        if not self._html:
            return
        source = self._html[0][1]
        for (before, text), (start, content) in pairwise(self._html):
            source += "\n" * max(start - before - text.count("\n"), 0) + content
        self.blocks += read_html(source, first_line=self._html[0][0])
        self._html = []

    def _line(self, token: Token) -> int:
        return self._numbers[token.map[0]] if token.map else self._numbers[0]


def _inline_text(token: Token, numbers: list[int]) -> InlineText:
    position = token.map[0] if token.map else 0
    inline = InlineText()
    if len(token.content) > _INLINE_LIMIT:
        for offset, line in enumerate(token.content.split("\n")):
            inline.line_break(number=_number(numbers, position + offset), hard=False)
            inline.add(line, strong=False, number=_number(numbers, position + offset))
        return inline
    children: list[Token] = []
    _PARSER.inline.parse(token.content, _PARSER, {}, children)
    strong, dropped = 0, 0
    for child in children:
        number = _number(numbers, position)
        if child.type in {"softbreak", "hardbreak"}:
            position += 1
            inline.line_break(number=_number(numbers, position), hard=child.type == "hardbreak")
        elif child.type == "html_inline":
            tag = _TAG.match(child.content)
            name, step = (tag.group(2).lower(), -1 if tag.group(1) else 1) if tag else ("", 0)
            if name == "br":
                inline.line_break(number=number, hard=True)
            strong = max(strong + (step if name in _BOLD else 0), 0)
            dropped = max(dropped + (step if name in _DROPPED else 0), 0)
        elif child.type in {"strong_open", "strong_close"}:
            strong += child.nesting
        elif child.content and not dropped:
            inline.add(child.content, strong=strong > 0, number=number)
    return inline


def _number(numbers: list[int], position: int) -> int:
    return numbers[min(position, len(numbers) - 1)]
