"""Checks before approval: what of a report would embarrass the council, where it stands, and how it is mended.

A check is a pure function over the report's content and what little of the record it asks for. To add one, write a
module with a `CHECK` and name it in `reports.checks.running`.
"""

from reports.checks.finding import Check, Finding
from reports.checks.known import Known
from reports.checks.reading import Passage, Reading
from reports.checks.running import CHECKS, Result, findings_in, result_of, results_of

__all__ = [
    "CHECKS",
    "Check",
    "Finding",
    "Known",
    "Passage",
    "Reading",
    "Result",
    "findings_in",
    "result_of",
    "results_of",
]
