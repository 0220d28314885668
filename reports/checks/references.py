"""References to a paragraph or an annex that is not there."""

from collections.abc import Iterator

from reports.checks.finding import Check, Finding, found_in
from reports.checks.known import Known
from reports.checks.reading import Reading
from reports.rendering.references import BROKEN


def find(reading: Reading, known: Known) -> Iterator[Finding]:
    """Find references that lead nowhere."""
    for passage in reading.passages:
        # Looking at each text for the sign with which they begin is quicker than for all of it.
        for words in BROKEN.findall(passage.text) if "[" in passage.text else ():
            yield found_in(passage, f"The text refers to something that is not there: {words}.", words=words)


CHECK = Check(
    "references",
    "Broken references",
    "Name the paragraph that is meant, as in {#early-help} at its end, or correct the reference.",
    find,
    is_blocking=True,
)
