"""Pictures and charts that the text names and the report does not have."""

from collections.abc import Iterator

from reports.checks.finding import Check, Finding, found_in
from reports.checks.known import Known
from reports.checks.reading import Reading


def find(reading: Reading, known: Known) -> Iterator[Finding]:
    """Find places in the text that are for a figure that is not there."""
    for section in reading.sections:
        for block in section["blocks"]:
            if block["type"] == "missing":
                message = f"The text has a place for a figure that is not there: {block['words']}."
                yield found_in(reading.passage(section, block, block["words"]), message, words=block["words"])


CHECK = Check(
    "figures",
    "Pictures and charts that are not there",
    "Copy the mark of the picture or the chart that is meant from the report’s Pictures page, or take the mark out.",
    find,
    is_blocking=True,
)
