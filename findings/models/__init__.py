"""Findings, the documents they come from, recurrence, and measures."""

from findings.models.document import PASSAGES_OF_WORDS, Candidate, Document, Intake
from findings.models.finding import OUTCOME_OF_KINDS, Finding, Kind, Prominence, Recurrence, Response
from findings.models.measure import Measure, Measurement, MeasurementCorrection
from findings.models.reading import Reading
from findings.models.suggestion import ComparingTurn, Dismissal, ReviewComparison, Suggestion

__all__ = [
    "OUTCOME_OF_KINDS",
    "PASSAGES_OF_WORDS",
    "Candidate",
    "ComparingTurn",
    "Dismissal",
    "Document",
    "Finding",
    "Intake",
    "Kind",
    "Measure",
    "Measurement",
    "MeasurementCorrection",
    "Prominence",
    "Reading",
    "Recurrence",
    "Response",
    "ReviewComparison",
    "Suggestion",
]
