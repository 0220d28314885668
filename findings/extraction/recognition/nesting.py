"""Which point stands below which: paragraphs numbered through a document, and the lists under them."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, fields, replace

from ..blocks import Block, Heading, ListItem, Paragraph
from ..text import is_numbered, split_number, starts_lower, tidy
from .labels import label_in
from .lead_in import count_of, sense_of_lead_in
from .named_points import run_in
from .sense import is_closing, titled

_FEWEST, _CROSSED = 5, 2
"""Paragraphs are numbered through a document when at least so many are, under so many titles."""
_PARAGRAPH_WORDS = 25
"""Numbered items as long as this on average are paragraphs even where nothing titles them."""


@dataclass(frozen=True, slots=True)
class Numbered(ListItem):
    """A paragraph whose number belongs to one count through the whole document."""


def is_of_count(block: Block) -> bool:
    """Whether a block is a paragraph with a number of the document's own, as “14.” or “3.2”, and no point of a list."""
    return isinstance(block, Numbered) or (isinstance(block, ListItem) and "." in block.marker.strip("()."))


def place_in_count(block: Block) -> tuple[str, ...]:
    """The numbers that a paragraph of a part has in the document's count, as “3.2” has two; none for any other."""
    marker = block.marker if isinstance(block, ListItem) else ""
    number = marker if "." in marker.strip("().") else ""
    if not number and isinstance(block, Paragraph | Heading):
        number = count_of(block.text)
    return tuple(number.strip("().").split(".")) if number else ()


def nest(blocks: list[Block]) -> list[Block]:
    """The blocks with numbered paragraphs marked and every list under the point that it belongs to."""
    counted = _counted(blocks)
    before = _before_counted(blocks, counted)
    nested: list[Block] = []
    run = _Run()
    for position, block in enumerate(blocks):
        if position in counted:
            run = _Run(under=True)
            nested.append(counted[position])
        elif isinstance(block, ListItem):
            nested.append(run.place(block))
        else:
            if run.under and position in before and isinstance(block, Paragraph) and _continues(block):
                nested.append(replace(block, depth=1))
                continue
            ends = not isinstance(block, Paragraph) or titled(block.text)
            run = _Run() if ends or not run.under else run
            nested.append(block)
    return nested


class _Run:
    """The points of one list, which tell by their markers which of them are sub-points."""

    def __init__(self, *, under: bool = False) -> None:
        self.under = under
        """Whether the list stands under a numbered paragraph."""
        self._base: int | None = None
        self._first = ""
        self._opened = self._within = self._lower = False

    def place(self, item: ListItem) -> ListItem:
        """The item at its level: after a point that ends with a colon, those are sub-points that have another sign,
        or that go on in small letters where the points of the list begin with a capital."""
        if self._base is None:
            self._base, self._first = item.level, item.marker
        level = max(item.level - self._base, 0) + 1 if self.under else item.level
        if item.level == self._base and not is_numbered(item.marker):
            text = item.text.strip()
            other = item.marker != self._first and not is_numbered(self._first)
            completes = not self._lower and starts_lower(text)
            self._within = (other or completes) and (self._within or self._opened)
            if not self._within:
                self._lower = starts_lower(text)
            self._opened = text.endswith(":")
            level += self._within
        return replace(item, level=level) if level != item.level else item


def _counted(blocks: list[Block]) -> dict[int, Numbered]:
    """The paragraphs of a count through the whole document, by their positions."""
    counted: dict[int, Numbered] = {}
    expected, inner, last = 1, 0, -2
    titles = crossed = 0
    words = short = 0
    for position, block in enumerate(blocks):
        if isinstance(block, Heading) or (isinstance(block, Paragraph) and titled(block.text)):
            titles += 1
        if not isinstance(block, ListItem):
            continue
        number, text = _number_of(block)
        if number is None:
            continue
        beside = position == last + 1
        last = position
        if inner and beside and number == inner + 1:
            inner = number
        elif number == expected:
            inner = 0
            expected += 1
            counted[position] = _as_numbered(block, number, text)
            crossed += titles > 0
            titles = 0
            words += len(text.split())
            short += titled(text) and label_in(counted[position]) is None
        else:
            inner = number if number == 1 else 0
    several = len(counted) >= _FEWEST and short * 2 < len(counted)
    through = crossed >= _CROSSED or words >= _PARAGRAPH_WORDS * len(counted)
    return counted if several and through else {}


def _number_of(item: ListItem) -> tuple[int | None, str]:
    """The whole number before an item, where there is one, and the item's text."""
    text = tidy(item.text)
    marker = item.marker
    if not is_numbered(marker):
        split = split_number(text)
        if split is None:
            return None, text
        marker, text = split
    digits = marker.strip("().")
    return (int(digits) if digits.isdigit() else None), text


def _as_numbered(item: ListItem, number: int, text: str) -> Numbered:
    kept = {field.name: getattr(item, field.name) for field in fields(ListItem)}
    return Numbered(**kept | {"text": text, "level": 0, "marker": f"{number}."})


def _continues(block: Block) -> bool:
    """Whether an unnumbered paragraph may go on with the numbered one before it."""
    if not isinstance(block, Paragraph) or block.strong or is_closing(block.text):
        return False
    return sense_of_lead_in(block.text) is None and run_in(block.text) is None


def _before_counted(blocks: list[Block], counted: Container[int]) -> set[int]:
    """The unnumbered paragraphs with nothing but their like and titles between them and the next numbered one."""
    before: set[int] = set()
    open_to_next = False
    for position in reversed(range(len(blocks))):
        block = blocks[position]
        if isinstance(block, Paragraph) and not titled(block.text):
            if open_to_next:
                before.add(position)
        elif not isinstance(block, Paragraph | Heading):
            open_to_next = position in counted
    return before
