"""The document as a reader cites it: sections, numbered paragraphs, their points and sentences."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache

from ..blocks import Block, Heading, ListItem, Paragraph, Table, cell_text
from ..recognition.sense import titled
from ..recognition.stitching import stitch
from ..text import ended, fold, split_number, tidy
from .titles import closes, is_lettered, is_title

_LONGEST_SENTENCE = 1_200
_SKIP = 2
"""So many paragraph numbers may be missing before a number no longer counts as the next."""
_LABEL_LENGTH = 60
_PLAIN_NUMBER = re.compile(r"\(?(\d{1,3})[.)]?")
_SENTENCE_END = re.compile(
    r"(?<!\bi\.e\.)(?<!\be\.g\.)(?<!\bFig\.)(?<!\bNo\.)(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bCllr\.)"
    r"(?:(?<=[.!?])|(?<=[.!?][\"'”’)\]]))\s+(?=[\"'“‘(\[]?[A-Z0-9£])|\n+"
)


_ENDS_NUMBERING = re.compile(
    r"contact details?|annex(?:es)?|appendices|abbreviations?|glossary|background papers|council plan"
    r"|(?:key )?recommendations?|contents"
)


_DASHES = ("-", "–", "—")
_OPEN_BRACKET = re.compile(r"[(\[][^()\[\]]*$")


class Unit(StrEnum):
    """What a passage is in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    POINT = "point"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, point, heading or table cell, with the words by which it is cited."""

    text: str
    unit: Unit
    lines: tuple[int, ...]
    section: str = ""
    """The unnumbered heading that it stands under."""
    title: str = ""
    """The nearest heading of any kind, numbered and run-in ones too."""
    number: int | None = None
    """Of the numbered paragraph that it belongs to."""
    opens: bool = False
    """Whether it begins that numbered paragraph."""
    marker: str = ""
    """The letter or numeral of a point, without brackets."""
    level: int = 0
    ref: str = ""

    @property
    def sentences(self) -> tuple[str, ...]:
        """Its sentences, in order."""
        return sentences(self.text)


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[str, ...]:
    """Split a text at the ends of its sentences and at breaks made on purpose."""
    found: list[str] = []
    for part in _SENTENCE_END.split(text):
        # What has no end for so long is no sentence; in pieces, it cannot keep a person waiting.
        found += textwrap.wrap(part, _LONGEST_SENTENCE) if len(part) > _LONGEST_SENTENCE else [part.strip()]
    return tuple(part for part in found if part)


def read_passages(blocks: Sequence[Block]) -> list[Passage]:
    """Every passage of a document in order, tables cell by cell."""
    return _Reader(stitch(list(blocks))).read()


def under(passages: Sequence[Passage], pattern: re.Pattern[str]) -> Iterator[list[Passage]]:
    """What stands under each heading that matches, without the heading."""
    found: list[Passage] = []
    current = ""
    for passage in passages:
        key = f"{passage.section}\n{passage.title}"
        if passage.unit is Unit.HEADING or key != current:
            if found:
                yield found
            found, current = [], key
        if passage.unit is not Unit.HEADING and pattern.search(fold(passage.title)):
            found.append(passage)
    if found:
        yield found


@dataclass(slots=True)
class _Reader:
    """Takes one block after another and remembers where it is."""

    blocks: list[Block]
    passages: list[Passage] = field(default_factory=list)
    section: str = ""
    title: str = ""
    number: int = 0
    numbered: bool = False
    titled_number: bool = False
    """Whether the number last met numbers a title, so that lesser titles stand under it."""
    points: int = 0
    tables: int = 0

    def read(self) -> list[Passage]:
        for position, block in enumerate(self.blocks):
            if isinstance(block, Table):
                self.tables += 1
                self._table(block)
                continue
            if not isinstance(block, Heading | Paragraph | ListItem):
                continue
            before = self.blocks[position - 1] if position else None
            after = self.blocks[position + 1] if position + 1 < len(self.blocks) else None
            self._block(block, before, after)
        return self.passages

    def _block(
        self, block: Heading | Paragraph | ListItem, before: Block | None, after: Block | None
    ) -> None:
        number, text = self._number_of(block)
        heading = is_title(block, text, before, after)
        if number is not None:
            self.number, self.numbered, self.points = number, True, 0
            self.titled_number = heading
            if heading:
                self.title = text
            elif "\n" in text and titled(first := text.split("\n", 1)[0]):
                self.title = first
            self._add(text, Unit.PARAGRAPH, block.lines, opens=True)
        elif heading:
            lettered = is_lettered(block)
            _, bare = split_number(text) or ("", text)
            self.title = (bare or text).rstrip(":").strip()
            self.titled_number = self.titled_number or lettered
            if not lettered and self._ends_paragraph(block):
                self.section, self.numbered = self.title, False
            self.points = 0
            self._add(text, Unit.HEADING, block.lines)
        else:
            self._point_or_paragraph(block, text)

    def _ends_paragraph(self, title: Heading | Paragraph | ListItem) -> bool:
        """Whether an unnumbered title stands above the numbered paragraphs rather than inside of one."""
        if not (self.numbered and self.titled_number) or isinstance(title, Heading):
            return True
        return _ENDS_NUMBERING.fullmatch(fold(self.title)) is not None

    def _point_or_paragraph(self, block: Heading | Paragraph | ListItem, text: str) -> None:
        marker = ""
        if isinstance(block, ListItem) and self._goes_on(block):
            return
        if isinstance(block, Paragraph) and closes(text):
            self.section, self.title, self.numbered = "", "", False
        if isinstance(block, ListItem):
            own = split_number(f"{block.marker} ")
            inner = None if own else split_number(text)
            if inner is not None and inner[1] and inner[0] == inner[0].lower():
                marker, text = inner
            elif own is not None:
                marker = own[0]
            self.points += 1
        elif (found := split_number(text)) and found[1] and found[0][:1].islower():
            marker, text = found
            self.points += 1
        unit = Unit.POINT if isinstance(block, ListItem) or marker else Unit.PARAGRAPH
        self._add(text, unit, block.lines, marker=marker.strip("(). "), level=getattr(block, "level", 0))

    def _goes_on(self, item: ListItem) -> bool:
        """Take a “point” that is the rest of a bracket which a line broke at its dash."""
        before = self.passages[-1] if self.passages else None
        if before is None or item.marker not in _DASHES or not _OPEN_BRACKET.search(before.text):
            return False
        text = f"{before.text} {item.marker} {item.text.strip()}"
        self.passages[-1] = replace(before, text=text, lines=before.lines + item.lines)
        return True

    def _number_of(self, block: Heading | Paragraph | ListItem) -> tuple[int | None, str]:
        """The paragraph number that a block opens with, if it is the next one, and the rest."""
        text = block.text.strip()
        if isinstance(block, ListItem):
            found = _PLAIN_NUMBER.fullmatch(block.marker)
            rest = text
            if found is None and (inner := split_number(text)):
                found, rest = _PLAIN_NUMBER.fullmatch(inner[0]), inner[1]
        else:
            inner = split_number(text)
            found = _PLAIN_NUMBER.fullmatch(inner[0]) if inner else None
            rest = inner[1] if inner else text
        if found is None:
            return None, text
        number = int(found.group(1))
        most = 1 if isinstance(block, Paragraph) or not self.number else 1 + _SKIP
        return (number, rest) if self.number < number <= self.number + most else (None, text)

    def _table(self, table: Table) -> None:
        label = ""
        for row in table.rows:
            cells = [cell for cell in row.cells if cell.blocks]
            if not cells:
                continue
            first = tidy(cell_text(cells[0]))
            if (
                len(cells) > 1
                and row.cells[0].blocks
                and len(first) <= _LABEL_LENGTH * 2
                and not ended(first)
            ):
                self.points = 0
                label = first
            for cell in cells:
                self._cell(cell.blocks, label if cell is not cells[0] else "", row.lines)

    def _cell(self, blocks: Sequence[Block], label: str, lines: tuple[int, ...]) -> None:
        place = ", ".join(filter(None, [f"Table {self.tables}", label]))
        for block in blocks:
            if isinstance(block, Table):
                self._table(block)
            elif isinstance(block, Heading | Paragraph | ListItem):
                self.points += isinstance(block, ListItem)
                ref = f"{place}, bullet {self.points}" if isinstance(block, ListItem) else place
                self._add(tidy(block.text), Unit.CELL, block.lines or lines, ref=ref)

    def _add(
        self,
        text: str,
        unit: Unit,
        lines: tuple[int, ...],
        *,
        opens: bool = False,
        marker: str = "",
        level: int = 0,
        ref: str = "",
    ) -> None:
        number = self.number if self.numbered else None
        passage = Passage(
            text.strip(),
            unit,
            lines,
            self.section,
            self.title,
            number,
            opens,
            marker,
            level,
            ref or self._ref(number, unit, marker),
        )
        self.passages.append(passage)

    def _ref(self, number: int | None, unit: Unit, marker: str) -> str:
        place = f"para {number}" if number is not None else self.title
        if unit is not Unit.POINT:
            return place
        point = f"({marker})" if marker else f"bullet {self.points}"
        return f"{place} {point}" if marker else ", ".join(filter(None, [place, point]))
