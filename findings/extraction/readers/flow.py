"""Turning the lines of one paragraph or list item into blocks; shared by the readers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..blocks import Block, ListItem, Paragraph
from ..hyphens import SOFT_HYPHEN, Hyphens
from ..text import split_dash, split_glyph, split_number, starts_lower, tidy

_TITLE_LENGTH = 120
_NUMBERS = tuple(str(number) for number in range(1, 100))
_ROWS = (
    tuple("abcdefghijklmnopqrstuvwxyz"),
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"),
    _NUMBERS,
)
_ANY = Hyphens()
"""Knows no words: of a text whose lines no machine broke."""
_UNMISTAKABLE = frozenset("•●■▪◼◦")


@dataclass(slots=True)
class InlineLine:
    """One line of running text and whether all of it is set in bold."""

    text: str
    number: int
    strong: bool
    hard: bool
    """Whether the line before it was broken on purpose."""


class InlineText:
    """Collects runs of text and line breaks, then hands them over as lines."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._lines: list[tuple[list[tuple[str, bool]], int, bool]] = []
        self._open = False

    @property
    def empty(self) -> bool:
        """Whether nothing has been collected yet."""
        return not self._lines

    def add(self, text: str, *, strong: bool, number: int) -> None:
        """Add a run of text to the current line."""
        if not self._open:
            if not text.strip():
                return
            self._lines.append(([], number, bool(self._lines)))
            self._open = True
        self._lines[-1][0].append((text, strong))

    def line_break(self, *, number: int, hard: bool) -> None:
        """Begin a new line."""
        self._lines.append(([], number, hard and bool(self._lines)))
        self._open = True

    def take(self) -> list[InlineLine]:
        """The lines with any text, and start again with nothing."""
        lines = []
        for runs, number, hard in self._lines:
            raw = "".join(run for run, _ in runs)
            text = tidy(raw)
            if text:
                text += SOFT_HYPHEN * raw.rstrip().endswith(SOFT_HYPHEN)
                strong = all(bold for run, bold in _without_number(runs) if run.strip())
                lines.append(InlineLine(text, number, strong, hard))
        self._lines, self._open = [], False
        return lines


def _without_number(runs: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """The runs after a number, which may be set less boldly than the title that it counts."""
    filled = [run for run in runs if run[0].strip()]
    counts = len(filled) > 1 and split_number(filled[0][0].strip()) in {(filled[0][0].strip(), "")}
    return filled[1:] if counts else filled


def flow_blocks(
    lines: list[InlineLine],
    *,
    depth: int = 0,
    item: tuple[int, str] | None = None,
    hyphens: Hyphens = _ANY,
) -> list[Block]:
    """Blocks for the lines of one paragraph; with `item` (level, marker) the first is a list item.

    Bullets typed as characters become list items of their own, and a bold first line
    is set apart from the text that it titles.
    """
    groups = _grouped(lines, in_item=item is not None)
    blocks: list[Block] = []
    for position, (marker, group) in enumerate(groups):
        text, numbers = _joined(group, hyphens), tuple(dict.fromkeys(line.number for line in group))
        strong = all(line.strong for line in group)
        if item is not None and position == 0:
            level, own = item
            blocks.append(ListItem(text, level, marker or own, numbers, strong))
        elif marker:
            level = item[0] if item is not None else depth
            blocks.append(ListItem(text, level, marker, numbers, strong))
        else:
            blocks.append(Paragraph(text, numbers, strong, depth))
    return blocks


def _grouped(lines: list[InlineLine], *, in_item: bool) -> list[tuple[str, list[InlineLine]]]:
    groups: list[tuple[str, list[InlineLine]]] = []
    dashes = sum(split_dash(line.text) is not None for line in lines) > 1
    counted = {} if in_item else _counted(lines)
    for index, line in enumerate(_one_bullet_each(lines)):
        split = split_glyph(line.text) or counted.get(line.text)
        if split is None and (dashes or line.text.startswith("o ") or (index == 0 and not in_item)):
            split = split_dash(line.text)
            split = None if split and not dashes and starts_lower(split[1]) and split[0] != "o" else split
        if split is not None:
            groups.append((split[0], [InlineLine(split[1], line.number, line.strong, False)]))
        elif not groups or (index == 1 and not in_item and _titles(lines)):
            groups.append(("", [line]))
        else:
            groups[-1][1].append(line)
    return [(marker, group) for marker, group in groups if any(line.text for line in group)]


def _counted(lines: list[InlineLine]) -> dict[str, tuple[str, str]]:
    """The lines that letters or bracketed numbers count from the first on, each with its mark split off."""
    marked = [(line.text, split) for line in lines if (split := split_number(line.text)) and split[1]]
    for row in _ROWS:
        found: list[tuple[str, tuple[str, str]]] = []
        for text, split in marked:
            if len(found) < len(row) and split[0].casefold().strip("().") == row[len(found)]:
                found.append((text, split))
        styles = {re.sub(r"\w+", "", split[0]) for _, split in found}
        if len(found) > 1 and len(styles) == 1 and not (row is _NUMBERS and "." in styles):
            return dict(found)
    return {}


def _one_bullet_each(lines: list[InlineLine]) -> Iterator[InlineLine]:
    """Set apart bullets that were run together on one line, as in “• one • two”."""
    for line in lines:
        if line.text[:1] not in _UNMISTAKABLE:
            yield line
            continue
        for part in re.split(rf"\s(?={re.escape(line.text[0])}\s)", line.text):
            yield replace(line, text=part)


def _titles(lines: list[InlineLine]) -> bool:
    return lines[0].strong and not lines[1].strong and len(lines[0].text) <= _TITLE_LENGTH


def _joined(group: list[InlineLine], hyphens: Hyphens) -> str:
    """The lines of one block as one text, with the line breaks that were made on purpose."""
    parts: list[list[str]] = []
    for line in group:
        if line.hard or not parts:
            parts.append([])
        parts[-1].append(line.text)
    return "\n".join(hyphens.join(part) for part in parts).strip()
