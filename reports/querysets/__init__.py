"""Scopes of the app's records."""

from reports.querysets.editions import EditionQuerySet, MentionQuerySet, PaperTextQuerySet
from reports.querysets.promises import CommitmentQuerySet, ResolutionQuerySet
from reports.querysets.reports import ContributionQuerySet, MeetingQuerySet, RenderingQuerySet, ReportQuerySet

__all__ = [
    "CommitmentQuerySet",
    "ContributionQuerySet",
    "EditionQuerySet",
    "MeetingQuerySet",
    "MentionQuerySet",
    "PaperTextQuerySet",
    "RenderingQuerySet",
    "ReportQuerySet",
    "ResolutionQuerySet",
]
