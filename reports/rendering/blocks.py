"""The parts that a section is made of: paragraphs, tables, charts and lists, as plain data."""

import html as entities
import re
from collections.abc import Callable, Iterator
from typing import Any

import nh3

from reports.rendering.remembered import remembered

OLD_LEAD = "Members are asked to"
"""What recommendations go on from in editions from before reports had words of their own for it."""

PIECES_KEPT, LONGEST_PIECE = 2048, 1000
"""So many pieces with tags are kept with their text, and how long they are at most: eight megabytes in all."""
MARKUP = re.compile(r"[<&\r\0\ufeff]")
"""What cleaning reads as HTML or changes; few points have any of it."""

OLD_WHY = "Why the public interest is in keeping it back"
"""What the reasoning of an exemption answers in editions from before that depended on its ground."""

SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
Block = dict[str, Any]
Change = Callable[[str], str]


def without_tags(html: str) -> str:
    """Return the text of clean HTML, without its tags."""
    if not MARKUP.search(html):
        return html.strip()
    return entities.unescape(nh3.clean(html.replace("<br>", " "), tags=set())).strip()


kept_without_tags = remembered(texts=PIECES_KEPT, longest=LONGEST_PIECE)(without_tags)


def plain(html: str) -> str:
    """Return the text of clean HTML of a report, without its tags; many ask for that of the same pieces."""
    return kept_without_tags(html) if MARKUP.search(html) else html.strip()


def mapped(block: Block, html: Change, text: Change) -> Block:
    """Return a block with its pieces of HTML and of plain text changed."""
    match block["type"]:
        case "paragraph":
            return {**block, "html": html(block["html"]), "points": mapped_points(block["points"], html)}
        case "list":
            return {**block, "points": mapped_points(block["points"], html)}
        case "subheading":
            return {**block, "text": text(block["text"])}
        case "table":
            cells = {"head": [text(cell) for cell in block["head"]]}
            rows = [[text(cell) for cell in row] for row in block["rows"]]
            return {**block, **cells, "rows": rows, "caption": text(block["caption"])}
        case "picture":
            return {**block, "caption": text(block["caption"])}
        case "recommendations":
            points = [
                {**point, "reason": html(point["reason"])} for point in mapped_points(block["points"], html)
            ]
            return {**block, "points": points}
    return block


def mapped_points(points: list[Block], html: Change) -> list[Block]:
    """Return points with their HTML changed, those below them included."""
    return [
        {**point, "html": html(point["html"]), "points": mapped_points(point.get("points", []), html)}
        for point in points
    ]


def lines_of(part: Block) -> Iterator[str]:
    """Return the words of a paragraph, list or what is asked, then those of its points, at every depth."""
    yield from [plain(part["html"])] if "html" in part else []
    for point in part.get("points", ()):
        yield from lines_of(point)


def shared_reason(points: list[Block]) -> str:
    """Return the reason that all recommendations give, which is then printed once; nothing where they differ."""
    reasons = {point["reason"] for point in points}
    is_open = not any(point.get("exempt") or point.get("notice") for point in points)
    return reasons.pop() if len(points) > 1 and len(reasons) == 1 and is_open else ""


def as_asked(block: Block) -> Block:
    """Return how recommendations are printed: the words that they go on from, and a reason that stands once.

    Where a report has no such words and asks one thing, that is the paragraph itself: `alone`.
    """
    lead, points = block.get("lead", OLD_LEAD), block["points"]
    if not lead and len(points) == 1 and not points[0].get("notice"):
        return {"lead": "", "alone": points[0], "points": [], "reason": points[0]["reason"]}
    words = f"{lead}:" if lead else ""
    return {"lead": words, "alone": None, "points": points, "reason": shared_reason(points)}


def exemption_words(row: Block) -> str:
    """Say under which rule something is kept from the public, before the words that say why."""
    return f"Exemption {row['letter']}: {row['under']}. {row.get('why', OLD_WHY)}:"


def block_texts(block: Block) -> Iterator[str]:
    """Return the texts of one block; nothing of lists that stand around the text, such as contact details."""
    match block["type"]:
        case "paragraph" | "list":
            yield from lines_of(block)
        case "subheading":
            yield block["text"]
        case "table":
            yield block["caption"]
            for row in (block["head"], *block["rows"]):
                yield from row
        case "chart":
            yield block["title"]
            yield from block["labels"]
        case "picture":
            yield from (block["caption"], block["alternative"])
        case "recommendations":
            if block.get("lead"):
                yield block["lead"]
            for point in block["points"]:
                yield from (*lines_of(point), plain(point["reason"]))


def listed_annex(annex: Block) -> Block:
    """Return an annex as the list of annexes has it: without what it says, and without its file."""
    return {name: value for name, value in annex.items() if name not in ("blocks", "file")}


def as_sections(annexes: list[Block]) -> list[Block]:
    """Return annexes as if they were sections, to be read like those."""
    return [
        {
            "kind": "annex",
            "heading": annex["title"],
            "exempt": annex["exempt"],
            "blocks": annex.get("blocks", []),
        }
        for annex in annexes
    ]


def raw_texts(block: Block) -> list[str]:
    """Return the pieces of HTML and text of a block as they are, marks included."""
    pieces: list[str] = []

    def note(piece: str) -> str:
        pieces.append(piece)
        return piece

    mapped(block, note, note)
    return pieces


def texts(sections: list[Block]) -> Iterator[str]:
    """Return every text of a report that a reader may meet an abbreviation in."""
    for section in sections:
        yield section["heading"]
        for block in section["blocks"]:
            yield from block_texts(block)


def shown_annexes(annexes: list[Block]) -> list[Block]:
    """Return the annexes that have pages; of one that is exempt there is but a notice in their list."""
    return [annex for annex in annexes if not annex.get("notice")]
