"""What checks know where a test says it, without a report."""

import datetime
from typing import Any

from reports.checks import Known
from reports.facts import Facts, Period
from reports.models import Report

NOTHING: dict[str, Any] = {
    "people": frozenset(),
    "bodies": (),
    "council": "",
    "small_counts_below": 0,
    "contact_line": "",
    "contacts": "",
    "wards": "",
    "owed": (),
    "commitments": (),
    "comments": (),
    "prompts": frozenset(),
    "written": frozenset(),
    "fresh": None,
    "measures": None,
    "targets": {},
    "lacking": {},
    "page_texts": {},
    "meeting_on": datetime.date.max,
    "period_end_on": datetime.date.min,
    "today": datetime.date.min,
    "only_corrects": False,
}


def known_for(**fields: Any) -> Known:
    """Return what checks know: these fields, and nothing else."""
    assert fields.keys() <= NOTHING.keys()
    day = datetime.date.min
    known = Known(Report(), Facts(Period(day, day)), on=day)
    for name, value in (NOTHING | fields).items():
        setattr(known, name, value)
    return known
