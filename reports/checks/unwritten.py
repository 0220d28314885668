"""Sections and annexes that could not be written."""

from collections.abc import Iterator

from reports.checks.finding import Check, Finding, found_in
from reports.checks.known import Known
from reports.checks.reading import Passage, Reading
from reports.rendering.unwritten import unwritten_in


def find(reading: Reading, known: Known) -> Iterator[Finding]:
    """Find parts in whose place the draft says that they could not be written."""
    for section in reading.sections:
        for block in unwritten_in(section):
            yield found(reading.passage(section, block, block["part"]))
    for annex in reading.annexes:
        for block in unwritten_in(annex):
            yield found(reading.in_annex(annex, block["part"]))


def found(passage: Passage) -> Finding:
    """Say which part is not there."""
    return found_in(passage, f"{passage.text} could not be written.", words=passage.text)


CHECK = Check(
    "unwritten",
    "Parts that could not be written",
    "Open the report again. If that does not help, tell an administrator, who will find the reason in the log.",
    find,
    is_blocking=True,
)
