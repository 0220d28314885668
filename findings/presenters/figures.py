"""Which figures of a document are offered: those of what somebody may follow from year to year."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from findings.extraction.text import fold

Data = Mapping[str, Any]

NOT_FOLLOWED = frozenset(
    (
        *("months", "years", "hours", "minutes"),
        *("areas", "groups", "priorities", "themes", "strands", "aspects", "principles", "objectives"),
        *("stages", "steps", "points", "questions", "reasons", "ways", "recommendations"),
        *("sections", "chapters", "pages", "headings"),
        *("findings", "strengths", "tips", "enquiry", "kloes"),
        *("inspectors", "hmis", "hmi", "peers"),
    )
)
"""Units of what a text, a review or a piece of work has, which nobody follows from year to year."""
LENGTHS = frozenset({"days", "weeks"})
"""Units of time that are followed only where it is said what takes so long."""
TAKING = re.compile(
    r"(?:days?|weeks?) (?:(?:to|for|from|between|before|until) \w"
    r"|(?:on average|late|overdue|lost|of (?:absence|sick\w*))\b)"
)
BODIES = frozenset(
    ("authorities", "councils", "agencies", "partners", "organisations", "partnerships", "services", "teams")
)
"""Units that a text also names in passing: “the three statutory agencies”."""
ELSEWHERE = (
    r"(?:england|national(?:ly)?|the (?:country|region|nation)|statistical neighbours|comparators"
    r"|(?:other|similar|neighbouring|comparable) (?:local )?(?:areas|authorities|councils))\b"
)
OF_ELSEWHERE = re.compile(rf"(?:(?:in|of|for|across|among) )?{ELSEWHERE}")
NAMES_ELSEWHERE = re.compile(rf"\b{ELSEWHERE}")
CASE_FILES = re.compile(r"\b(?:files?|records|audits|cases)\b")


def offered_figures(data: Data) -> Iterator[tuple[int, Data]]:
    """The figures of a document that can be recorded, each with its number among all that were read.

    How a review worked has its own place: on the review.
    """
    method = data.get("methodology", {})
    for number, figure in enumerate(data.get("measures", ()), start=1):
        if is_followed(figure) and not _is_of_method(figure, method):
            yield number, figure


def is_followed(figure: Data) -> bool:
    """Whether a figure is a measure: exact or of a day, of the council's own, and of what changes over time."""
    if figure.get("percent") is not None:
        return True
    unit, name = (fold(str(figure.get(part) or "")) for part in ("unit", "name"))
    if unit in ("%", "gbp"):
        return unit == "gbp" or not OF_ELSEWHERE.match(name)
    if figure.get("qualifier") and not figure.get("date"):
        return False
    counted = unit.split()[-1:]
    if not counted or counted[0] in NOT_FOLLOWED:
        return not counted
    if counted[0] in LENGTHS:
        return TAKING.match(name) is not None
    return counted[0] not in BODIES or not (_is_in_words(figure) or NAMES_ELSEWHERE.search(name))


def _is_in_words(figure: Data) -> bool:
    """Whether a number is written out, as prose writes the few that it names in passing."""
    written = fold(str(figure.get("as_written") or ""))
    exact = written.removeprefix(str(figure.get("qualifier") or "")).strip()
    return not exact[:1].isdigit() and not exact.startswith("no ")


def _is_of_method(figure: Data, method: Data) -> bool:
    """Whether the document tells by this figure how the review worked."""
    files = method.get("case_files")
    if files is not None and figure.get("value") == files:
        return CASE_FILES.search(fold(str(figure.get("unit") or ""))) is not None
    written = fold(str(figure.get("as_written") or ""))
    told = [fold(said) for said in method.values() if isinstance(said, str)]
    return any(written.startswith(said) for said in told)
