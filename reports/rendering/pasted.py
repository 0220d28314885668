"""Lists as other programs write them, "a) one" or "• one", read as the lists of Markdown that they are meant for.

What stands in a pasted text at the beginning of lines is taken for a list where a second item follows the first: b the
a, ii the i, and any bullet one like it. Everything else stays as it is, and so does the number of lines.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from string import ascii_lowercase

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

UP_TO_NINE = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
ROMANS = tuple(f"{ten}{one}" for ten in ("", "x", "xx") for one in UP_TO_NINE)[1:]
LETTER, ROMAN, BULLET = "letter", "roman", "bullet"
SEQUENCES = {LETTER: tuple(ascii_lowercase), ROMAN: ROMANS}
BULLETS = "•–·▪◦‣\uf0b7"
ITEM = re.compile(
    r"(?P<quote>[ ]{0,3}(?:>[ ]?)*)(?P<indent>[ \t]*)"
    rf"(?:(?P<bullet>[{BULLETS}])|(?P<own>[-*+]|\d{{1,9}}[.)])|(?P<open>\(?)(?P<said>[a-z]{{1,5}})(?P<close>[.)]))"
    r"[ \t]+(?=\S)"
)
ANY = re.compile(rf"^[ \t>]*(?:[{BULLETS}]|\(?[a-z]{{1,5}}[.)])[ \t]", re.MULTILINE)
FENCE = re.compile(r"[ ]{0,3}(?:>[ ]?)*(?:```|~~~)")
TAB, CODE, WRITTEN = 4, 4, "+"
DEEPEST = 8
AHEAD = 50
"""So many items are looked through for the second of a list: those below its first stand between."""


Key = tuple[str, str, int]


@dataclass(frozen=True)
class Item:
    """A line that begins like an item of a list."""

    line: int
    quote: str
    indent: int
    keys: tuple[Key, ...]
    """As what it can be read: its brackets, or its bullet and the place of that; the kind; where among its like."""
    rest: str
    is_own: bool
    """Whether Markdown knows it as an item already."""
    is_after_gap: bool


@dataclass
class Level:
    """A list that is open, and its last item."""

    kind: str
    wants: Key
    """As what its next item can be read."""
    item: Item
    inside: int = 0
    """How far what is below the last item stands in."""


def next_key(key: Key) -> Key:
    """Return as what the next of a list can be read; a bullet like any other."""
    style, kind, number = key
    return style, kind, number if kind == BULLET else number + 1


def add_pasted_lists(markdown: MarkdownIt) -> None:
    """Teach a reader of Markdown these lists."""

    def read(state: StateCore) -> None:
        state.src = with_lists(state.src)

    markdown.core.ruler.after("normalize", "pasted", read)


def with_lists(text: str) -> str:
    """Return a text whose pasted lists are lists of Markdown, each line in its place."""
    if not ANY.search(text):
        return text
    lines = text.split("\n")
    for run in runs_of(lines):
        Run(run).write(lines)
    return "\n".join(lines)


def runs_of(lines: Sequence[str]) -> list[list[Item]]:
    """Return the items that stand together: no empty line, heading or code between them."""
    runs: list[list[Item]] = [[]]
    is_fenced = is_gap = False
    for number, line in enumerate(lines):
        is_fenced ^= bool(FENCE.match(line))
        item = None if is_fenced else item_of(number, line, is_gap)
        words = line.strip(" \t>")
        if item and runs[-1] and (is_gap or item.quote.count(">") != runs[-1][-1].quote.count(">")):
            runs.append([item])
        elif item:
            runs[-1].append(item)
        elif words and (is_gap or is_fenced or words.startswith(("#", "|"))):
            runs.append([])
        is_gap = not words
    return [run for run in runs if any(not item.is_own for item in run)]


def item_of(number: int, line: str, is_gap: bool) -> Item | None:
    """Return the item that a line begins; None where it begins none."""
    found = ITEM.match(line)
    if found is None:
        return None
    lead = found["quote"] if ">" in found["quote"] else ""
    space = found["indent"] if lead else f"{found['quote']}{found['indent']}"
    indent = len(space.expandtabs(TAB))
    own, bullet = found["own"] or "", found["bullet"] or ""
    rest = line[found.end() :]
    if own or bullet:
        keys = [(f"{own.lstrip('0123456789') or bullet}{indent}", BULLET, 0)]
    else:
        style, said = f"{found['open']}{found['close']}", found["said"]
        keys = [(style, kind, all_of.index(said)) for kind, all_of in SEQUENCES.items() if said in all_of]
    return (
        Item(number, lead, indent, tuple(keys), f"{own} {rest}" if own else rest, bool(own), is_gap)
        if keys
        else None
    )


@dataclass
class Run:
    """Items that stand together, of which some are those of lists."""

    items: list[Item]
    levels: list[Level] = field(default_factory=list)
    written: dict[int, str] = field(default_factory=dict)
    has_pasted: bool = False

    def write(self, lines: list[str]) -> None:
        """Write the lists into their lines."""
        for place, item in enumerate(self.items):
            if self.levels and self.is_apart(item):
                self.settle(lines)
            self.read(place, item)
        self.settle(lines)

    def settle(self, lines: list[str]) -> None:
        """Put what was read into its lines; where no list was pasted, Markdown reads them as they are."""
        if self.has_pasted:
            for number, line in self.written.items():
                lines[number] = line
        self.levels, self.written, self.has_pasted = [], {}, False

    def is_apart(self, item: Item) -> bool:
        """Tell whether an item begins a list beside those that are open."""
        if any(level.wants in item.keys for level in self.levels):
            return False
        first, last = self.levels[0].item, self.levels[-1].item
        is_below_bullet = last.is_own and not last.rest[0].isdigit()
        is_beside = item.is_after_gap and is_below_bullet and item.indent <= last.indent
        return is_beside or (item.is_own and item.indent < first.indent)

    def read(self, place: int, item: Item) -> None:
        """Let an item go on with an open list or begin one below; what does neither is text."""
        begun = self.begun_by(place, item)
        going_on = next((level for level in reversed(self.levels) if level.wants in item.keys), None)
        if going_on and not (begun and begun[1] == ROMAN and going_on.kind == LETTER):
            del self.levels[self.levels.index(going_on) + 1 :]
            going_on.wants, going_on.item = next_key(going_on.wants), item
            self.put(going_on, item)
        elif begun and len(self.levels) < DEEPEST:
            self.levels.append(Level(begun[1], next_key(begun), item))
            self.put(self.levels[-1], item)

    def begun_by(self, place: int, item: Item) -> Key | None:
        """Return as what an item begins a list: one that Markdown knows, or one whose second item follows."""
        open_ones = {level.wants for level in self.levels}
        for key in item.keys:
            if item.is_own:
                return key
            wanted = next_key(key)
            # Only the first begins a list.
            ahead = self.items[place + 1 : place + 1 + AHEAD] if not key[2] else []
            for later in ahead:
                if wanted in later.keys:
                    return key
                if not open_ones.isdisjoint(later.keys):
                    break
        return None

    def put(self, level: Level, item: Item) -> None:
        """Write an item as Markdown has it, as far in as the lists around it say."""
        above = self.levels[: self.levels.index(level)]
        first = self.levels[0].item.indent
        indent = above[-1].inside if above else (first if first < CODE or item.is_own else 0)
        self.written[item.line] = (
            f"{item.quote}{' ' * indent}{'' if item.is_own else f'{WRITTEN} '}{item.rest}"
        )
        width = len(item.rest) - len(item.rest.split(" ", 1)[-1]) if item.is_own else len(WRITTEN) + 1
        level.inside = indent + width
        self.has_pasted |= not item.is_own
