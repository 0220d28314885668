"""The numbered paragraphs of a source as an officer would write them in the portal: Markdown without its numbers."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

ITEM = re.compile(r"^(?P<indent>\s*)(?P<mark>[-*•»■]\s+)(?P<rest>.*)$")
LABEL = re.compile(r"^(?P<stars>\**)\(?(?P<label>[ivx]{1,5}|[a-h])[.)]\s+(?P<rest>.*)$")
NESTED_MARK = re.compile(r"^»\s*")
TAG = re.compile(r"</?[a-z][a-z0-9]*\s*/?>")
ENDS = re.compile(r"[.:;!?][*”’\"')]*$")


@dataclass
class Piece:
    """A paragraph or a point: its parts, each on a line of its own, and the points below it."""

    parts: list[str] = field(default_factory=list)
    label: str = ""
    level: int = 0
    points: list["Piece"] = field(default_factory=list)

    def go_on(self, words: str, *, as_part: bool) -> None:
        """Add words: as a new part, or to the last one where a page or a line broke it."""
        if self.parts and not (as_part and begins_anew(self.parts[-1], words)):
            self.parts[-1] += f" {words}"
        else:
            self.parts.append(words)


def begins_anew(before: str, words: str) -> bool:
    """Tell a new part from one that a page broke in the middle of a sentence."""
    return bool(ENDS.search(before)) or not words[:1].islower()


def read_numbered(lines: Iterable[str], number: int) -> Piece:
    """Return a numbered paragraph of a source out of its lines; the number goes."""
    whole = Piece()
    last, had_gap, last_broke, is_first = whole, False, False, True
    for line in lines:
        words = TAG.sub("", line).replace("\u2003", " ").rstrip("\n")
        if not words.strip():
            had_gap = True
            continue
        if is_first:
            words = re.sub(rf"^\s*(?:[-#]+\s*)?{number}\.\s*", "", words)
            is_first = False
            if words.strip():
                whole.go_on(words.strip(), as_part=True)
        elif point := read_point(words, whole):
            place(point, whole)
            last = point
        else:
            last.go_on(words.strip(), as_part=had_gap or last_broke)
        had_gap, last_broke = False, words.endswith("  ")
    return whole


def read_point(words: str, whole: Piece) -> Piece | None:
    """Return the point that a line begins; one without a label below one that has a label is a deeper one."""
    item = ITEM.match(words)
    rest = NESTED_MARK.sub("", item["rest"]) if item else words.strip()
    labelled = LABEL.match(rest)
    if item is None and labelled is None:
        return None
    if labelled:
        return Piece([labelled["stars"] + labelled["rest"]], labelled["label"], 1)
    assert item is not None
    is_deeper = rest != item["rest"] or bool(whole.points and whole.points[0].label)
    return Piece([rest.strip()], "", 2 if is_deeper else 1)


def place(point: Piece, whole: Piece) -> None:
    """Put a point under its paragraph, or under the last point."""
    above = whole.points[-1] if point.level > 1 and whole.points else whole
    above.points.append(point)


def as_markdown(whole: Piece, *, name: str = "") -> str:
    """Return a paragraph as the portal's Markdown: parts with hard line breaks between them, points as lists."""
    mark = f" {{#{name}}}" if name else ""
    return "\n".join(
        ["\\\n".join(whole.parts) + mark, *(["", *point_lines(whole.points)] if whole.points else [])]
    )


def point_lines(points: Iterable[Piece], indent: str = "") -> Iterator[str]:
    """Return points as the lines of a list."""
    for point in points:
        first, *others = point.parts
        yield f"{indent}- {first}"
        for part in others:
            yield from ("", f"{indent}  {part}")
        if others:
            yield ""
        yield from point_lines(point.points, f"{indent}  ")
