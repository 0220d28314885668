"""A period that is not over when the report is approved: what happens in the rest of it stands in no report."""

from collections.abc import Iterator

from portal.wording import day
from reports.checks.finding import Check, Finding, key_of
from reports.checks.known import Known
from reports.checks.reading import Reading


def find(reading: Reading, known: Known) -> Iterator[Finding]:
    """Find that the last day of the period is still ahead."""
    if known.period_end_on > known.today:
        yield Finding(
            "Details",
            reading.address("report_detail"),
            f"The period ends on {day(known.period_end_on)}, after today.",
            reading.address("report_edit"),
            key_of(known.period_end_on.isoformat()),
        )


CHECK = Check(
    "period",
    "Period that has not ended",
    "Let the period end today or earlier, or approve the report when it has ended.",
    find,
)
