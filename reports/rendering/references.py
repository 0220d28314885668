"""References in the text: what they point to, once every paragraph has its number."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reports.rendering.blocks import Block, Change, mapped, plain, raw_texts
from reports.rendering.marks import ANNEX, REFERENCE, cleared, read_plain, replaced

BROKEN = re.compile(r"\[((?:no|more than one) (?:paragraph|annex) is called [^\]]+)\]")


@dataclass(frozen=True)
class Targets:
    """The numbers of the paragraphs by their names, and the letters of the annexes by theirs."""

    paragraphs: Mapping[str, list[int]]
    annexes: Mapping[str, str]

    def paragraph(self, name: str) -> str:
        """Return the number of the one paragraph with a name as a link to it, or what is wrong."""
        numbers = self.paragraphs.get(name, [])
        if len(numbers) == 1:
            return f'<a href="#paragraph-{numbers[0]}">{numbers[0]}</a>'
        return broken(f"{'more than one' if numbers else 'no'} paragraph is called {name}")

    def annex(self, name: str) -> str:
        """Return the letter of an annex as a link to it, or say that there is none."""
        letter = self.annexes.get(name)
        return (
            f'<a href="#annex-{letter}">Annex {letter}</a>'
            if letter
            else broken(f"no annex is called {name}")
        )


def broken(words: str) -> str:
    """Show where a reference should be why it leads nowhere."""
    return f"<mark>[{words}]</mark>"


def targets_of(sections: Iterable[Block], annexes: Iterable[Block]) -> Targets:
    """Return what can be referred to."""
    paragraphs: dict[str, list[int]] = defaultdict(list)
    for section in sections:
        for block in section["blocks"]:
            if block.get("name"):
                paragraphs[block["name"]].append(block["number"])
    return Targets(paragraphs, {annex["name"].lower(): annex["letter"] for annex in annexes})


def resolved(block: Block, targets: Targets) -> Block:
    """Return a block in which references are numbers: links in running text, bare in tables and headings."""
    made: dict[str, Change] = {REFERENCE: targets.paragraph, ANNEX: targets.annex}
    bare = {kind: bare_of(make) for kind, make in made.items()}
    return mapped(block, lambda html: replaced(html, made), lambda text: replaced(text, bare))


def words_of(text: str, targets: Targets) -> str:
    """Return text that is not Markdown as readers of the report would have it: references as numbers, no names."""
    made: dict[str, Change] = {REFERENCE: targets.paragraph, ANNEX: targets.annex}
    return plain(cleared(replaced(read_plain(text), made)))


def bare_of(make: Change) -> Change:
    """Return what makes the same words without a link."""
    return lambda value: plain(make(value))


def broken_references(sections: Iterable[Block]) -> Iterator[tuple[Block, Block, str]]:
    """Return the section, the block and the words of each reference that leads nowhere."""
    for section in sections:
        for block in section["blocks"]:
            for piece in raw_texts(block):
                for words in BROKEN.findall(piece):
                    yield section, block, words
