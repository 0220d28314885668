"""A report's content as passages in their order, each with its place: what two versions are compared by."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reports.rendering.blocks import Block, lines_of, mapped, plain

APPROVAL = "Report approved"
"""A row of the contact details that every approval changes."""


NUMBERED = re.compile(r'(<a href="#(?:paragraph|table|figure|annex)-[^"]+">(?:[^<]* )?)([^< ]+)(</a>)')
"""A link to a part of the report, which says the number of that part in its last word."""
BEGIN, END = "\ue000", "\ue001"
NUMBER = re.compile(f"{BEGIN}[^{END}]*{END}")
EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n)+")


@dataclass(frozen=True)
class Passage:
    """A paragraph, a point, a row of a table or another part that is read as one, and where it stands."""

    heading: str
    place: str
    text: str
    marked: str = ""
    """The text with marks around the numbers in its references, which follow other parts of the report."""

    @classmethod
    def of(cls, heading: str, place: str, marked: str) -> "Passage":
        """Return a passage whose text has such marks."""
        return cls(heading, place, without_marks(marked), marked)

    @property
    def compared(self) -> str:
        """The text as it is compared."""
        return self.marked or self.text


def without_marks(text: str) -> str:
    """Return a text as people read it."""
    return text.replace(BEGIN, "").replace(END, "")


def without_numbers(text: str) -> str:
    """Return a text that is the same whatever the numbers in its references."""
    return NUMBER.sub(BEGIN, text)


def with_marks(block: Block) -> Block:
    """Return a block with marks around the numbers in its references."""
    return mapped(block, lambda html: NUMBERED.sub(rf"\1{BEGIN}\2{END}\3", html), lambda text: text)


def passages_of(snapshot: dict[str, Any]) -> list[Passage]:
    """Return everything that a report says, with what of it is kept from the public said in words."""
    return [
        *around(snapshot),
        *(row for section in snapshot["sections"] for row in in_section(section)),
        *(row for annex in snapshot["annexes"] for row in in_annex(annex)),
    ]


def passages_of_words(heading: str, body: str) -> list[Passage]:
    """Return what somebody writes in a section, its marks included: the heading, then what empty lines part."""
    parts = (heading, *EMPTY_LINES.split(body))
    return [Passage(heading, "", part.strip("\n")) for part in parts if part.strip()]


def around(snapshot: dict[str, Any]) -> Iterator[Passage]:
    """Return what stands above the text, and why something is kept from the public."""
    heading = "Details of the report"
    for place, name in (("Title", "title"), ("Period", "period"), ("Report of", "report_of")):
        yield Passage(heading, place, snapshot[name])
    for row in snapshot["exemptions"]:
        yield Passage(heading, f"Exemption {row['letter']}", f"{row['under']}. {row['reasoning']}")


def in_section(section: Block) -> Iterator[Passage]:
    """Return a section's heading and what stands under it."""
    heading = section["heading"]
    yield Passage(heading, "Heading of the section", heading + marked(section))
    for block in section["blocks"]:
        for place, text in in_block(with_marks(block)):
            if text:
                yield Passage.of(heading, place, text + marked(block))


def in_annex(annex: Block) -> Iterator[Passage]:
    """Return what an annex says, or by what its file is known."""
    heading = f"Annex {annex['letter']}"
    file = annex.get("file")
    if file:
        yield Passage(
            heading, "File", f"{file['name']}, {annex['about']}, SHA-256 {file['sha256']}{marked(annex)}"
        )
    for block in annex.get("blocks", ()):
        for place, text in in_block(with_marks(block)):
            if text:
                words = text + marked(annex) + marked(block)
                yield Passage.of(heading, place.replace(" None", ""), words)


def marked(part: Block) -> str:
    """Say that a part is kept from the public."""
    exempt = part.get("exempt")
    return f" [not for publication: exemption {exempt['letter']}]" if exempt else ""


def in_block(block: Block) -> Iterator[tuple[str, str]]:
    """Return the passages of a block, each with its place."""
    match block["type"]:
        case "paragraph" | "list":
            yield from in_points({"html": "", **block}, f"Paragraph {block.get('number')}")
        case "exempt":
            yield "Notice", block["notice"]
        case "subheading":
            yield "Heading", block["text"]
        case "table":
            name = f"Table {block.get('place') or ''}".strip()
            yield name, block["caption"]
            for row in (block["head"], *block["rows"]):
                yield f"{name}, row", " | ".join(map(str, row))
        case "chart" | "picture" | "missing" | "unwritten":
            yield from in_figure(block)
        case "recommendations":
            yield f"Paragraph {block['number']}", block.get("lead", "")
            for number, point in enumerate(block["points"], start=1):
                yield f"Recommendation {number}", recommended(point)
        case _:
            yield from in_list(block)


def in_figure(block: Block) -> Iterator[tuple[str, str]]:
    """Return what a chart or a picture shows, in words."""
    if block["type"] == "missing":
        yield "Figure that is not there", block["words"]
    elif block["type"] == "unwritten":
        yield "Not written", f"{block['part']} could not be written"
    elif block["type"] == "chart":
        yield f"Figure {block.get('place')}", f"{block['title']}. {block['description']}"
    else:
        # Another picture in its place has another number, and so is a change, even with the same words.
        words = f"{block['caption']}. {block['alternative']} ({block['of'].capitalize()})"
        yield f"Figure {block['place']}", words


def in_points(part: Block, place: str) -> Iterator[tuple[str, str]]:
    """Return a paragraph and its points, those below them included."""
    yield place, plain(part["html"])
    for point in part["points"]:
        yield from in_points(point, f"{place.removesuffix(', point')}, point")


def recommended(point: Block) -> str:
    """Return what is asked with its reason."""
    words = " ".join(lines_of(point))
    return point.get("notice") or f"{words} Reason: {plain(point['reason'])}{marked(point)}"


def in_list(block: Block) -> Iterator[tuple[str, str]]:
    """Return the rows of what stands around the text: contacts, papers, annexes, abbreviations."""
    for line in block.get("lines", ()):
        yield "Line", line
    for row in block.get("rows", ()):
        if "term" in row:
            if row["term"] != APPROVAL:
                yield row["term"], row["text"]
        elif "letter" in row:
            yield f"Annex {row['letter']}", row.get("notice") or row["title"] + marked(row)
        else:
            yield f"Abbreviation {row['short']}", row["meaning"]
