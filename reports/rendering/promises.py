"""Sentences of a report that promise something, offered to be recorded as commitments."""

import calendar
import datetime
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from reports.models import Meeting, Section
from reports.rendering.places import Place, one_line

if TYPE_CHECKING:
    from findings.extraction.particulars.commitments import Commitment as Promise
    from findings.extraction.particulars.passages import Passage

TOLD_AGAIN = (Section.Kind.COMMITMENTS, Section.Kind.RESOLUTIONS)
"""Sections that repeat what was promised earlier."""
PARAGRAPHS_KEPT = 1024
"""Of so many paragraphs what they promise is kept: a long report has some hundred.

They stay in the memory of the process until others take their place, exempt ones too: nobody can ask for them who does
not have their words.
"""
NEXT = re.compile(r"\bnext (?:\w+ ){0,3}?(?:meeting|report|committee)\b", re.IGNORECASE)
MONTH = re.compile(rf"\b(?:{'|'.join(calendar.month_name[1:])})\b")


@dataclass(frozen=True)
class Suggestion:
    """A promising sentence with its paragraph, and who is to keep it by when, as far as it says so."""

    key: str
    wording: str
    place: Place
    owner: str
    due_meeting: Meeting | None
    due_on: datetime.date | None


def suggested(
    places: Sequence[Place], *, recorded: Iterable[str], meetings: Sequence[Meeting]
) -> list[Suggestion]:
    """Return what the paragraphs promise and nobody has recorded; `meetings` are those to come, in their order."""
    known = {one_line(wording).casefold() for wording in recorded}
    by_key = {place.key: place for place in places}
    found = []
    for promise in (promise for place in places for promise in promises_in(tuple(passages(place)))):
        if promise.text.casefold() in known:
            continue
        due_meeting, due_on = due_of(promise, meetings)
        key = hashlib.sha256(f"{promise.source_ref} {promise.text}".encode()).hexdigest()[:12]
        found.append(
            Suggestion(
                key, promise.text, by_key[promise.source_ref], promise.owner or "", due_meeting, due_on
            )
        )
    return found


@lru_cache(maxsize=PARAGRAPHS_KEPT)
def promises_in(said: "tuple[Passage, ...]") -> "tuple[Promise, ...]":
    """Return what some passages promise, which is the same whenever they are read."""
    # Imported here, because what reads documents compiles hundreds of expressions that few processes need.
    from findings.extraction.particulars.commitments import commitments

    return tuple(commitments(list(said)))


def passages(place: Place) -> "Iterator[Passage]":
    """Return the words of a paragraph and of its points as the recogniser reads them, with the paragraph's key."""
    from findings.extraction.particulars.passages import Passage, Unit

    if place.kind in TOLD_AGAIN:
        return
    for line, words in enumerate(place.sentences):
        unit = Unit.POINT if line else Unit.PARAGRAPH
        heading = place.heading
        yield Passage(words, unit, (), heading, heading, place.number, opens=not line, ref=place.key)


def due_of(promise: "Promise", meetings: Sequence[Meeting]) -> tuple[Meeting | None, datetime.date | None]:
    """Return the meeting or the day that a promise names: a meeting in its month rather than the month's last day."""
    year, month, day = ([int(part) for part in (promise.due or "").split("-") if part.isdigit()] + [0] * 3)[
        :3
    ]
    if year and month and day:
        return None, datetime.date(year, month, day)
    named = MONTH.search(promise.text)
    wanted = month or (list(calendar.month_name).index(named[0]) if named else 0)
    in_month = [row for row in meetings if row.held_on.month == wanted and year in (0, row.held_on.year)]
    if in_month:
        return in_month[0], None
    if year and month:
        return None, datetime.date(year, month, calendar.monthrange(year, month)[1])
    return (meetings[0] if meetings and NEXT.search(promise.text) else None), None
