"""A source whose text was extracted from a PDF, read into its numbered and lettered sections."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

NUMBERED = re.compile(r"^(?P<label>\d)\.\s*(?P<title>.*)$")
LETTERED = re.compile(r"^(?P<label>[a-h])\)\s*(?P<title>.*)$")
HOLLOW = "o"
MARKS = " \u0001\uf0b7"
ENDS = (".", ":", ";", "?")
A_LINE = 62
"""A line that is longer than this goes on in the next one."""


@dataclass
class Part:
    """A section as the document has it: label, title, and the numbers and words of its lines."""

    label: str
    title: str
    lines: list[tuple[int, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its lines as running text."""
        return " ".join(" ".join(line.split()) for _, line in self.lines)

    @property
    def numbers(self) -> set[int]:
        """The numbers of its lines."""
        return {number for number, _ in self.lines}


def read_parts(text: str) -> list[Part]:
    """Return the parts of a document, those with letters as parts of their own."""
    lines = list(enumerate(text.splitlines(), start=1))
    parts, expected = [Part("", "")], 1
    place = 0
    while place < len(lines):
        number, line = lines[place]
        found = NUMBERED.match(line)
        if found and int(found["label"]) == expected:
            expected += 1
        elif not (found := LETTERED.match(line)):
            parts[-1].lines.append((number, line))
            place += 1
            continue
        title, place = read_title(found["title"], lines, place + 1)
        parts.append(Part(found["label"], title))
    return parts[1:]


def read_title(title: str, lines: Sequence[tuple[int, str]], place: int) -> tuple[str, int]:
    """Return a title that may go on, or only begin, below its label, and the place of what comes after it."""
    if not title:
        below = next(index for index in range(place, len(lines)) if lines[index][1].strip())
        words = lines[below][1].strip()
        return (words, below + 1) if is_heading(words) else ("", place)
    last = title
    while place < len(lines) and goes_on(last, title, lines[place][1]):
        last = lines[place][1].strip()
        title, place = f"{title} {last}", place + 1
    return title, place


def is_heading(words: str) -> bool:
    """Tell whether a line reads as a heading."""
    return len(words) < A_LINE and words[-1].isalpha() and words[0].isupper()


def goes_on(last: str, title: str, below: str) -> bool:
    """Tell whether a title goes on in the line below."""
    words = below.strip()
    open_bracket = title.count("(") > title.count(")")
    return bool(words) and (len(last) > A_LINE or words[0].islower() or open_bracket)


def as_markdown(lines: Sequence[tuple[int, str]]) -> str:
    """Return the lines of a part as paragraphs and points."""
    return "\n".join(written(merged(lines)))


def written(pieces: Sequence[tuple[bool, str]]) -> Iterator[str]:
    """Return paragraphs with an empty line before each, and points as a list."""
    was_point = False
    for is_point, words in pieces:
        if not (is_point and was_point):
            yield ""
        yield f"- {words}" if is_point else words
        was_point = is_point


def merged(lines: Sequence[tuple[int, str]]) -> list[tuple[bool, str]]:
    """Join lines to whole paragraphs and points; a page break alone parts nothing."""
    pieces: list[tuple[bool, str]] = []
    hollow, is_apart, before = 0, True, ""
    for _, line in lines:
        words = line.strip(MARKS)
        if words == HOLLOW:
            hollow += 1
        elif not words:
            is_apart = is_apart or before[-1:] in ENDS
        else:
            is_point = line.startswith(" ") or hollow > 0
            if is_point or is_apart or (before[-1:] in ENDS and len(before) < A_LINE):
                pieces.append((is_point, words))
            else:
                pieces[-1] = (pieces[-1][0], f"{pieces[-1][1]} {words}")
            # A list whose marks were all extracted before its items has an item on each line.
            is_apart, hollow, before = hollow == 1, max(hollow - 1, 0), words
    return pieces
