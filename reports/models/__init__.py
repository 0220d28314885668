"""Committees and their meetings, reports, editions and their rendering, commitments and resolutions."""

from reports.models.commitment import Answer, Commitment
from reports.models.committee import Committee, Meeting
from reports.models.edition import Edition, Rendering
from reports.models.mention import Mention
from reports.models.report import Abbreviation, Recommendation, Report, Section
from reports.models.resolution import Resolution

__all__ = [
    "Abbreviation",
    "Answer",
    "Commitment",
    "Committee",
    "Edition",
    "Meeting",
    "Mention",
    "Recommendation",
    "Rendering",
    "Report",
    "Resolution",
    "Section",
]
