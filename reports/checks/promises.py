"""Promises in the officers' own words that nobody has recorded, so that the committee could not follow them."""

from collections.abc import Iterator

from reports.checks.finding import Check, Finding
from reports.checks.known import Known
from reports.checks.reading import Reading
from reports.rendering.places import places_in
from reports.rendering.promises import suggested


def find(reading: Reading, known: Known) -> Iterator[Finding]:
    """Find sentences that seem to promise something and are no commitments."""
    written = [place for place in places_in(reading.snapshot) if place.section in known.written]
    record = reading.address("commitment_add")
    for promise in suggested(written, recorded=known.promised, meetings=()):
        yield Finding(
            f"Paragraph {promise.place.number}",
            f"{reading.report_url}#paragraph-{promise.place.number}",
            f"This may be a promise, and it is not recorded as a commitment: “{promise.wording}”",
            f"{record}?sentence={promise.key}",
            promise.key,
        )


CHECK = Check(
    "promises",
    "Promises that are not recorded",
    "Record it as a commitment, so that the committee can see whether it was kept.",
    find,
)
