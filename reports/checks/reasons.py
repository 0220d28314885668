"""Recommendations without a reason."""

from collections.abc import Iterator

from reports.checks.finding import Check, Finding, found_in
from reports.checks.known import Known
from reports.checks.reading import Reading
from reports.rendering.blocks import plain


def find(reading: Reading, known: Known) -> Iterator[Finding]:
    """Find recommendations that give no reason."""
    for section in reading.sections:
        for block in section["blocks"]:
            if block["type"] == "recommendations":
                for point, passage in reading.points(section, block):
                    if not plain(point["reason"]):
                        yield found_in(passage, "It gives no reason.", words="")


CHECK = Check(
    "reasons",
    "Recommendations without a reason",
    "Say why the committee is asked to do it.",
    find,
    is_blocking=True,
)
