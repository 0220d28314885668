"""Report text in Markdown turned into numbered paragraphs with lettered points.

Top-level paragraphs take the next number of the whole report; the items of a list under one are a), b), those below
them i), ii), those below these A), B), and the lowest 1), 2). HTML in the text is shown as text; what is left is
cleaned by nh3 all the same.
"""

import html as entities
import re
from collections.abc import Iterator
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from reports.rendering.blocks import Block, mapped, raw_texts, without_tags
from reports.rendering.marks import (
    NAME,
    add_marks,
    alone_in,
    caption_in,
    cleared,
    exempt_marks_in,
    figures_alone_in,
    marks_in,
    without_marks,
)
from reports.rendering.pasted import add_pasted_lists
from reports.rendering.remembered import remembered
from reports.rules.plain_lines import with_plain_lines

MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
INLINE_TAGS = {"a", "br", "code", "em", "strong"}
LINK_SCHEMES = {"http", "https", "mailto"}
MAY_BE_UNCLEAN = re.compile("[<>&\\0\\r\u00a0]")
"""What cleaning may take out or write otherwise."""
LOWEST_LEVEL = 4
LISTS = ("bullet_list", "ordered_list")
BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)
TEXTS_KEPT, LONGEST_KEPT = 128, 8000
"""So many texts are kept as they were read, and how long they are at most: those of a few drafts.

Prose takes ten megabytes of memory at most, and short points a few times as much.
"""
RIGHT, CENTRE = "text-align:right", "text-align:center"
TEXTS = ("paragraph", "heading", "code_block", "fence")


def show_alternative(renderer: Any, tokens: Any, place: int, options: Any, env: Any) -> str:
    """Show an image in the text by its words: nothing is fetched from elsewhere."""
    return entities.escape(tokens[place].content)


MARKDOWN.add_render_rule("image", show_alternative)
add_marks(MARKDOWN)
add_pasted_lists(MARKDOWN)


class Numbering:
    """The next paragraph number of a report."""

    def __init__(self, start: int = 1) -> None:
        self.next = start

    def take(self) -> int:
        """Return the next number and move on."""
        self.next += 1
        return self.next - 1


def read_blocks(text: str, numbering: Numbering) -> list[Block]:
    """Return the blocks of a section's text: numbered paragraphs with their points, subheadings, tables."""
    return read_text(text, numbering)[0]


def read_text(text: str, numbering: Numbering, *, is_kept: bool = True) -> tuple[list[Block], str | None]:
    """Return the blocks of a text, and the letter of the exemption of whatever comes after it; None for none.

    An exemption that stands alone is that of whatever comes next, and of the headings before it. A text that is
    written just now, and changes with each word, takes no place among those that are kept.
    """
    blocks, waiting = kept_unnumbered(text) if is_kept else read_unnumbered(text)
    return [with_number(block, numbering) for block in blocks], waiting


def with_number(block: Block, numbering: Numbering) -> Block:
    """Return a block of its own for the caller to change; a paragraph takes the next number."""
    return {**block, "number": numbering.take()} if block["type"] == "paragraph" else {**block}


def read_unnumbered(text: str) -> tuple[tuple[Block, ...], str | None]:
    """Return what `read_text` does, before paragraphs have numbers; a text reads the same whenever it is read."""
    blocks: list[Block] = []
    waiting = None
    for node, caption in with_captions(nodes_of(text)):
        alone = exemption_alone(node)
        if alone is not None:
            waiting = alone
        elif waiting is None and node.type in LISTS:
            add_points(blocks, node)
        else:
            found = [read_table(node, caption)] if node.type == "table" else list(read_block(node))
            exempt = exemption_above(blocks, found) if waiting is None else waiting
            blocks += found if exempt is None else [{**block, "exempt": exempt} for block in found]
            if any(block["type"] != "subheading" for block in found):
                waiting = None
    return tuple(settled(block) for block in blocks), waiting


