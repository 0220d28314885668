"""Pictures and charts that the text names and the report does not have."""

from collections.abc import Iterator

from reports.checks.finding import Check, Finding, found_in
from reports.checks.known import Known
from reports.checks.reading import Passage, Reading
from reports.rendering.blocks import Block


def find(reading: Reading, known: Known) -> Iterator[Finding]:
    """Find places in the text that are for a figure that is not there."""
    for section in reading.sections:
        for block in missing_in(section):
            yield found(reading.passage(section, block, block["words"]))
    for annex in reading.annexes:
        for block in missing_in(annex):
            yield found(reading.in_annex(annex, block["words"]))


def missing_in(part: Block) -> Iterator[Block]:
    """Return what stands in the places of figures that are not there."""
    return (block for block in part["blocks"] if block["type"] == "missing")


def found(passage: Passage) -> Finding:
    """Say which figure is not there."""
    message = f"The text has a place for a figure that is not there: {passage.text}."
    return found_in(passage, message, words=passage.text)


CHECK = Check(
    "figures",
    "Pictures and charts that are not there",
    "Copy the mark of the picture or the chart that is meant from the report’s Pictures page, or take the mark out.",
    find,
    is_blocking=True,
)
