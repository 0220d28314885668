"""References in the text: what they point to, once every paragraph has its number."""

import html as entities
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from reports.rendering.blocks import Block, Change, mapped, plain
from reports.rendering.marks import ANNEX, CHART, PICTURE, REFERENCE, cleared, read_plain, replaced
from reports.rendering.placed import of

BROKEN = re.compile(
    r"\[((?:(?:no|more than one) (?:paragraph|annex) is called|no figure of the report shows the) [^\]]+)\]"
)


@dataclass(frozen=True)
class Targets:
    """The numbers of paragraphs by their names, the letters of annexes by theirs, the numbers of figures by theirs."""

    paragraphs: Mapping[str, list[int]]
    annexes: Mapping[str, str]
    figures: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def bare(self) -> dict[str, Change]:
        """What each kind of reference becomes where nothing can be a link."""
        return {kind: bare_of(make) for kind, make in self.makers.items()}

    @cached_property
    def makers(self) -> dict[str, Change]:
        """What each kind of reference becomes."""
        return {
            REFERENCE: self.paragraph,
            ANNEX: self.annex,
            PICTURE: lambda name: self.figure(PICTURE, name),
            CHART: lambda name: self.figure(CHART, name),
        }

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

    def figure(self, kind: str, name: str) -> str:
        """Return the number of the figure that the text shows by the same mark alone on a line, as a link to it."""
        number = self.figures.get(of(kind, entities.unescape(name)))
        if number:
            return f'<a href="#figure-{number}">Figure {number}</a>'
        return broken(f"no figure of the report shows the {kind} {name}")


def broken(words: str) -> str:
    """Show where a reference should be why it leads nowhere."""
    return f"<mark>[{words}]</mark>"


def targets_of(sections: Iterable[Block], annexes: Iterable[Block]) -> Targets:
    """Return what can be referred to."""
    paragraphs: dict[str, list[int]] = defaultdict(list)
    figures: dict[str, int] = {}
    for section in sections:
        for block in section["blocks"]:
            if block.get("name"):
                paragraphs[block["name"]].append(block["number"])
            if block.get("of") and block["type"] in ("chart", "picture"):
                figures.setdefault(block["of"], block["place"])
    return Targets(paragraphs, {annex["name"].lower(): annex["letter"] for annex in annexes}, figures)


def resolved(block: Block, targets: Targets) -> Block:
    """Return a block in which references are numbers: links in running text, bare in tables, headings and pictures."""
    made, bare = targets.makers, targets.bare
    if block["type"] == "picture":
        block = {**block, "alternative": replaced(block["alternative"], bare)}
    return mapped(block, lambda html: replaced(html, made), lambda text: replaced(text, bare))


def words_of(text: str, targets: Targets) -> str:
    """Return text that is not Markdown as readers of the report would have it: references as numbers, no names."""
    made = targets.makers
    return plain(cleared(replaced(read_plain(text), made)))


def bare_of(make: Change) -> Change:
    """Return what makes the same words without a link."""
    return lambda value: plain(make(value))