def exemption_above(blocks: list[Block], found: list[Block]) -> str | None:
    """Return the exemption of the paragraph above a table without a caption, which belongs to it as a list does."""
    belongs = found and found[0]["type"] == "table" and not found[0]["caption"]
    return exemption_of(blocks[-1]) if belongs and blocks and blocks[-1]["type"] == "paragraph" else None


kept_unnumbered = remembered(texts=TEXTS_KEPT, longest=LONGEST_KEPT)(read_unnumbered)


def nodes_of(text: str) -> list[SyntaxTreeNode]:
    """Return the parts that a text has for Markdown."""
    return SyntaxTreeNode(MARKDOWN.parse(without_marks(text))).children


def with_captions(nodes: list[SyntaxTreeNode]) -> list[tuple[SyntaxTreeNode, str]]:
    """Return the parts of a text, each table with the caption that stands before or after it, which is no part then."""
    captions = {place: below for place, node in enumerate(nodes) if (below := caption_below(node))}
    taken = set()
    for place, node in enumerate(nodes):
        words = caption_in(without_tags(inline_html(node))) if node.type == "paragraph" else ""
        for beside in (place + 1, place - 1) if words else ():
            if 0 <= beside < len(nodes) and nodes[beside].type == "table" and beside not in captions:
                captions[beside] = words
                taken.add(place)
                break
    return [(node, captions.get(place, "")) for place, node in enumerate(nodes) if place not in taken]


def caption_below(node: SyntaxTreeNode) -> str:
    """Return the caption in the line below the last row of a table, which is a row for Markdown; nothing for none."""
    rows = node.children[-1].children if node.type == "table" else []
    first, *others = (without_tags(inline_html(cell)) for cell in rows[-1].children) if rows else ("",)
    return "" if any(others) else caption_in(first)


def exemption_alone(node: SyntaxTreeNode) -> str | None:
    """Return the letter of an exemption that is all that a paragraph or heading says; None for anything else."""
    return alone_in(without_tags(inline_html(node))) if node.type in TEXTS else None


@remembered(texts=TEXTS_KEPT, longest=LONGEST_KEPT)
def with_first_words(words: str, text: str) -> str:
    """Return a text that begins with these words, which are on a line of their own where it begins with no paragraph.

    Exemptions that stand alone before the text still stand before all that they are of.
    """
    nodes = nodes_of(text)
    first = next((node for node in nodes if exemption_alone(node) is None), None)
    if first is not None and first.type != "paragraph":
        return f"{words}\n\n{text}"
    # Lines as Markdown has them: others end at more than line feeds.
    lines = with_plain_lines(text).split("\n")
    end = first.map[0] if first is not None and first.map else len(lines)
    marks, rest = "\n".join(lines[:end]).strip(), "\n".join(lines[end:]).strip()
    return f"{marks}\n\n{words} {rest}".strip()


def settled(block: Block) -> Block:
    """Return a block with the name and the exemption that its marks give it, and without those marks."""
    names = [name for piece in raw_texts(block) for name in marks_in(piece, NAME)]
    done = {**mapped(block, cleared, cleared), "exempt": exemption_of(block)}
    if done["type"] == "paragraph":
        done["name"] = names[0] if names else ""
    return done


def read_block(node: SyntaxTreeNode) -> Iterator[Block]:
    """Return what one part of the text becomes; a ruled line becomes nothing."""
    if node.type == "heading":
        yield {"type": "subheading", "text": without_tags(inline_html(node)), "exempt": None}
    elif node.type == "table":
        yield read_table(node)
    elif node.type == "blockquote":
        parts = [block for child in node.children for block in read_block(child)]
        letters = [letter for block in parts if (letter := exemption_of(block)) is not None]
        for block in parts:
            # Nobody can tell which part of a quotation was meant, so the whole of it is kept from the public.
            yield {**block, "quoted": True, "exempt": letters[0] if letters else None}
    elif node.type in LISTS:
        yield paragraph("", read_points(node))
    elif node.type != "hr":
        html = inline_html(node)
        yield from read_figures(html) or [paragraph(html, [])]


