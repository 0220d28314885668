"""What a version of a report says otherwise than the one before, passage by passage and word by word.

The work is bounded: of a text beyond the limits whole passages are told as removed and added, never nothing.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

from reports.rendering.passages import Passage, without_marks, without_numbers

LIKE_ENOUGH = 0.5
"""How much two passages share, from 0 to 1, for one to be the other with changes."""
MOST_PAIRS = 20_000
"""So many pairs of passages are compared in one place."""
MOST_WORDS = 1_000_000
"""So many pairs of words are compared in one passage: a thousand words with a thousand."""
MOST_EXACT = 1_000_000
"""So many pairs of passages are looked at exactly; in longer reports, those that occur often are no landmarks."""
WORD = re.compile(r"\S+\s*")


class Kind(StrEnum):
    """What became of a passage, or of words in it."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True)
class Words:
    """Words that stand together and fared alike."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class Difference:
    """A passage that was added, removed or changed; one of both versions is missing where it was not changed."""

    old: Passage | None
    new: Passage | None

    @property
    def kind(self) -> Kind:
        """What became of the passage."""
        if self.old and self.new:
            return Kind.CHANGED
        return Kind.ADDED if self.new else Kind.REMOVED

    @property
    def passage(self) -> Passage:
        """Where it stands: in the new version, or in the old one from which it was removed."""
        found = self.new or self.old
        assert found is not None
        return found

    @property
    def words(self) -> list[Words]:
        """Its words with what became of them; compared only when they are asked for."""
        return compared(self.old.compared if self.old else "", self.new.compared if self.new else "")


def differences(old: Sequence[Passage], new: Sequence[Passage]) -> list[Difference]:
    """Return what is not the same in two versions, in the order of the text."""
    before, after = ([without_numbers(row.compared) for row in rows] for rows in (old, new))
    is_long = len(old) * len(new) > MOST_EXACT
    matcher = SequenceMatcher(None, before, after, autojunk=is_long)
    found: list[Difference] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            found += paired(old[i1:i2], new[j1:j2])
    return found


def paired(old: Sequence[Passage], new: Sequence[Passage]) -> list[Difference]:
    """Put passages of one place side by side where they are alike, in their order."""
    pairs = best_pairs(old, new) if len(old) * len(new) <= MOST_PAIRS else []
    found: list[Difference] = []
    i = j = 0
    for at, to in [*pairs, (len(old), len(new))]:
        found += [Difference(row, None) for row in old[i:at]]
        found += [Difference(None, row) for row in new[j:to]]
        if at < len(old) and without_numbers(old[at].compared) != without_numbers(new[to].compared):
            found.append(Difference(old[at], new[to]))
        i, j = at + 1, to + 1
    return found


def best_pairs(old: Sequence[Passage], new: Sequence[Passage]) -> list[tuple[int, int]]:
    """Return the pairs, both in rising order, that share most in all."""
    olds, news = ([Counter(row.text.split()) for row in rows] for rows in (old, new))
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    likeness = [[likeness_of(a, b) for b in news] for a in olds]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            together = likeness[i][j] + best[i + 1][j + 1] if likeness[i][j] >= LIKE_ENOUGH else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    pairs = []
    i = j = 0
    while i < len(old) and j < len(new):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            pairs.append((i, j))
            i, j = i + 1, j + 1
    return pairs


def likeness_of(one: Counter[str], other: Counter[str]) -> float:
    """Return which part of the words of two passages they share, from 0 to 1."""
    return 2 * (one & other).total() / max(one.total() + other.total(), 1)


def compared(old: str, new: str) -> list[Words]:
    """Return the words of both texts in their order, those together that fared alike; without marks."""
    before, after = WORD.findall(old), WORD.findall(new)
    if len(before) * len(after) > MOST_WORDS:
        return [Words(Kind.REMOVED, without_marks(old)), Words(Kind.ADDED, without_marks(new))]
    fates = (
        (kind, [words for _, words in rows])
        for kind, rows in groupby(fates_of(before, after), lambda row: row[0])
    )
    return [Words(kind, without_marks("".join(words))) for kind, words in fates]


def fates_of(before: list[str], after: list[str]) -> Iterator[tuple[Kind, str]]:
    """Return each run of words with what became of it."""
    old, new = ([without_numbers(word.strip()) for word in words] for words in (before, after))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield Kind.SAME, "".join(after[j1:j2])
            continue
        if i1 < i2:
            yield Kind.REMOVED, "".join(before[i1:i2])
        if j1 < j2:
            yield Kind.ADDED, "".join(after[j1:j2])
