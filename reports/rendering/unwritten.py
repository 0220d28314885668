"""Parts of a draft that could not be written: each is named in its place, and all the others are there."""

from collections.abc import Iterator
from typing import Any

from portal.exceptions import Refused
from portal.wording import joined
from reports.drafting import WRITERS
from reports.models import Section
from reports.rendering.blocks import Block

UNWRITTEN = "unwritten"
TO_THE_LOG = (
    "The rest of the report is there. Open the page again. If that does not help, tell an administrator, who will find "
    "the reason in the log."
)
BY_HAND = "Or edit the section and write its text yourself."
NOT_BEFORE = "Until it is there, the report cannot be sent for review or approved."
SAYS_WHAT_TO_DO = (
    "so the report cannot be sent for review or approved yet. In its place the report says what to do"
)


def name_of(section: Section) -> str:
    """Return what a section is called where it cannot be written."""
    return f"The section “{section.heading}”" if section.heading else "This section"


def unwritten_section(section: Section) -> Block:
    """Return what stands in the place of a section that could not be written, with what to do about it."""
    by_hand = section.kind in WRITERS and not section.taken_over
    return unwritten(name_of(section), TO_THE_LOG, *([BY_HAND] if by_hand else []), NOT_BEFORE)


def unwritten_annex(name: str) -> Block:
    """Return what stands in the place of an annex that could not be written."""
    return unwritten(name, TO_THE_LOG, NOT_BEFORE)


def unwritten(part: str, *advice: str) -> Block:
    """Return what names a part that could not be written."""
    return {"type": UNWRITTEN, "part": part, "words": " ".join(advice), "exempt": None}


def unwritten_in(part: Block) -> Iterator[Block]:
    """Return what stands in a section or an annex in place of what could not be written."""
    return (block for block in part["blocks"] if block["type"] == UNWRITTEN)


def require_written(snapshot: dict[str, Any]) -> None:
    """Raise Refused, with the names, where a part of a report could not be written: no edition lacks one."""
    lacking = [
        block["part"]
        for part in (*snapshot["sections"], *snapshot["annexes"])
        for block in unwritten_in(part)
    ]
    if lacking:
        first, *others = lacking
        names = joined([first, *(name.replace("The section", "the section", 1) for name in others)])
        raise Refused(f"{names} could not be written, {SAYS_WHAT_TO_DO}")