def read_figures(html: str) -> list[Block]:
    """Return the places of the figures that a paragraph names and says nothing besides; none for any other."""
    letters = exempt_marks_in(html)
    return [
        {"type": "figure", "kind": kind, "called": called, "exempt": letters[0] if letters else None}
        for kind, called in figures_alone_in(without_tags(html))
    ]


def add_points(blocks: list[Block], node: SyntaxTreeNode) -> None:
    """Put a list under the paragraph before it; a list without one gets a number of its own."""
    before = blocks[-1] if blocks else None
    if before is None or before["type"] != "paragraph":
        blocks.append(paragraph("", read_points(node)))
    elif before["points"]:
        # It goes on under the same paragraph, and whatever that is exempt under.
        blocks.append({**paragraph("", read_points(node)), "exempt": exemption_of(before)})
    else:
        before["points"] = read_points(node)


def exemption_of(block: Block) -> str | None:
    """Return the letter of the exemption that a block has already, or that its marks give it; None for none."""
    letters = [letter for piece in raw_texts(block) for letter in exempt_marks_in(piece)]
    return letters[0] if letters and block["exempt"] is None else block["exempt"]


def paragraph(html: str, points: list[Block]) -> Block:
    """Return a paragraph that has no number yet."""
    return {
        "type": "paragraph",
        "number": None,
        "name": "",
        "html": html,
        "points": points,
        "quoted": False,
        "exempt": None,
    }


def read_points(node: SyntaxTreeNode, level: int = 1) -> list[Block]:
    """Return the points of a list; lists deeper than four levels are joined to the fourth."""
    points: list[Block] = []
    for item in node.children:
        lists = [child for child in item.children if child.type in LISTS]
        texts = [inline_html(child) for child in item.children if child not in lists]
        deeper = [point for child in lists for point in read_points(child, level + 1)]
        point: Block = {"html": "<br>".join(texts), "points": deeper if level < LOWEST_LEVEL else []}
        points.append(point)
        if level >= LOWEST_LEVEL:
            points.extend(deeper)
    return points


def read_table(node: SyntaxTreeNode, caption: str = "") -> Block:
    """Return a table that the text holds; its cells are plain text, with a new line where `<br>` is written.

    Columns that are set to the right hold numbers; others can be centred.
    """
    rows = [
        [BREAK.sub("\n", without_tags(inline_html(cell))) for cell in row.children]
        for part in node.children
        for row in part.children
    ]
    head, *others = rows
    if caption_below(node):
        del others[-1]
    styles = [cell.attrs.get("style") for cell in node.children[0].children[0].children]
    centred = [place for place, style in enumerate(styles) if style == CENTRE]
    return {
        "type": "table",
        "caption": " ".join(caption.split()),
        "head": head,
        "rows": others,
        "numeric": [place for place, style in enumerate(styles) if style == RIGHT],
        "widths": [],
        "exempt": None,
        **({"centred": centred} if centred else {}),
        **({"is_own": True} if caption else {}),
    }


def inline_html(node: SyntaxTreeNode) -> str:
    """Return the running text of a part as clean HTML."""
    if node.type in ("code_block", "fence"):
        return entities.escape(node.content.strip())
    tokens = [inner.token for inner in node.walk() if inner.type == "inline" and inner.token is not None]
    html = "<br>".join(MARKDOWN.renderer.render([token], MARKDOWN.options, {}) for token in tokens).strip()
    # Most texts are nothing but words: cleaning them takes a while and leaves them as they are.
    if not MAY_BE_UNCLEAN.search(html):
        return html
    return nh3.clean(
        html,
        tags=INLINE_TAGS,
        attributes={"a": {"href"}},
        url_schemes=LINK_SCHEMES,
        link_rel="noopener noreferrer",
    )
