"""Findings, the documents they come from, recurrence, and measures."""

from findings.models.document import Candidate, Document, Intake
from findings.models.finding import Finding, Kind, Prominence, Recurrence, Response
from findings.models.measure import Measure, Measurement, MeasurementCorrection
from findings.models.reading import Reading

__all__ = [
    "Candidate",
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
]
