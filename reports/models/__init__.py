"""Committees and their meetings, reports, editions and their rendering, commitments and resolutions."""

from reports.models.abbreviation import Abbreviation
from reports.models.annex import Annex, AnnexFile
from reports.models.comment import Comment, CommentNotice, CommentReply
from reports.models.commitment import Answer, Commitment
from reports.models.committee import Committee, Meeting
from reports.models.comparison import Category, Comparison
from reports.models.contribution import Contribution, Notice
from reports.models.cycle import Contributor, Cycle, PlanRules, Preparation
from reports.models.earlier_text import EarlierText
from reports.models.edition import Audience, Edition, Rendering
from reports.models.exemption import Exemption
from reports.models.following import Following
from reports.models.implication import Implication, ImplicationKind
from reports.models.kept_text import KeptSection, KeptText
from reports.models.mention import Mention
from reports.models.outline import Outline, OutlineSection
from reports.models.override import CheckOverride
from reports.models.paper_text import PaperText
from reports.models.picture import Picture
from reports.models.recommendation import Recommendation
from reports.models.report import RECOMMENDATIONS_LEAD, Report
from reports.models.resolution import Resolution
from reports.models.section import PLACED, Section, SectionKind

__all__ = [
    "PLACED",
    "RECOMMENDATIONS_LEAD",
    "Abbreviation",
    "Annex",
    "AnnexFile",
    "Answer",
    "Audience",
    "Category",
    "CheckOverride",
    "Comment",
    "CommentNotice",
    "CommentReply",
    "Commitment",
    "Committee",
    "Comparison",
    "Contribution",
    "Contributor",
    "Cycle",
    "EarlierText",
    "Edition",
    "Exemption",
    "Following",
    "Implication",
    "ImplicationKind",
    "KeptSection",
    "KeptText",
    "Meeting",
    "Mention",
    "Notice",
    "Outline",
    "OutlineSection",
    "PaperText",
    "Picture",
    "PlanRules",
    "Preparation",
    "Recommendation",
    "Rendering",
    "Report",
    "Resolution",
    "Section",
    "SectionKind",
]
