"""What the numbers in a paragraph count: frozen beside its words, and on the page the link that they are."""

from collections.abc import Callable
from itertools import count
from typing import Any

from reports.rendering.blocks import Block, mapped
from reports.rules.counted import taken_out


def with_counts(block: Block) -> Block:
    """Return a paragraph that the record wrote without its marks, and beside it what each of its numbers counts.

    `piece` says in which of its texts the words stand, from 0, and `nth` after how many others like them.
    """
    if block["type"] != "paragraph":
        return block
    pieces, found = count(), list[dict[str, Any]]()

    def read(html: str) -> str:
        piece = next(pieces)

        def note(source: dict[str, Any], before: str) -> None:
            found.append({**source, "piece": piece, "nth": before.count(source["words"])})

        return taken_out(html, note)

    shown = mapped(block, read, str)
    return {**shown, "sources": [found]} if found else shown


def with_links(block: Block, address: Callable[[int], str]) -> Block:
    """Return a paragraph whose numbers lead to the address of what each counts."""
    pieces, sources = count(), list(enumerate(block["sources"][0]))

    def linked(html: str) -> str:
        piece = next(pieces)
        # From the last to the first, so that no link moves the words of another.
        for column, source in reversed(sources):
            if source["piece"] == piece:
                html = with_link(html, source["words"], source["nth"], address(column))
        return html

    return mapped(block, linked, str)


def with_link(html: str, words: str, nth: int, url: str) -> str:
    """Return clean HTML in which words are a link, where they come after so many others like them."""
    parts = html.split(words)
    if len(parts) < nth + 2:
        return html
    link = f'<a class="govuk-link" href="{url}">{words}</a>'
    return words.join(parts[: nth + 1]) + link + words.join(parts[nth + 1 :])
