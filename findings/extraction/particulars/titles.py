"""Which lines of a document act as titles, and which end it."""

from __future__ import annotations

import re

from ..blocks import Block, Heading, ListItem, Paragraph, Table
from ..recognition.sense import titled
from ..text import fold, split_glyph, split_number, starts_lower
from .dates import find_dates

_LABEL_LENGTH, _LABEL_WORDS = 60, 6
_KNOWN_TITLES = re.compile(
    r"(?:list of )?(?:abbreviations?|acronyms|glossary)(?: (?:used|of terms"
    r"|and abbreviations))?|annex(?:es)?"
    r"|appendices|(?:list of )?annexes|background (?:papers|documents|information)"
    r"|contact details?|reasons?"
    r"(?: for (?:the )?recommendations?)?|(?:key )?recommendations?|introduction"
    r"|background|summary|conclusions?"
    r"|methodology|(?:council|corporate) (?:plan|priorities)|contents|analysis|consultation|implications"
    r"|action plan|next steps"
)
_SIGNED_WORDS, _DATE_ROOM = 14, 40
_FURNITURE = re.compile(
    r"if you (?:would like|require|need) (?:this|a copy|further)|yours (?:sincerely|faithfully)"
)
_LISTED_LINE = re.compile(r"(?:Annex|Appendix) [A-Z\d]|[A-Z][\w&/.+-]{1,11}\s*(?:[-–—:=]|\t)\s*[A-Z]")


def is_title(
    block: Heading | Paragraph | ListItem, text: str, before: Block | None, after: Block | None
) -> bool:
    """Whether a block titles what follows it."""
    if isinstance(block, Heading):
        return True
    bare = (split_number(text) or ("", text))[1] or text
    folded = fold(bare).rstrip(":").strip()
    if len(folded) <= _LABEL_LENGTH and _KNOWN_TITLES.fullmatch(folded):
        return True
    if not titled(text) or after is None or _LISTED_LINE.match(text):
        return False
    if isinstance(block, ListItem):
        numbered = split_number(f"{block.marker} ") is not None
        siblings = isinstance(after, ListItem) and bool(split_number(f"{after.marker} "))
        return (
            numbered and not siblings and (block.strong or not starts_lower(bare)) and not text.endswith(":")
        )
    if block.strong:
        return True
    if text.endswith(":"):
        return not isinstance(after, ListItem) and len(text.split()) <= _LABEL_WORDS
    if starts_lower(text) or _is_fragment(before):
        return False
    return not _is_fragment(after) or isinstance(after, ListItem | Table)


def is_lettered(block: Heading | Paragraph | ListItem) -> bool:
    """Whether a title is lettered, and so stands inside of a numbered part."""
    found = split_number(f"{block.marker} " if isinstance(block, ListItem) else block.text)
    return found is not None and not isinstance(block, Heading) and not found[0].strip("(.) ")[:1].isdigit()


def closes(text: str) -> bool:
    """Whether a paragraph is a signature with its date, or stands below one."""
    if _FURNITURE.match(fold(text)):
        return True
    days = [date for date in find_dates(text[-_DATE_ROOM:]) if date.is_day]
    return (
        len(text.split()) <= _SIGNED_WORDS and bool(days) and text.rstrip(".").endswith(days[-1].as_written)
    )


def _is_fragment(block: Block | None) -> bool:
    """Whether a neighbour is a short unfinished line of plain text, as lists without bullets are."""
    if not isinstance(block, Paragraph) or block.strong:
        return False
    return titled(block.text) and not split_glyph(block.text)
