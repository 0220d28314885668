"""Walking the sections of a document and picking up the findings in them."""

from __future__ import annotations

from dataclasses import replace

from ..blocks import Block, ListItem, Paragraph, Table
from ..text import tidy
from .account import Account
from .around import (
    DOUBTED,
    Counter,
    announces,
    decides,
    is_beside_list,
    is_doubtful,
    is_unlike_findings,
    only_opens,
    speaks_against,
    tells_after_advice,
    tells_in_points,
    turning,
)
from .empty import is_kind_only, says_nothing
from .finds import Found, told_in_minutes
from .genre import compares, is_beside_the_point, only_refers, sums_up
from .labelled import labelled, labels_of
from .lead_in import count_of, ends_findings, sense_of_lead_in, starts_anew, without_count
from .leading import BULLET, Leading
from .lists import count_goes_on, is_quoted, lost_bullets, stray_line
from .named_points import count_of_labels
from .nesting import is_of_count
from .outline import Section
from .parting import parted
from .points import Point, each_of, is_counted, number_of, whole_item, with_its_list
from .regions import Regions
from .says import Says, doubted_by, found_in, said_by, unit_of, unsaid_by
from .second_reading import SectionFindings, read_again
from .section_tables import SectionTables
from .sense import is_closing, is_urgent
from .stems import boxes_one, is_stem, opens_list

_PARAGRAPH, _LOOSE = 0.75, 0.4
_FEWEST_WORDS, _ENOUGH_RUN_INS = 2, 2


def findings_in(sections: list[Section]) -> list[Found]:
    """The findings of a document, in its order."""
    regions = Regions(sections)
    counter = Counter()
    several = any(count_of_labels(section.blocks) >= _ENOUGH_RUN_INS for section in sections)
    walks = [_SectionWalker(section, regions, counter, labels_several=several).walk() for section in sections]
    found = read_again(walks, regions)
    return [told_in_minutes(each) for each in found] if regions.genre.minutes else found


