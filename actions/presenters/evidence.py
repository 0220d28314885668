"""Evidence in words: the value that it cites, and whether that was corrected afterwards."""

from collections.abc import Iterator

from actions.models import Evidence
from findings.presenters.measures import corrected_since, words_for
from findings.rules.small_counts import SmallCounts
from portal.wording import day


def measurement_facts(row: Evidence, hiding: SmallCounts) -> Iterator[tuple[str, str]]:
    """Name the value that evidence cites as it is now, and what it was when the evidence was added."""
    if row.measurement:
        value = words_for(row.measurement.measure, row.measurement, hiding)
        yield str(row.measurement.measure), f"{value} on {day(row.measurement.measured_on)}"
        if corrected := corrected_since(row.measurement, row.added_at, hiding=hiding):
            yield "Corrected since", corrected


def in_a_line(row: Evidence, hiding: SmallCounts) -> str:
    """Name evidence by what it shows; a value that was corrected afterwards is pointed out."""
    corrected = corrected_since(row.measurement, row.added_at, hiding=hiding) if row.measurement else ""
    return row.shows + (f" (Corrected since: {corrected})" if corrected else "")
