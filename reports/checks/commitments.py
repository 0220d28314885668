"""Commitments that are due and that the report says nothing about."""

from collections.abc import Iterator

from reports.checks.finding import Check, Finding, key_of
from reports.checks.known import Known
from reports.checks.reading import Reading


def find(reading: Reading, known: Known) -> Iterator[Finding]:
    """Find what earlier reports promised by this meeting and no paragraph answers."""
    page = reading.address("report_commitments")
    for owed in known.owed:
        yield Finding(
            "Commitments",
            f"{page}#commitment-{owed.record}",
            f"It is not answered: “{owed.wording}”",
            reading.address("answer_add", owed.record),
            key_of(str(owed.record), owed.wording),
        )


CHECK = Check(
    "commitments",
    "Commitments that are not answered",
    "Choose the paragraph that answers it, or say why it is no longer due.",
    find,
)
