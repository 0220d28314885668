"""Committees and their meetings, reports, editions and their rendering, commitments and resolutions."""

from reports.models.commitment import Answer, Commitment
from reports.models.committee import Committee, Meeting
from reports.models.contribution import Contribution, Notice
from reports.models.cycle import Contributor, Cycle, PlanRules, Preparation
from reports.models.edition import Audience, Edition, Rendering
from reports.models.mention import Mention
from reports.models.report import Abbreviation, Recommendation, Report, Section
from reports.models.resolution import Resolution

__all__ = [
    "Abbreviation",
    "Answer",
    "Audience",
    "Commitment",
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
    "Resolution",
    "Section",
]
