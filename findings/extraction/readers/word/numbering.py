"""The numbers and bullets that Word shows before paragraphs: it stores only which list they belong to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docx.oxml.ns import qn
from lxml.etree import _Element

from .styles import Numbered

BULLET = "•"
_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(slots=True)
class _Level:
    format: str = "decimal"
    text: str = ""
    start: int = 1
    indent: float = 0.0


class Numbering:
    """Counts along the document and gives each numbered paragraph the marker that Word shows."""

    def __init__(self, root: _Element | None) -> None:
        """Take the numbering part of the document; a document without lists has none."""
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, _Level]]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        if root is None:
            return
        for abstract in root.iterfind(qn("w:abstractNum")):
            self._abstract[abstract.get(qn("w:abstractNumId"), "")] = _levels(abstract)
        for number in root.iterfind(qn("w:num")):
            self._add_list(number)

    def marker(self, numbered: Numbered) -> str:
        """The marker of the next paragraph of a list; empty where Word shows none."""
        level = min(numbered.level, _LEVELS - 1)
        shape = self._level(numbered.list_id, level)
        if shape.format == "bullet":
            return BULLET
        self._count(numbered.list_id, level)
        if shape.format == "none":
            return ""
        return _PLACE.sub(lambda place: self._shown(numbered.list_id, int(place[1]) - 1), shape.text).strip()

    def indent(self, numbered: Numbered) -> float:
        """How far the text of a level is set in, in points."""
        return self._level(numbered.list_id, numbered.level).indent

    def _add_list(self, number: _Element) -> None:
        link = number.find(qn("w:abstractNumId"))
        abstract = link.get(qn("w:val"), "") if link is not None else ""
        levels = dict(self._abstract.get(abstract, {}))
        starts_anew = False
        for override in number.iterfind(qn("w:lvlOverride")):
            index = _digits(override.get(qn("w:ilvl")), 0)
            shape = override.find(qn("w:lvl"))
            if shape is not None:
                levels[index] = _level(shape)
            start = override.find(qn("w:startOverride"))
            if start is not None:
                base = levels.get(index, _Level())
                levels[index] = _Level(base.format, base.text, _value(start, 1), base.indent)
                starts_anew = True
        identity = number.get(qn("w:numId"), "")
        # Lists of one shape go on counting from one another unless they say where to start.
        self._lists[identity] = (f"own {identity}" if starts_anew else abstract, levels)

    def _level(self, list_id: str, level: int) -> _Level:
        return self._lists.get(list_id, ("", {}))[1].get(level) or _Level(text=f"%{level + 1}.")

    def _count(self, list_id: str, level: int) -> None:
        counts = self._counts.setdefault(self._lists.get(list_id, (list_id, {}))[0], [None] * _LEVELS)
        before = counts[level]
        counts[level] = self._level(list_id, level).start if before is None else before + 1
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)

    def _shown(self, list_id: str, level: int) -> str:
        counts = self._counts.get(self._lists.get(list_id, (list_id, {}))[0], [None] * _LEVELS)
        shape = self._level(list_id, level)
        count = counts[level]
        return _written(shape.start if count is None else count, shape.format)


def _levels(parent: _Element) -> dict[int, _Level]:
    return {_digits(level.get(qn("w:ilvl")), 0): _level(level) for level in parent.iterfind(qn("w:lvl"))}


def _level(element: _Element) -> _Level:
    shape, text, start = (element.find(qn(f"w:{name}")) for name in ("numFmt", "lvlText", "start"))
    indent = element.find(f"{qn('w:pPr')}/{qn('w:ind')}")
    left = (indent.get(qn("w:left")) or indent.get(qn("w:start"))) if indent is not None else None
    return _Level(
        shape.get(qn("w:val"), "decimal") if shape is not None else "decimal",
        text.get(qn("w:val"), "") if text is not None else "",
        _value(start, 1) if start is not None else 0,
        _digits(left, 0) / 20,
    )


def _written(count: int, form: str) -> str:
    if form in {"lowerLetter", "upperLetter"} and count > 0:
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form in {"lowerRoman", "upperRoman"} and count > 0:
        return _roman(count) if form == "lowerRoman" else _roman(count).upper()
    return f"{count:02d}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (count // value)
        count %= value
    return written


def _value(element: _Element, default: int) -> int:
    return _digits(element.get(qn("w:val")), default)


def _digits(value: str | None, default: int) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 7 else default
