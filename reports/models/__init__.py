"""Committees and their meetings, reports, editions and their rendering."""

from reports.models.committee import Committee, Meeting
from reports.models.edition import Edition, Rendering
from reports.models.exemption import Exemption
from reports.models.implication import Implication, ImplicationKind
from reports.models.mention import Mention
from reports.models.outline import Outline, OutlineSection
from reports.models.recommendation import Recommendation
from reports.models.report import Abbreviation, Report
from reports.models.section import PLACED, Section, SectionKind

__all__ = [
    "PLACED",
    "Abbreviation",
    "Committee",
    "Edition",
    "Exemption",
    "Implication",
    "ImplicationKind",
    "Meeting",
    "Mention",
    "Outline",
    "OutlineSection",
    "Recommendation",
    "Rendering",
    "Report",
    "Section",
    "SectionKind",
]
