"""Sentences of a report that promise something, offered to be recorded as commitments."""

import calendar
import datetime
import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from reports.models import Meeting, Section
from reports.rendering.places import Place, one_line
from reports.rendering.remembered import remembered

if TYPE_CHECKING:
    from findings.extraction.particulars.commitments import Commitment as Promise

TOLD_AGAIN = (Section.Kind.COMMITMENTS, Section.Kind.RESOLUTIONS)
"""Sections that repeat what was promised earlier."""
PARAGRAPHS_KEPT, LONGEST_KEPT = 1024, 2000
"""Of so many paragraphs of at most so many characters what they promise is kept: a long report has some hundred."""
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
    read = (
        promises_in(place.text, place.heading, place.key) for place in places if place.kind not in TOLD_AGAIN
    )
    for promise in chain.from_iterable(read):
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


@remembered(texts=PARAGRAPHS_KEPT, longest=LONGEST_KEPT)
def promises_in(text: str, heading: str, key: str) -> "tuple[Promise, ...]":
    """Return what a paragraph and its points promise, each on a line; `key` is by which it is found again."""
    # Imported here, because what reads documents compiles hundreds of expressions that few processes need.
    from findings.extraction.particulars.commitments import commitments
    from findings.extraction.particulars.passages import Passage, Unit

    return tuple(
        commitments(
            [
                Passage(
                    words,
                    Unit.POINT if line else Unit.PARAGRAPH,
                    (),
                    heading,
                    heading,
                    opens=not line,
                    ref=key,
                )
                for line, words in enumerate(text.split("\n"))
            ]
        )
    )


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
