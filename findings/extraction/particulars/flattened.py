"""Action plans whose two columns text extraction ran together, line by line.

A narrow first column breaks its labels (“Assessme / nt”), and a label may share its line with the text
beside it. The rows are put together again by three signs: what stands alone in a line as narrow as the
column, words that the document knows only with the stump below them, and whether the line before was full.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..text import breaks_off, ended, fold, starts_lower, tidy
from .actions import COLUMNS, Action
from .passages import Passage, Unit

_NARROW = 12
"""The widest label line, in characters."""
_TITLES_WITHIN = 6
_FULL = 43
"""A line with its next word longer than this was full, so that the next line goes on with it."""
_STUMP = 3
"""A fragment this short ends a broken word."""
_STUMP_WITHIN = 3
_WORDS = frozenset(
    {"and", "of", "for", "to", "in", "on", "the", "a", "or", "by", "is", "at", "out", "new", "our"}
)
_OPENERS = frozenset({"all", "the", "a", "an", "each", "every", "any", "our", "this", "these", "new"})
_END_OF_PLAN = re.compile(r"^(?:\(?[a-z\d]{1,2}[.)]\s+[A-Z]|Fig(?:ure)?\b)")


@dataclass(slots=True)
class _Row:
    """One row as it is put together."""

    label: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def flattened_plans(passages: Sequence[Passage], lines: Sequence[str]) -> list[Action]:
    """The rows of action plans that came out of extraction as lines, one action each."""
    if not lines:
        return []
    clean = [tidy(line) for line in lines]
    found: list[Action] = []
    for start, end in _plans(passages, clean):
        known = _words([*clean[:start], *clean[end:]])
        for row in _rows(clean[start:end], known):
            label = _whole(row.label)
            text = " ".join(row.text)
            found.append(Action("action_plan_row", text, f"Action plan, row {label}", detail=label))
    return found


def _plans(passages: Sequence[Passage], lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where such plans begin and end: from two column titles, each alone in its line, to the next section."""
    tabled = {number for passage in passages if passage.unit is Unit.CELL for number in passage.lines}
    titles = [(at, fold(line)) for at, line in enumerate(lines) if line and len(line) <= _NARROW]
    end = 0
    for at, title in titles:
        if at < end or not COLUMNS["detail"].fullmatch(title) or at + 1 in tabled:
            continue
        second = next(
            (
                after
                for after, other in titles
                if at < after <= at + _TITLES_WITHIN and COLUMNS["text"].fullmatch(other)
            ),
            None,
        )
        if second is None:
            continue
        end = next((i for i in range(second + 1, len(lines)) if _END_OF_PLAN.match(lines[i])), len(lines))
        yield at + 1, end


def _rows(lines: Sequence[str], known: frozenset[str]) -> list[_Row]:
    rows = [_Row()]
    before = ""
    kept = [line for line in lines if line and not COLUMNS["text"].fullmatch(fold(line))]
    for at, line in enumerate(kept):
        broken = _broken(line.split()[0], kept[at + 1 : at + 1 + _STUMP_WITHIN], known)
        label, text = _split(line, before, rows[-1], broken=broken)
        if label and rows[-1].text and not starts_lower(label) and not (text and starts_lower(text)):
            rows.append(_Row())
        if label:
            rows[-1].label.append(label)
        if text:
            rows[-1].text.append(text)
        before = text or ""
    return [row for row in rows if row.label and row.text]


def _split(line: str, before: str, row: _Row, *, broken: bool) -> tuple[str, str]:
    """The part of a line that belongs to the label and the part that belongs to the text."""
    wrapped = bool(before) and not ended(before) and len(f"{before} {line.split()[0]}") > _FULL
    if len(line) <= _NARROW:
        return ("", line) if wrapped and not _ends_word(line, row) else (line, "")
    if broken:
        label, _, text = line.partition(" ")
        return label, text
    if breaks_off(before):
        return "", line
    words = line.split()
    for count in (3, 2, 1):
        label = " ".join(words[:count])
        rest = words[count] if count < len(words) else ""
        if len(label) <= _NARROW and rest and _is_label(label, rest, row):
            return label, " ".join(words[count:])
    return "", line


def _broken(word: str, following: Sequence[str], known: frozenset[str]) -> bool:
    """Whether a word is none of the document's own until the stump of a line below completes it."""
    if word.casefold() in known or len(word) > _NARROW:
        return False
    stumps = [first for line in following if len(first := line.split()[0]) <= _STUMP and starts_lower(first)]
    return any(f"{word}{stump}".casefold() in known for stump in stumps)


def _words(lines: Sequence[str]) -> frozenset[str]:
    return frozenset(word.casefold() for line in lines for word in re.findall(r"[\w’']+", line))


def _is_label(label: str, rest: str, row: _Row) -> bool:
    """Whether the first words of a full line stand in the first column."""
    first = label.split()[0]
    if starts_lower(label):
        return len(label) >= _NARROW - 2 and len(first) <= _STUMP and _is_stump(first, row)
    if first.casefold() in _OPENERS or sum(letter.islower() for letter in label) < 2:
        return False
    return rest[:1].isupper() and all(word[:1].isupper() for word in label.split())


def _ends_word(line: str, row: _Row) -> bool:
    return starts_lower(line) and (len(line) <= _STUMP or len(row.label) > 0) and not ended(line)


def _is_stump(word: str, row: _Row) -> bool:
    return word.casefold() not in _WORDS and bool(row.label)


def _whole(fragments: Sequence[str]) -> str:
    """A label put together again: a stump joins on to the word that it ends."""
    label = ""
    for fragment in fragments:
        first = fragment.split()[0]
        joins = bool(label) and starts_lower(fragment) and len(first) <= _STUMP and first not in _WORDS
        label = f"{label}{fragment}" if joins else f"{label} {fragment}".strip()
    return label
