"""Scopes of the app's records. Parts of a report have no `visible_to`: they are reached through a report that has."""

from reports.querysets.editions import EditionQuerySet, MentionQuerySet, PaperTextQuerySet
from reports.querysets.promises import CommitmentQuerySet, ResolutionQuerySet
from reports.querysets.reports import ContributionQuerySet, MeetingQuerySet, RenderingQuerySet, ReportQuerySet
from reports.querysets.writing import CommentQuerySet, KeptTextQuerySet

__all__ = [
    "CommentQuerySet",
    "CommitmentQuerySet",
    "ContributionQuerySet",
    "EditionQuerySet",
    "KeptTextQuerySet",
    "MeetingQuerySet",
    "MentionQuerySet",
    "PaperTextQuerySet",
    "RenderingQuerySet",
    "ReportQuerySet",
    "ResolutionQuerySet",
]
