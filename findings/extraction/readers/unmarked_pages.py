"""Running heads and page numbers in text that shows no page ends: they are found where they stand inside a sentence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ..text import breaks_off, ended, fold, indent_of, split_mark, starts_lower
from .columns import kind_of

_SET_OFF = "#*_ \t"
"""Signs with which Markdown sets a line off as a heading or in bold."""
_NO_HEAD = re.compile(r"[a-z|<>]|.*(?:\t|:[*_]*$)")
LONGEST_HEAD = 160
"""A line of more characters is text, not a running head."""
_MOST_TOGETHER = 6
_FEWEST = 3
"""What stands on two pages only may be said twice."""
_FEWEST_WORDS = 4
"""A shorter line may be a label or an answer that needs no sentence end."""
_FEWEST_BETWEEN = 2
_NUMBER = re.compile(r"[-–]?\s*(\d{1,4})\s*[-–]?")
PAGE = "p ?a ?g ?e"
"""The word as word processors also set it, with blanks between its letters."""
_PAGE_NUMBER = re.compile(
    rf"\s*(?:\d{{1,4}}\s*(?:of|/)\s*)?\d{{1,4}}(?:\s*\|\s*{PAGE})?$|^(?:{PAGE}\s+)?\d{{1,4}}\s+"
)
_ANY_NUMBER = "#"


def page_ends(texts: Sequence[str]) -> list[list[int]]:
    """The positions of running heads and page numbers; those that stand together are one page end."""
    filled = [position for position, text in enumerate(texts) if text.strip()]
    shapes = _repeated(texts, filled)
    runs = _together(filled, shapes)
    heads = _interrupting(texts, filled, shapes, runs) if runs else set()
    ends = ([filled[place] for place in run if shapes[filled[place]] in heads] for run in runs)
    return [end for end in ends if end]


def _interrupting(
    texts: Sequence[str], filled: list[int], shapes: dict[int, str], runs: list[list[int]]
) -> set[str]:
    """What stands inside a sentence: after a joining word, or before small letters where other text can follow too."""
    begun = _begun(texts, filled, shapes)
    sure: set[str] = set()
    likely: set[str] = set()
    elsewhere: set[str] = set()
    for run in runs:
        before, after = run[0] - 1, run[-1] + 1
        found = {shapes[filled[place]] for place in run}
        following = texts[filled[after]] if after < len(filled) else ""
        if not starts_lower(following.strip()):
            elsewhere |= found
        if before not in begun or len(run) > _MOST_TOGETHER:
            continue
        end = texts[filled[before]].rstrip(_SET_OFF)
        if not _goes_on(texts[begun[before]], end, following):
            continue
        if all(kind_of(texts[filled[place]].strip(_SET_OFF)) is None for place in run):
            (sure if breaks_off(end) else likely).update(found)
    return sure | (likely & elsewhere)


def _repeated(texts: Sequence[str], filled: list[int]) -> dict[int, str]:
    """What may be a running head, without its page number, and the numbers that count up through the document."""
    shapes = {position: shape for position in filled if (shape := _shape(texts[position]))}
    counts = Counter(shapes.values())
    repeated = {position: shape for position, shape in shapes.items() if counts[shape] >= _FEWEST}
    return repeated | dict.fromkeys(_counting_up(texts, filled), _ANY_NUMBER)


def _shape(text: str) -> str:
    bare = text.strip(_SET_OFF)
    if not bare or len(bare) > LONGEST_HEAD or _NO_HEAD.match(bare) or split_mark(text.strip()):
        return ""
    shape = _PAGE_NUMBER.sub("", fold(bare), count=1)
    return shape if any(letter.isalpha() for letter in shape) else ""


def _counting_up(texts: Sequence[str], filled: list[int]) -> list[int]:
    """The longest row of lone numbers that count up by one, with text between them."""
    ends: dict[int, tuple[int, int]] = {}
    before: dict[int, int] = {}
    for place, position in enumerate(filled):
        found = _NUMBER.fullmatch(texts[position].strip(_SET_OFF))
        if found is None:
            continue
        number = int(found.group(1))
        length, previous = ends.get(number - 1, (0, -1))
        if length and place - previous > _FEWEST_BETWEEN:
            before[place] = previous
        else:
            length = 0
        if length + 1 > ends.get(number, (0, 0))[0]:
            ends[number] = (length + 1, place)
    length, place = max(ends.values(), default=(0, -1))
    row = [place]
    while row[-1] in before:
        row.append(before[row[-1]])
    return [filled[place] for place in row] if length >= _FEWEST else []


def _together(filled: list[int], shapes: dict[int, str]) -> list[list[int]]:
    """The places of repeated lines, those with nothing else between them together."""
    runs: list[list[int]] = []
    for place, position in enumerate(filled):
        if position in shapes and runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        elif position in shapes:
            runs.append([place])
    return runs


def _begun(texts: Sequence[str], filled: list[int], shapes: dict[int, str]) -> dict[int, int]:
    """For each place that ends some words of a sentence, the position of the line that begins them."""
    begun: dict[int, int] = {}
    start, words, previous = 0, 0, -2
    for place, position in enumerate(filled):
        text = texts[position].strip()
        if previous != position - 1 or previous in shapes or split_mark(text):
            start, words = position, 0
        words += len(text.split())
        if words >= _FEWEST_WORDS and not starts_lower(texts[start].strip()):
            begun[place] = start
        previous = position
    return begun


def _goes_on(start: str, end: str, after: str) -> bool:
    """Whether a sentence that breaks off goes on in small letters, or inside its list item after a joining word."""
    rest = after.strip()
    if not rest or ended(end) or end.endswith((":", ";")) or split_mark(rest) or kind_of(rest) is not None:
        return False
    inside = split_mark(start.strip()) is not None and indent_of(after) > indent_of(start)
    return starts_lower(rest) or (inside and breaks_off(end))