class _SectionWalker:
    """Goes through the blocks of one section."""

    def __init__(self, section: Section, regions: Regions, counter: Counter, *, labels_several: bool) -> None:
        self._section = section
        self._regions = regions
        self._region = regions.region_of(section)
        self._counter = counter
        committee = regions.genre.committee
        self._leading = Leading(section, self._region, counter, committee=committee)
        self._compared = False
        self._account = Account(section, self._region, regions.genre)
        self._tables = SectionTables(section, self._region, counter)
        self._found: list[Found] = []
        self._runs_in = count_of_labels(section.blocks) > 0
        named = self._region.kind is not None or (self._region.uncertain and not self._region.narrative)
        self._takes_labels = named or labels_several
        """Whether findings stand here, or a section labels several, so that one label says of which kind."""
        self._lost = lost_bullets(section.blocks)
        self._stray = stray_line(section.blocks)
        self._resumed = count_goes_on(section.blocks)

    def walk(self) -> SectionFindings:
        blocks, position = self._section.blocks, 0
        while position < len(blocks):
            block = blocks[position]
            if isinstance(block, ListItem):
                point, position = whole_item(blocks, position)
                following = blocks[position] if position < len(blocks) else None
                if self._leading.is_over(point):
                    self._after_introduced()
                if is_counted(point) and self._introduces(point, following):
                    continue
                self._item(point)
                if not isinstance(following, ListItem) and position not in self._lost:
                    self._after_introduced()
                continue
            if isinstance(block, Table):
                self._found += self._tables.read(block, self._leading.lead, strand=self._strand())
                self._after_introduced()
            elif position in self._lost:
                self._point(Point(tidy(block.text), block.lines, "bullet", block.split))
            else:
                following = blocks[position + 1] if position + 1 < len(blocks) else None
                if isinstance(following, ListItem) and self._is_stem(block.text):
                    point, position = with_its_list(blocks, position)
                    self._point(point)
                    continue
                listed = isinstance(following, ListItem | Table)
                self._paragraph(block, introduces=listed or is_quoted(following), listed=listed)
            position += 1
        return SectionFindings(self._section, self._region, self._strand(), self._found)

    def _paragraph(self, block: Paragraph, *, introduces: bool, listed: bool) -> None:
        if is_closing(block.text):
            self._close(with_parents=True)
            return
        lead = sense_of_lead_in(block.text)
        ends = lead is not None and ends_findings(block.text, lead, introduces=introduces)
        if ends and (block.text.endswith(":") or not self._region.enquiry):
            self._close()
        elif introduces and lead is not None and (listed or lead.asks):
            anew = self._region.kind is not None and self._goes_on and starts_anew(block.text, lead)
            lead = replace(lead, asks=lead.asks or anew)
            self._leading.begin(lead, afresh=lead.asks and self._goes_on)
        elif self._leading.lead is not None and is_quoted(block):
            self._add(
                Point(tidy(block.text), block.lines, "paragraph"), self._leading.says(self._leading.lead)
            )
            if not introduces:
                self._after_introduced()
        else:
            point = Point(block.text, block.lines, "paragraph", block.split, count_of(block.text))
            if not self._labelled(point):
                point = replace(point, text=without_count(tidy(block.text)))
                self._prose(point, announced=announces(block.text, self._region))

    def _introduces(self, point: Point, following: Block | None) -> bool:
        """Take a numbered paragraph before a table or a list as the sentence that leads on to it."""
        lead = sense_of_lead_in(point.text)
        listed = isinstance(following, ListItem) and not is_of_count(following) and not point.parts
        if lead is None or not (isinstance(following, Table) or listed):
            return False
        if listed and not opens_list(point, lead, self._region.kind):
            return False
        if listed and lead.ends:
            self._close()
        number = point.marker.strip("().") if listed else ""
        self._leading.begin(lead, paragraph=number, afresh=lead.asks and self._goes_on)
        return True

    @property
    def _goes_on(self) -> bool:
        """Whether the text goes on after what a line that merely acts as a heading gave."""
        return self._section.acts_only and bool(self._found)

    def _is_stem(self, text: str) -> bool:
        """Whether a paragraph is a finding that the list after it completes."""
        takes = self._region.kind is not None or self._region.uncertain
        return takes and not self._region.narrative and is_stem(text, self._section.sense, self._region.kind)

    def _prose(self, point: Point, *, announced: bool) -> None:
        """A paragraph under a heading of a kind is a finding where there are no bullets."""
        region = self._region
        ended = region.ended and not sums_up(point.text)
        if self._section.closed or ended or len(point.text.split()) < _FEWEST_WORDS:
            return
        if region.kind is None:
            self._told(point)
            return
        if self._digresses(point):
            self._add(point, self._placed(doubted_by(self._region)))
            return
        before_list = self._section.has_list and not self._found
        if (
            point.text.endswith(":")
            or decides(point.text, region)
            or (before_list and only_opens(point, region))
        ):
            return
        if tells_after_advice(point, region, self._found):
            self._found_unsaid(parted(point))
            return
        explains = bool(self._found) and boxes_one(self._section.sense)
        beside = explains or (not region.recommends and is_unlike_findings(point.text))
        doubted = self._runs_in or beside or (region.recommends and self._regions.genre.committee)
        strayed = only_refers(point.text) or (self._stray is not None and point.lines >= (self._stray,))
        loose = is_beside_list(point, region, self._section) or doubted or strayed or announced
        outright = self._account.outright(point) if loose and not (explains or region.recommends) else None
        if loose and outright is None and not explains and (parts := turning(point, region.kind)):
            self._found_unsaid(parts)
            return
        self._add(point, outright or self._says(_LOOSE if loose else _PARAGRAPH * region.weight))

    def _found_unsaid(self, parts: list[Point]) -> None:
        for part in parts:
            self._add(part, self._placed(unsaid_by(self._region)))

    def _item(self, point: Point) -> None:
        """Take a list item: a point of its own, or a numbered paragraph that introduces the points below it."""
        lead = sense_of_lead_in(point.text) if point.parts and point.unit in {"para", "item"} else None
        if lead is None or not opens_list(point, lead, self._region.kind):
            self._point(point)
            return
        if lead.ends and self._region.kind is not None:
            self._close()
        if lead.ends or (self._region.narrative and lead.kind is None and not lead.asks):
            return
        self._leading.begin(lead, paragraph=point.marker.strip("().") if is_counted(point) else "")
        for part in point.parts:
            self._point(part)
        self._after_introduced()

    def _point(self, point: Point) -> None:
        self._leading.reach(point)
        region, lead = self._region, self._leading.lead
        if decides(point.text, region):
            self._close()
        if (self._section.closed and lead is None) or only_refers(point.text):
            return
        if self._labelled(point.whole):
            return
        if lead is not None and self._leading.tells:
            if not region.ended or lead.kind is not None:
                self._add(point, self._leading.says(lead))
        elif region.kind is not None and is_counted(point) and self._digresses(point):
            self._add(point, self._placed(doubted_by(self._region)))
        elif speaks_against(point, region):
            self._found_unsaid([point])
        elif region.kind is not None:
            resumed = self._resumed is not None and point.lines >= (self._resumed,)
            doubtful = resumed or is_doubtful(point, region, self._counter, self._found)
            weight = DOUBTED if doubtful else region.weight
            self._add(point, self._says(BULLET * weight))
            self._counter.last = number_of(point.marker) if region.recommends else 0
        elif tells_in_points(point, region):
            self._told(point)

    def _told(self, point: Point) -> None:
        """Take running text under no heading of a kind, where it tells what was found."""
        for each in each_of(point) if self._region.enquiry else [point]:
            for part, says in self._account.told(each):
                self._add(part, self._placed(says))

    def _says(self, confidence: float) -> Says:
        """What the headings around the section say."""
        return self._placed(said_by(self._region, title=self._section.sense.title, confidence=confidence))

    def _placed(self, says: Says) -> Says:
        return replace(says, place=self._leading.within(says.place))

    def _digresses(self, point: Point) -> bool:
        """Whether a paragraph tells of another place, or of what was asked, answered or planned."""
        self._compared = compares(point.text, compared=self._compared)
        return self._compared or is_beside_the_point(point.text)

    def _labelled(self, point: Point) -> bool:
        """Take a point that names its own kind, as in “Strength: …”, or each of several that it runs together."""
        if (self._region.ended and not self._section.greets) or not self._takes_labels:
            return False
        members = self._regions.genre.members
        taken = [labelled(part, self._leading, members=members) for part in labels_of(point)]
        for own, says in (each for found in taken for each in found or []):
            self._add(own, says)
        return any(found is not None for found in taken)

    def _add(self, point: Point, says: Says, parent: Found | None = None) -> None:
        """Keep a point as a finding, and after it the points below it that say something of their own."""
        if says_nothing(point.text) or (not point.parts and is_kind_only(point.text)):
            return
        alone = point.has_statements and not point.is_open
        found = found_in(
            point if alone else point.whole,
            says,
            strand=self._strand(),
            unit=unit_of(point, parent, listed=bool(self._leading.paragraph)),
            parent=parent,
        )
        found.narrated = self._region.narrative
        found.urgent = is_urgent(self._region.title)
        self._found.append(found)
        if point.has_statements:
            below = says if alone else says.offered()
            for part in point.parts:
                self._add(part, below, found)

    def _strand(self) -> str | None:
        around = None if self._region.kind else self._regions.strand_around(self._section)
        return self._region.strand or around

    def _after_introduced(self) -> None:
        """After a list or table of another kind, what the heading said no longer holds."""
        lead = self._leading.end()
        kinds = {found.kind for found in self._found if found.from_table} if lead is None else {lead.kind}
        asked = lead is not None and lead.asks and self._goes_on
        if self._region.kind is not None and (asked or kinds - {self._region.kind, None}):
            self._close()

    def _close(self, *, with_parents: bool = False) -> None:
        self._leading.end()
        section: Section | None = self._section
        while section is not None:
            section.closed = True
            section = section.parent if with_parents else None
