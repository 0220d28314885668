"""The paragraphs of a report's content, and how one is found again when others have come before it."""

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from reports.models import Answer, Commitment, Report
from reports.rendering.blocks import lines_of
from reports.rendering.marks import names_exemption
from reports.rendering.snapshot import build_snapshot, frozen_content

LIKE_ENOUGH = 0.6
"""How much of a paragraph must be left for it to be the same one, from 0 to 1."""
SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Place:
    """One numbered paragraph: where it stands, what it says with its points, and a key that numbers do not change."""

    number: int
    text: str
    heading: str
    kind: str
    name: str = ""
    is_exempt: bool = False
    key: str = ""
    section: int = 0

    @property
    def sentences(self) -> list[str]:
        """Its own words and those of its points, each on a line."""
        return self.text.split("\n")


def content_of(report: Report) -> dict[str, Any]:
    """Return a report's content: what was frozen, or a draft's as it stands."""
    return (None if report.can_be_edited else frozen_content(report)) or build_snapshot(report)


def places_in(snapshot: dict[str, Any]) -> list[Place]:
    """Return the numbered paragraphs of a report's sections, in their order."""
    found: list[Place] = []
    met: Counter[str] = Counter()
    for section in snapshot["sections"]:
        for block in section["blocks"]:
            if block["type"] != "paragraph":
                continue
            text = "\n".join(filter(None, lines_of(block)))
            met[text] += 1
            found.append(
                Place(
                    number=block["number"],
                    text=text,
                    heading=section["heading"],
                    kind=section["kind"],
                    name=block.get("name") or "",
                    is_exempt=bool(section.get("exempt") or block.get("exempt")),
                    key=key_of(text, met[text]),
                    section=section.get("record", 0),
                )
            )
    return found


def key_of(text: str, time: int) -> str:
    """Return a key that a paragraph keeps whatever its number; `time` counts those of the same words."""
    return f"{hashlib.sha256(text.encode()).hexdigest()[:12]}-{time}"


def find_place(places: Sequence[Place], *, name: str, words: str, number: int) -> Place | None:
    """Return the paragraph that was meant: by its name, by its words, or by most of them; None where it is gone."""
    named = [place for place in places if name and place.name == name]
    same = named or [place for place in places if place.text == words]
    if not same:
        texts = [place.text for place in places]
        like = get_close_matches(words, texts, n=1, cutoff=LIKE_ENOUGH)
        same = [place for place in places if place.text in like]
    return min(same, key=lambda place: abs(place.number - number), default=None)


def says(place: Place, wording: str) -> bool:
    """Whether a paragraph has these words, whatever its line breaks."""
    return one_line(wording).casefold() in one_line(place.text).casefold()


def one_line(text: str) -> str:
    """Return a text with single spaces."""
    return SPACE.sub(" ", text).strip()


def is_kept_back(record: Commitment, place: Place) -> bool:
    """Whether a commitment is not for the public in this place: what was not comes out only where the place says it."""
    return (
        place.is_exempt
        or names_exemption(f"{record.wording} {record.owner}")
        or (record.is_exempt and not says(place, record.wording))
    )


def number_now(places: Sequence[Place], record: Commitment | Answer) -> int | None:
    """Return the number that a commitment's or an answer's paragraph has in a draft now; None where it is gone."""
    place = place_now(places, record)
    return place.number if place else None


def place_now(places: Sequence[Place], record: Commitment | Answer) -> Place | None:
    """Return the paragraph of a commitment or an answer; None where it is gone, or the answer is a reason."""
    if record.paragraph is None:
        return None
    return find_place(
        places, name=record.paragraph_name, words=record.paragraph_words, number=record.paragraph
    )
