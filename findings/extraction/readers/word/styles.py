"""What the styles of a Word document say of a paragraph: heading level, list, weight, size, indent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docx.oxml.ns import qn
from lxml.etree import _Element

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|table of figures)\b", re.IGNORECASE)
_TITLES = {"title": 1, "subtitle": 2}
_LIST_STYLE = re.compile(r"list (?:bullet|number) ([2-5])", re.IGNORECASE)
_DEEPEST_CHAIN = 20
_BODY_LEVEL = 9
_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph's place in the numbering: which list, at which level."""

    list_id: str
    level: int
    deeper: int = 0
    """How many levels further in its style puts it: “List Bullet 2” has a list of its own, at its first level."""

    @property
    def depth(self) -> int:
        """How deep it stands in the list that a reader sees."""
        return max(self.level, self.deeper)


class Styles:
    """Looks properties up in a paragraph, then in its style and the styles that this is based on."""

    def __init__(self, root: _Element | None) -> None:
        """Take the styles part of the document; a document may have none."""
        self._styles: dict[str, _Element] = {}
        self._default = ""
        for style in root.iterfind(qn("w:style")) if root is not None else ():
            key = style.get(qn("w:styleId"), "")
            self._styles[key] = style
            if style.get(qn("w:type")) == "paragraph" and switched_on(style.get(qn("w:default"), "0")):
                self._default = key
        size = root.find(f"{qn('w:docDefaults')}//{qn('w:sz')}") if root is not None else None
        self.usual_size = _number(size, 20) / 2

    def heading_level(self, paragraph: _Element) -> int | None:
        """The level at which a paragraph is a heading, by its outline level or its style's name."""
        outline = self._property(paragraph, "w:outlineLvl")
        if outline is not None and _number(outline, _BODY_LEVEL) < _BODY_LEVEL:
            return int(_number(outline, 0)) + 1
        for name in self._names(paragraph):
            if found := _HEADING.match(name):
                return int(found.group(1))
            if name.casefold() in _TITLES:
                return _TITLES[name.casefold()]
        return None

    def is_contents(self, paragraph: _Element) -> bool:
        """Whether a paragraph is a line of the table of contents."""
        return any(_CONTENTS.match(name) for name in self._names(paragraph))

    def numbered(self, paragraph: _Element) -> Numbered | None:
        """The list that a paragraph belongs to, if it is numbered or bulleted."""
        list_id: str | None = None
        level: int | None = None
        for properties in self._properties(paragraph):
            numbering = properties.find(qn("w:numPr"))
            if numbering is None:
                continue
            identity, depth = numbering.find(qn("w:numId")), numbering.find(qn("w:ilvl"))
            if list_id is None and identity is not None:
                list_id = identity.get(qn("w:val"), "0")
            if level is None and depth is not None:
                level = int(_number(depth, 0))
        if list_id is None or list_id == "0":
            return None
        styled = (_LIST_STYLE.fullmatch(name) for name in self._names(paragraph))
        deeper = next((int(found.group(1)) - 1 for found in styled if found), 0)
        return Numbered(list_id, level or 0, deeper)

    def indent(self, paragraph: _Element) -> float | None:
        """How far the text is set in from the margin, in points; None where nothing says."""
        found = self._property(paragraph, "w:ind")
        if found is None:
            return None
        return _points(found.get(qn("w:left")) or found.get(qn("w:start")) or "0")

    def starts_page(self, paragraph: _Element) -> bool:
        """Whether a paragraph always begins a new page."""
        found = self._property(paragraph, "w:pageBreakBefore")
        return found is not None and switched_on(found.get(qn("w:val"), "1"))

    def run_is(self, run: _Element, paragraph: _Element, name: str) -> bool:
        """Whether a run has a property such as `w:b`, by itself or by its styles."""
        found = self._run_property(run, paragraph, name)
        return found is not None and switched_on(found.get(qn("w:val"), "1"))

    def run_size(self, run: _Element, paragraph: _Element) -> float:
        """The type size of a run in points."""
        found = self._run_property(run, paragraph, "w:sz")
        return _number(found, self.usual_size * 2) / 2 if found is not None else self.usual_size

    def _run_property(self, run: _Element, paragraph: _Element, name: str) -> _Element | None:
        own = run.find(qn("w:rPr"))
        if own is not None:
            if (found := own.find(qn(name))) is not None:
                return found
            style = own.find(qn("w:rStyle"))
            for link in self._chain(style.get(qn("w:val"), "") if style is not None else ""):
                if (found := link.find(f"{qn('w:rPr')}/{qn(name)}")) is not None:
                    return found
        for link in self._chain(self._style_of(paragraph)):
            if (found := link.find(f"{qn('w:rPr')}/{qn(name)}")) is not None:
                return found
        return None

    def _property(self, paragraph: _Element, name: str) -> _Element | None:
        found = (properties.find(qn(name)) for properties in self._properties(paragraph))
        return next((element for element in found if element is not None), None)

    def _properties(self, paragraph: _Element) -> Iterator[_Element]:
        own = paragraph.find(qn("w:pPr"))
        if own is not None:
            yield own
        for style in self._chain(self._style_of(paragraph)):
            if (properties := style.find(qn("w:pPr"))) is not None:
                yield properties

    def _names(self, paragraph: _Element) -> Iterator[str]:
        for style in self._chain(self._style_of(paragraph)):
            name = style.find(qn("w:name"))
            if name is not None:
                yield name.get(qn("w:val"), "")

    def _style_of(self, paragraph: _Element) -> str:
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        return str(style.get(qn("w:val"), "")) if style is not None else self._default

    def _chain(self, key: str) -> Iterator[_Element]:
        for _ in range(_DEEPEST_CHAIN):
            style = self._styles.get(key)
            if style is None:
                return
            yield style
            based_on = style.find(qn("w:basedOn"))
            key = based_on.get(qn("w:val"), "") if based_on is not None else ""


def switched_on(value: str) -> bool:
    """Whether the value of a switch means yes."""
    return value.casefold() not in _OFF


def _number(element: _Element | None, default: float) -> float:
    value = element.get(qn("w:val"), "") if element is not None else ""
    return float(value) if value.replace(".", "", 1).isdigit() else default


def _points(twentieths: str) -> float:
    return float(twentieths) / 20 if twentieths.lstrip("-").isdigit() else 0.0
