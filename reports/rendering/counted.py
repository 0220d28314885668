"""What the numbers in a paragraph count: frozen beside its words, and on the page the link that they are."""

from collections.abc import Callable
from itertools import count
from typing import Any

from reports.rendering.blocks import SENTENCE_END, Block, mapped, plain
from reports.rules.counted import BEGIN, END, taken_out


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
                about = f", {source['of']} in paragraph {block['number']}"
                html = with_instead(html, source, linked_words(source["words"], address(column), about))
        return html

    return mapped(block, linked, str)


def linked_words(shown: str, url: str, about: str) -> str:
    """Return clean HTML as a link to the records that it counts, with what they are about for who only hears it."""
    hidden = f'<span class="govuk-visually-hidden">: records counted{about}</span>'
    return f'<a class="govuk-link" href="{url}">{shown}{hidden}</a>'


def with_instead(html: str, source: dict[str, Any], other: str) -> str:
    """Return clean HTML with something else in the place of words that count: after so many others like them."""
    words: str = source["words"]
    nth: int = source["nth"]
    parts = html.split(words)
    if len(parts) < nth + 2:
        return html
    return words.join(parts[: nth + 1]) + other + words.join(parts[nth + 1 :])


def sentence_around(block: Block, source: dict[str, Any]) -> tuple[str, str, str]:
    """Return the sentence of a paragraph in which words count: what comes before them, the words, what comes after."""
    pieces = list[str]()

    def read(html: str) -> str:
        pieces.append(html)
        return html

    mapped(block, read, str)
    marked = with_instead(pieces[source["piece"]], source, f"{BEGIN}{source['words']}{END}")
    for sentence in SENTENCE_END.split(plain(marked)):
        before, begun, rest = sentence.partition(BEGIN)
        if begun:
            words, _, after = rest.partition(END)
            return before, words, after
    return "", source["words"], ""
