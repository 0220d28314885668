"""Committees and their meetings, reports, editions and their rendering."""

from reports.models.committee import Committee, Meeting
from reports.models.edition import Audience, Edition, Rendering
from reports.models.mention import Mention
from reports.models.report import Abbreviation, Recommendation, Report, Section

__all__ = [
    "Abbreviation",
    "Audience",
    "Committee",
    "Edition",
    "Meeting",
    "Mention",
    "Recommendation",
    "Rendering",
    "Report",
    "Section",
]
