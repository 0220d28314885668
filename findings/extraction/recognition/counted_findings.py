"""Headings that count the findings and say them, as “Finding 2: Fathers are absent from the work” does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ..blocks import Block, Heading, ListItem, Paragraph
from ..text import fold, tidy
from .phrases import find_terms
from .sense import has_sentence_word

_COUNTED = re.compile(
    r"(?P<count>(?:key )?(?:finding|learning point|lesson|learning) \d{1,2})\s*[:.–—-]\s*(?P<said>\S.+)",
    re.IGNORECASE,
)
_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_NUMBERS = {word: number for number, word in enumerate(_WORDS, start=1)}
_SHARE = re.compile(
    rf"\b(?P<which>first|next|last|final|other|remaining) (?P<number>{'|'.join(_NUMBERS)}|\d{{1,2}})\b(?P<said>[^.;]+)"
)
_FEWEST, _STATES = 2, 6
"""One alone is no count; a name of a strand has fewer words than this."""


def open_counted(blocks: list[Block]) -> list[Block]:
    """The blocks with such headings parted: the count as a heading, what it says as a point below.

    Where they name topics (“Finding 1: Governance”) they are left as they are. Where a sentence before the first says
    how many are of which kind, their headings say so too.
    """
    counted = {at: found for at, block in enumerate(blocks) if (found := _counted(block)) is not None}
    stated = sum(_is_statement(found["said"]) for found in counted.values())
    if len(counted) < _FEWEST or stated * 2 < len(counted):
        return blocks
    kinds = _announced(blocks[: min(counted)], len(counted))
    places = {at: kinds.get(number, "") for number, at in enumerate(counted)}
    return [
        part
        for at, block in enumerate(blocks)
        for part in _parted(block, counted.get(at), places.get(at, ""))
    ]


def _counted(block: Block) -> re.Match[str] | None:
    return _COUNTED.fullmatch(tidy(block.text)) if isinstance(block, Heading) else None


def _is_statement(said: str) -> bool:
    return has_sentence_word(said) or len(said.split()) >= _STATES


def _announced(before: list[Block], count: int) -> Mapping[int, str]:
    """By place, the phrase that says of which kind each is, in a sentence such as “The first two are strengths”."""
    told = next((block.text for block in reversed(before) if isinstance(block, Paragraph)), "")
    kinds: dict[int, str] = {}
    for share in _SHARE.finditer(fold(told)):
        terms = find_terms(share["said"])
        if len({term.term.kind for term in terms}) != 1:
            return {}
        number = _NUMBERS.get(share["number"]) or int(share["number"])
        start = 0 if share["which"] == "first" else len(kinds)
        kinds |= dict.fromkeys(range(start, start + number), terms[0].text)
    return kinds if len(kinds) == count else {}


def _parted(block: Block, found: re.Match[str] | None, kind: str) -> Iterator[Block]:
    if found is None or not isinstance(block, Heading):
        yield block
        return
    yield Heading(f"{kind} [{found['count']}]" if kind else found["count"], block.level, block.lines)
    yield ListItem(found["said"], 0, "•", block.lines)
