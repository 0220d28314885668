"""Walking the sections of a document and picking up the findings in them."""

from __future__ import annotations

from ..blocks import ListItem, Paragraph, Table
from ..text import is_numbered, split_number, tidy
from ..vocabulary import Kind
from .finds import Context, Found, StrandName
from .outline import Section
from .points import Point, whole_item
from .regions import Regions
from .sense import LeadIn, asks_for_something, is_closing, run_in, sense_of_lead_in
from .tables import read_table

_BULLET, _PARAGRAPH, _RUN_IN = 0.95, 0.75, 0.75
_LOOSE, _GUESSED, _DOUBTED = 0.4, 0.3, 0.5
_FEWEST_WORDS = 2
_ENOUGH_RUN_INS = 2


def findings_in(sections: list[Section]) -> list[Found]:
    """The findings of a document, in its order."""
    regions = Regions(sections)
    counter = _Counter()
    found: list[Found] = []
    for section in sections:
        found += _SectionWalker(section, regions, counter).walk()
    return found


class _Counter:
    """Numbers the tables and the lists of a document."""

    def __init__(self) -> None:
        self.tables = 0
        self.lists = 0


class _SectionWalker:
    """Goes through the blocks of one section."""

    def __init__(self, section: Section, regions: Regions, counter: _Counter) -> None:
        self._section = section
        self._regions = regions
        self._region = regions.region_of(section)
        self._counter = counter
        self._lead: LeadIn | None = None
        self._lead_unit: str | None = None
        self._list_number = 0
        self._found: list[Found] = []
        texts = [tidy(block.text) for block in section.blocks if not isinstance(block, Table)]
        self._run_ins = sum(run_in(text) is not None for text in texts)

    def walk(self) -> list[Found]:
        blocks = self._section.blocks
        position = 0
        while position < len(blocks):
            block = blocks[position]
            if isinstance(block, ListItem):
                point, position = whole_item(blocks, position)
                if self._lead_unit not in {None, point.unit}:
                    self._after_introduced()
                self._point(point)
                following = blocks[position] if position < len(blocks) else None
                if not isinstance(following, ListItem):
                    self._after_introduced()
                continue
            if isinstance(block, Table):
                self._table(block)
                self._after_introduced()
            else:
                following = blocks[position + 1] if position + 1 < len(blocks) else None
                self._paragraph(block, introduces=isinstance(following, ListItem | Table))
            position += 1
        return self._found

    def _paragraph(self, block: Paragraph, *, introduces: bool) -> None:
        if is_closing(block.text):
            self._close(with_parents=True)
            return
        lead = sense_of_lead_in(block.text)
        if lead is not None and lead.ends:
            self._close()
        elif introduces and lead is not None:
            self._lead = lead if lead.kind is not None else None
            self._list_number = 0
        elif not self._labelled(block.text, block.lines, "paragraph", block.split):
            self._prose(block)

    def _prose(self, block: Paragraph) -> None:
        """A paragraph under a heading of a kind is a finding where there are no bullets."""
        region = self._region
        text = tidy(block.text)
        if self._section.closed or region.ended or len(text.split()) < _FEWEST_WORDS:
            return
        if region.kind is None:
            if region.uncertain:
                self._add(_guess(text), text, block.lines, "paragraph", _GUESSED, block.split)
            return
        if text.endswith(":") or (not self._found and self._section.has_list):
            return
        confidence = _LOOSE if self._section.has_list or region.recommends else _PARAGRAPH * region.weight
        self._add(region.kind, text, block.lines, "paragraph", confidence, block.split)

    def _point(self, point: Point) -> None:
        self._lead_unit = point.unit if self._lead is not None else None
        region, lead = self._region, self._lead
        text = point.text
        if self._decides(text):
            self._close()
        if self._section.closed and lead is None:
            return
        if self._labelled(text, point.lines, point.unit, point.split):
            return
        if lead is not None and lead.kind is not None:
            confidence = _BULLET * lead.weight
            self._add(lead.kind, text, point.lines, point.unit, confidence, point.split, lead=lead)
        elif region.kind is not None:
            doubted = region.recommends and not self._found and _starts_late(point.marker)
            weight = _DOUBTED if doubted or self._doubted() else region.weight
            self._add(region.kind, text, point.lines, point.unit, _BULLET * weight, point.split)
        elif region.uncertain:
            self._add(_guess(text), text, point.lines, point.unit, _GUESSED, point.split)

    def _doubted(self) -> bool:
        """Whether a list of recommendations began as numbered paragraphs, so its points stay doubtful."""
        return self._region.recommends and bool(self._found) and self._found[0].confidence < _DOUBTED

    def _decides(self, text: str) -> bool:
        """Whether a point begins decisions asked of a committee, not findings."""
        lead = sense_of_lead_in(text.split("\n", 1)[0])
        return lead is not None and lead.ends and self._region.recommends

    def _labelled(self, text: str, lines: tuple[int, ...], unit: str, split: bool) -> bool:
        """Take a point that names its own kind, as in “Strength: …”."""
        found = run_in(text)
        if (
            found is None
            or self._region.ended
            or (self._region.kind is None and self._run_ins < _ENOUGH_RUN_INS)
        ):
            return False
        sense, rest = found
        if sense.kind is None or rest.endswith(":"):
            return False
        lead = LeadIn(sense.kind, sense.title, recommends=sense.recommends)
        self._add(sense.kind, rest, lines, unit, _RUN_IN, split, lead=lead)
        return True

    def _table(self, table: Table) -> None:
        self._counter.tables += 1
        region, lead = self._region, self._lead
        context = Context(strand=self._strand(), table=self._counter.tables)
        if lead is not None and lead.kind is not None:
            context.kind, context.label, context.weight = lead.kind, lead.phrase, lead.weight
            context.recommends = lead.recommends
            context.reason = f"in the table introduced with “{lead.phrase}”"
        elif not self._section.closed and not region.ended:
            context.kind, context.label, context.weight = region.kind, region.title, region.weight
            context.uncertain, context.recommends = region.uncertain, region.recommends
            context.reason = f"in the table under the heading “{region.title or region.place}”"
        if region.ended and lead is None:
            return
        self._found += read_table(table, context)

    def _add(
        self,
        kind: Kind,
        text: str,
        lines: tuple[int, ...],
        unit: str,
        confidence: float,
        split: bool,
        *,
        lead: LeadIn | None = None,
    ) -> None:
        what = "Numbered point" if unit == "item" else unit.capitalize()
        self._found.append(
            Found(
                kind,
                text,
                lines,
                StrandName(self._strand()),
                self._place(lead),
                unit,
                confidence,
                f"{what} {self._why(lead)}",
                split=split,
                recommends=lead.recommends if lead is not None else self._region.recommends,
            )
        )

    def _why(self, lead: LeadIn | None) -> str:
        if lead is not None:
            return f"introduced with “{lead.phrase}”"
        if self._region.uncertain:
            return f"under the heading “{self._region.place}”, which does not say of which kind"
        return f"under the heading “{self._region.title}”"

    def _place(self, lead: LeadIn | None) -> str:
        place = self._region.place or self._section.sense.title
        if lead is None:
            return place
        if not place and not self._list_number:
            self._counter.lists += 1
            self._list_number = self._counter.lists
        return f"{place or f'List {self._list_number}'} ({lead.phrase})"

    def _strand(self) -> str | None:
        return self._region.strand or (
            None if self._region.kind else self._regions.strand_around(self._section)
        )

    def _after_introduced(self) -> None:
        """After a list or table of another kind, what the heading said no longer holds."""
        lead, self._lead, self._lead_unit = self._lead, None, None
        kinds = {found.kind for found in self._found if found.from_table} if lead is None else {lead.kind}
        if self._region.kind is not None and kinds - {self._region.kind}:
            self._close()

    def _close(self, *, with_parents: bool = False) -> None:
        self._lead = None
        section: Section | None = self._section
        while section is not None:
            section.closed = True
            section = section.parent if with_parents else None


def _guess(text: str) -> Kind:
    return Kind.AREA if asks_for_something(text) else Kind.STRENGTH


def _starts_late(marker: str) -> bool:
    """Whether a list begins with a number above one, so that it counts paragraphs of the whole document."""
    split = split_number(marker)
    digits = marker.strip("().")
    return split is not None and is_numbered(marker) and digits.isdigit() and int(digits) > 1
