"""Evidence in words: the value that it cites, and whether that was corrected afterwards."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from actions.models import Evidence
from findings.models import Measurement
from findings.presenters.measures import corrected_since, words_for
from findings.rules.small_counts import SmallCounts
from portal.wording import day


def measurement_facts(row: Evidence, hiding: SmallCounts) -> Iterator[tuple[str, str]]:
    """Name the value that evidence cites as it is now, and what it was when the evidence was added."""
    if row.measurement:
        yield str(row.measurement.measure), value_now(row.measurement, hiding)
        if corrected := corrected_since(row.measurement, row.added_at, hiding=hiding):
            yield "Corrected since", corrected


def name_of(row: Evidence, hiding: SmallCounts) -> str:
    """Call evidence fetched `with_files()` what it is: its file, its value, where it is, or its kind and day."""
    files = list(row.files.all())
    if files:
        return str(files[-1])
    if row.measurement:
        return f"{row.measurement.measure}: {value_now(row.measurement, hiding)}"
    if row.link:
        return f"Document or page at {urlsplit(row.link).hostname}"
    return f"{row.get_kind_display()} of {day(row.dated_on)}"


def in_a_line(row: Evidence, hiding: SmallCounts) -> str:
    """Name evidence by what it shows; a value that was corrected afterwards is pointed out."""
    corrected = corrected_since(row.measurement, row.added_at, hiding=hiding) if row.measurement else ""
    if row.measurement is None or not corrected:
        return row.shows
    return f"{row.shows} (It is now {value_now(row.measurement, hiding)}. {corrected})"


def value_now(measurement: Measurement, hiding: SmallCounts) -> str:
    """Write a value as it is now, with its day."""
    return f"{words_for(measurement.measure, measurement, hiding)} on {day(measurement.measured_on)}"
