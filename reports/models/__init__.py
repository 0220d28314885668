"""Committees and their meetings, reports, editions and their rendering."""

from reports.models.committee import Committee, Meeting
from reports.models.contribution import Contribution, Notice
from reports.models.cycle import Contributor, Cycle, PlanRules, Preparation
from reports.models.edition import Edition, Rendering
from reports.models.mention import Mention
from reports.models.report import Abbreviation, Recommendation, Report, Section

__all__ = [
    "Abbreviation",
    "Committee",
    "Contribution",
    "Contributor",
    "Cycle",
    "Edition",
    "Meeting",
    "Mention",
    "Notice",
    "PlanRules",
    "Preparation",
    "Recommendation",
    "Rendering",
    "Report",
    "Section",
]
