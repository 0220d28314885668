"""Report text in Markdown turned into numbered paragraphs with lettered points.

Top-level paragraphs take the next number of the whole report; the items of a list under one are a), b), and
i), ii) below those. HTML in the text is shown as text; what is left is cleaned by nh3 all the same.
"""

import html as entities
from collections.abc import Iterator
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

Block = dict[str, Any]
MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
INLINE_TAGS = {"a", "br", "code", "em", "strong"}
LINK_SCHEMES = {"http", "https", "mailto"}
LOWEST_LEVEL = 2


def show_alternative(renderer: Any, tokens: Any, place: int, options: Any, env: Any) -> str:
    """Show an image in the text by its words: nothing is fetched from elsewhere."""
    return entities.escape(tokens[place].content)


MARKDOWN.add_render_rule("image", show_alternative)


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
    blocks: list[Block] = []
    for node in SyntaxTreeNode(MARKDOWN.parse(text)).children:
        if node.type in ("bullet_list", "ordered_list"):
            add_points(blocks, node, numbering)
        else:
            blocks.extend(read_block(node, numbering))
    return blocks


def read_block(node: SyntaxTreeNode, numbering: Numbering) -> Iterator[Block]:
    """Return what one part of the text becomes; a ruled line becomes nothing."""
    if node.type == "heading":
        yield {"type": "subheading", "text": plain(inline_html(node))}
    elif node.type == "table":
        yield read_table(node)
    elif node.type == "blockquote":
        for child in node.children:
            yield from ({**block, "quoted": True} for block in read_block(child, numbering))
    elif node.type in ("bullet_list", "ordered_list"):
        yield numbered(numbering, "", read_points(node))
    elif node.type != "hr":
        yield numbered(numbering, inline_html(node), [])


def add_points(blocks: list[Block], node: SyntaxTreeNode, numbering: Numbering) -> None:
    """Put a list under the paragraph before it; a list without one gets a number of its own."""
    before = blocks[-1] if blocks else None
    if before is not None and before["type"] == "paragraph" and not before["points"]:
        before["points"] = read_points(node)
    else:
        blocks.append(numbered(numbering, "", read_points(node)))


def numbered(numbering: Numbering, html: str, points: list[Block]) -> Block:
    """Return a numbered paragraph."""
    return {"type": "paragraph", "number": numbering.take(), "html": html, "points": points}


def read_points(node: SyntaxTreeNode, level: int = 1) -> list[Block]:
    """Return the points of a list; lists deeper than two levels are joined to the second."""
    points: list[Block] = []
    for item in node.children:
        lists = [child for child in item.children if child.type in ("bullet_list", "ordered_list")]
        texts = [inline_html(child) for child in item.children if child not in lists]
        deeper = [point for child in lists for point in read_points(child, level + 1)]
        point: Block = {"html": "<br>".join(texts), "points": deeper if level < LOWEST_LEVEL else []}
        points.append(point)
        if level >= LOWEST_LEVEL:
            points.extend(deeper)
    return points


def read_table(node: SyntaxTreeNode) -> Block:
    """Return a table that the text holds; its cells are plain text."""
    rows = [
        [plain(inline_html(cell)) for cell in row.children] for part in node.children for row in part.children
    ]
    return {"type": "table", "caption": "", "head": rows[0], "rows": rows[1:], "numeric": []}


def inline_html(node: SyntaxTreeNode) -> str:
    """Return the running text of a part as clean HTML."""
    if node.type in ("code_block", "fence"):
        return entities.escape(node.content.strip())
    tokens = [inner.token for inner in node.walk() if inner.type == "inline" and inner.token is not None]
    html = "<br>".join(MARKDOWN.renderer.render([token], MARKDOWN.options, {}) for token in tokens)
    return nh3.clean(
        html.strip(),
        tags=INLINE_TAGS,
        attributes={"a": {"href"}},
        url_schemes=LINK_SCHEMES,
        link_rel="noopener noreferrer",
    )


def plain(html: str) -> str:
    """Return the text of clean HTML, without its tags."""
    return entities.unescape(nh3.clean(html.replace("<br>", " "), tags=set())).strip()
