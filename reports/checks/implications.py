"""Implications that nobody has answered."""

from collections.abc import Iterator

from reports.checks.finding import Check, Finding, found_in
from reports.checks.known import Known
from reports.checks.reading import Reading
from reports.rendering.blocks import plain


def find(reading: Reading, known: Known) -> Iterator[Finding]:
    """Find the kinds of implication that the report is asked about and says nothing of."""
    for section in reading.sections:
        for block in section["blocks"]:
            if block.get("implication") and not block["is_answered"]:
                asked = plain(block["html"]).split(".")[0]
                yield found_in(
                    reading.passage(section, block, asked),
                    f"{asked}: not answered yet.",
                    words=asked,
                    fix_url=reading.address("implication_edit", block["implication"]),
                )


CHECK = Check(
    "implications",
    "Implications that are not answered",
    "Say what follows from the report, or that nothing does.",
    find,
    is_blocking=True,
)
