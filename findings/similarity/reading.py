"""What a finding names: its terms, each with the words of the text that stand for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from findings.similarity.lexicon import Lexicon, tokens_of

# Two words with at most this many little ones between them say something together.
REACH = 2
# The characters in which a finding says what it is about; what follows explains or gives examples.
LEAD = 100
AFTER_LEAD = 0.4


class Sort(IntEnum):
    """How much a term says, before anybody counts how often it occurs."""

    COMMON = 0
    BROAD = 1
    WORD = 2
    PAIR = 3
    TOPIC = 4


@dataclass(frozen=True)
class Term:
    """One thing that a text names, and where it does so for the first time."""

    key: str
    sort: Sort
    start: int
    end: int

    @property
    def lead(self) -> float:
        """How much of a finding's weight its place in the text gives: it says first what it is about."""
        return 1.0 if self.start < LEAD else AFTER_LEAD


def read(text: str, lexicon: Lexicon) -> dict[str, Term]:
    """The terms of a text by their keys: things named, single words, and pairs of neighbouring words."""
    terms: dict[str, Term] = {}
    before: list[Term] = []
    gap = 0
    for name, tokens, is_known in lexicon.parts(tokens_of(text)):
        start, end = tokens[0].start, tokens[-1].end
        if not is_known and (name[0] in lexicon.little or name[0].isdigit()):
            gap += 1
            continue
        term = Term(" ".join(name), _sort(name, is_known, lexicon), start, end)
        found = [term]
        if term.sort == Sort.TOPIC and len(name) > 1:
            # So that a thing named in full meets one that is named in part.
            found += [
                Term(word, _sort_of_part(word, lexicon), start, end)
                for word in name
                if word not in lexicon.little
            ]
        for item in found:
            terms.setdefault(item.key, item)
        if before and gap <= REACH and Sort.COMMON not in (term.sort, before[0].sort):
            pair = " + ".join(sorted((before[0].key, term.key)))
            terms.setdefault(pair, Term(pair, Sort.PAIR, before[0].start, end))
        before, gap = found, 0
    return terms


def _sort(name: tuple[str, ...], is_known: bool, lexicon: Lexicon) -> Sort:
    if name in lexicon.broad:
        return Sort.BROAD
    if is_known:
        return Sort.TOPIC
    return Sort.COMMON if name[0] in lexicon.common else Sort.WORD


def _sort_of_part(word: str, lexicon: Lexicon) -> Sort:
    return Sort.COMMON if word in lexicon.common else Sort.BROAD
