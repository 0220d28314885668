"""Publication that would be late for the meeting."""

from collections.abc import Iterator

from portal.wording import day
from reports.checks.finding import Check, Finding, key_of
from reports.checks.known import Known
from reports.checks.reading import Reading


def find(reading: Reading, known: Known) -> Iterator[Finding]:
    """Find that papers are not open for five clear working days any more, even if they went out today.

    Not of a version that only corrects a paper: members have had that already.
    """
    if known.today > known.publish_by and not known.only_corrects:
        yield Finding(
            "Plan",
            reading.address("report_plan"),
            f"For the meeting on {day(known.meeting_on)} it had to be published by {day(known.publish_by)}.",
            reading.address("report_edit"),
            key_of(known.meeting_on.isoformat()),
        )


CHECK = Check(
    "lateness",
    "Late publication",
    "Take it to a later meeting, or agree with the chair that it comes late.",
    find,
)
