"""A report's content as checks read it: every text with its place and the page on which it is edited."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from django.urls import reverse

from reports.models import Section
from reports.rendering.blocks import Block, block_texts, lines_of, plain

FROM_THE_DETAILS = (Section.Kind.WARDS, Section.Kind.BACKGROUND, Section.Kind.CONTACTS)
NO_SECTION = 0
DIGIT = re.compile(r"\d")
PASSAGES_KEPT, LONGEST_KEPT = 4096, 1000
"""So many passages are kept with what is found in them, and how long they are at most: eight megabytes in all.

They are the same passages whatever is looked for. A long report has some thousand. They stay in the memory of the
process until others take their place, exempt ones too: as `remembered` says, nobody can ask for them who does not have
their words.
"""


class Passage(NamedTuple):
    """One text of a report: a paragraph, a point, a cell of a table, a heading."""

    text: str
    place: str
    url: str
    fix_url: str
    section: int
    is_prose: bool = False


class Reading:
    """A snapshot with everything in it, and its texts in order."""

    def __init__(self, snapshot: dict[str, Any]) -> None:
        self.snapshot = snapshot
        self.sections: list[Block] = snapshot["sections"]
        self.annexes: list[Block] = snapshot["annexes"]
        self.report_url = reverse("reports:report_detail", args=[snapshot["report"]])
        self._addresses: dict[tuple[str | int, ...], str] = {}

    def address(self, name: str, *args: int) -> str:
        """Return the address of a page about the report; the cells of a table have the same, so it is made once."""
        key: tuple[str | int, ...] = (name, *args)
        if key not in self._addresses:
            self._addresses[key] = reverse(f"reports:{name}", args=[self.snapshot["report"], *args])
        return self._addresses[key]

    @cached_property
    def passages(self) -> list[Passage]:
        """Every text in which a reader may meet a word, from the first page to the last."""
        return [
            *(passage for section in self.sections for passage in self._in_section(section)),
            *(passage for annex in self.annexes for passage in self._in_annex(annex)),
        ]

    @cached_property
    def passages_with_digits(self) -> list[Passage]:
        """Those of the texts that have a digit."""
        return [passage for passage in self.passages if DIGIT.search(passage.text)]

    def section_url(self, section: Block) -> str:
        """Return where a section is edited; of one that shows the details, where those are."""
        if section["kind"] in FROM_THE_DETAILS:
            return self.address("report_edit")
        return self.address("section_edit", section["record"])

    def passage(self, section: Block, block: Block, text: str) -> Passage:
        """Return a text of a block with its place."""
        place, anchor = place_of(section, block)
        return Passage(
            text,
            place,
            f"{self.report_url}#{anchor}",
            self.section_url(section),
            section["record"],
            is_prose=block["type"] == "paragraph",
        )

    def points(self, section: Block, block: Block) -> Iterator[tuple[Block, Passage]]:
        """Return what the committee is asked to do, each with its reason as one text."""
        url = f"{self.report_url}#paragraph-{block['number']}"
        for number, point in enumerate(block["points"], start=1):
            text = "\n".join((*lines_of(point), plain(point["reason"])))
            fix_url = self.address("recommendation_edit", point["record"])
            yield point, Passage(text, f"Recommendation {number}", url, fix_url, section["record"])

    def _in_section(self, section: Block) -> Iterator[Passage]:
        heading = {"type": "subheading"}
        yield Passage(
            section["heading"],
            *self._heading_place(section),
            self.address("section_edit", section["record"]),
            section["record"],
        )
        implication = None
        for block in section["blocks"]:
            implication = block.get("implication", implication)
            if block["type"] == "recommendations":
                yield from (passage for _, passage in self.points(section, block))
            elif block["type"] == "lines":
                yield from (self.passage(section, heading, line) for line in block["lines"])
            else:
                yield from self._in_block(section, block, implication)

    def in_annex(self, annex: Block, text: str, *, is_prose: bool = False) -> Passage:
        """Return a text of an annex with its place."""
        place = f"Annex {annex['letter']}"
        url = f"{self.report_url}#annex-{annex['letter']}"
        return Passage(text, place, url, self.address("annex_edit", annex["record"]), NO_SECTION, is_prose)

    def _in_annex(self, annex: Block) -> Iterator[Passage]:
        yield self.in_annex(annex, annex["title"])
        for block in annex["blocks"]:
            is_prose = block["type"] in ("paragraph", "list")
            yield from (self.in_annex(annex, text, is_prose=is_prose) for text in block_texts(block) if text)

    def _in_block(self, section: Block, block: Block, implication: int | None) -> Iterator[Passage]:
        _, place, url, fix_url, record, is_prose = self.passage(section, block, "")
        if implication:
            fix_url = self.address("implication_edit", implication)
        yield from (
            Passage(text, place, url, fix_url, record, is_prose) for text in block_texts(block) if text
        )

    def _heading_place(self, section: Block) -> tuple[str, str]:
        place, anchor = place_of(section, {"type": "subheading"})
        return place, f"{self.report_url}#{anchor}"


def place_of(section: Block, block: Block) -> tuple[str, str]:
    """Return what a block is called and the anchor that leads to it: its section's where it has none."""
    if block.get("number"):
        return f"Paragraph {block['number']}", f"paragraph-{block['number']}"
    anchor = f"section-{section['record']}"
    if block["type"] == "table":
        return f"Table {block['place']}", f"table-{block['place']}"
    if block["type"] in ("chart", "picture"):
        return f"Figure {block['place']}", f"figure-{block['place']}"
    return f"Section “{section['heading']}”", anchor
